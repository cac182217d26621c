import type { Cluster } from '@aws-sdk/client-eks'
import type { ClusterSpec, PoolSpec } from '@hubfleet/core'
import { defaultPools } from '@hubfleet/core'
import type { ClusterRecord } from '../provider.ts'
import type { Aws } from './aws.ts'
import { ownerTag } from './names.ts'

/** One cluster and the account it is in. */
export interface Eks { record: ClusterRecord; aws: Aws; spec: ClusterSpec; pools: readonly PoolSpec[] }

export const contextOf = (record: ClusterRecord, aws: Aws): Eks => ({ record, aws, spec: record.spec, pools: record.spec.pools ?? defaultPools('eks') })

/** The cluster of that name, whosever it is. */
export const findCluster = async ({ aws, record: { name } }: Eks, signal: AbortSignal): Promise<Cluster | null> =>
  (await aws.find('eks', signal, /^ResourceNotFoundException$/, (eks, call) => eks.describeCluster({ name }, call)))?.cluster ?? null

export const isOurs = ({ record: { id } }: Eks, { tags }: { tags?: Record<string, string> | undefined }): boolean => tags?.[ownerTag] === id

/** Null where there is none, or somebody else's. */
export async function ourCluster(context: Eks, signal: AbortSignal): Promise<Cluster | null> {
  const cluster = await findCluster(context, signal)
  return cluster && isOurs(context, cluster) ? cluster : null
}

export const foreignMessage = ({ record: { name }, aws }: Eks): string => `a cluster ${name} is in ${aws.region} that does not have this cluster's tag ${ownerTag}`
