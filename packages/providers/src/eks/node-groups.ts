import { createHash } from 'node:crypto'
import type { Nodegroup } from '@aws-sdk/client-eks'
import type { PoolSpec } from '@hubfleet/core'
import { ourCluster, type Eks } from './context.ts'
import { ownerTag } from './names.ts'
import { pages } from './load-balancers.ts'

/** A node group of a pool: what cannot be changed in place is in its name, so that a change makes another one beside it. */
export interface FoundGroup { group: Nodegroup; pool: string | null; ours: boolean }

const fixed = ({ machineType, spot = false, diskGiB = 100, maxPods, purpose }: PoolSpec): string => JSON.stringify([machineType, spot, diskGiB, maxPods ?? null, purpose])
export const groupName = (pool: PoolSpec): string => `${pool.name}-${createHash('sha256').update(fixed(pool)).digest('hex').slice(0, 8)}`
/** Null of a group that is none of ours by its name. */
export const poolOf = (group: string): string | null => /^(.+)-[0-9a-f]{8}$/.exec(group)?.[1] ?? null

/** All node groups of our cluster; none where there is no such cluster. */
export async function nodeGroups(context: Eks, signal: AbortSignal): Promise<FoundGroup[]> {
  const { aws, record } = context
  if (!await ourCluster(context, signal)) return []
  const gone = /^ResourceNotFoundException$/
  const names = await pages((nextToken) => aws.find('eks', signal, gone, (eks, call) => eks.listNodegroups({ clusterName: record.name, nextToken }, call)), (page) => page?.nodegroups, (page) => page?.nextToken)
  const found = await Promise.all(names.map((nodegroupName) => aws.find('eks', signal, gone, (eks, call) => eks.describeNodegroup({ clusterName: record.name, nodegroupName }, call))))
  return found.flatMap((answer) => (answer?.nodegroup ? [answer.nodegroup] : [])).map((group) => {
    const ours = group.tags?.[ownerTag] === record.id
    return { group, ours, pool: ours ? poolOf(group.nodegroupName ?? '') : null }
  })
}
