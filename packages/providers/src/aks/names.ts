import { createHash } from 'node:crypto'
import { Problem } from '@hubfleet/core'
import type { ClusterRecord, PoolSpec } from '../provider.ts'

/** What only Hubfleet writes, on everything that it makes and through it on what Azure makes for it. */
export const tags = { cluster: 'hubfleet-cluster', tenant: 'hubfleet-tenant', pool: 'hubfleet-pool' } as const

export const tagsOf = ({ id, tenantId }: ClusterRecord): Record<string, string> => ({ [tags.cluster]: id, [tags.tenant]: tenantId ?? 'platform' })

/** Azure does not tell cases of tags' names apart, and gives them back in either. */
export const tagOf = (all: Record<string, string> | undefined, name: string): string | undefined =>
  Object.entries(all ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]

export const isOurs = (all: Record<string, string> | undefined, { id }: Pick<ClusterRecord, 'id'>): boolean => tagOf(all, tags.cluster) === id

export interface Names {
  /** The resource group in which the cluster is. */
  group: string
  /** Made by Azure with the cluster, and gone with it: all that the cluster rents is in it. */
  nodeGroup: string
  /** Where disks of people's homes are that outlive the cluster. */
  homesGroup: string
  cluster: string
  dnsPrefix: string
}

export function namesOf({ name }: Pick<ClusterRecord, 'name'>): Names {
  const group = `hubfleet-${name}`
  return { group, nodeGroup: `${group}-nodes`, homesGroup: `${group}-homes`, cluster: name, dnsPrefix: name.slice(0, 54).replace(/-+$/, '') }
}

/**
 * The two names that a pool may have in Azure, which takes up to 12 lower-case letters and digits. The second is for a successor: a pool whose machines
 * change is made anew beside the old one before that goes. Names that do not fit are cut and told apart by a few digits of a hash.
 */
export function poolNames(name: string): readonly [string, string] {
  const plain = name.replaceAll('-', '')
  const hashed = (what: string): string => `${plain.slice(0, 8)}${createHash('sha256').update(what).digest('hex').slice(0, 4)}`
  return [plain === name && name.length <= 12 ? name : hashed(name), hashed(`${name} successor`)]
}

/** The pool that a node of these labels is of. */
export const poolOfNode = (pools: readonly Pick<PoolSpec, 'name'>[], labels: Record<string, string>): string | undefined =>
  pools.find(({ name }) => poolNames(name).includes(labels['kubernetes.azure.com/agentpool'] ?? ''))?.name

/** The pools of a cluster, judged by what Azure makes of them: the first core pool is its system pool. */
export function checkPools(pools: readonly PoolSpec[]): void {
  const refused = (reason: string, fix: string): Problem => new Problem('cloud-failed', { what: 'The pools', cloud: 'azure', reason, fix })
  const system = pools.find(({ purpose }) => purpose === 'core')
  if (!system) throw refused('AKS needs a pool that is always there for its own parts, and there is none of the purpose core', 'Add a pool of the purpose core.')
  if (system.spot) throw refused(`the pool ${system.name} is AKS's system pool, which cannot have spot machines`, `Set spot to false for ${system.name}.`)
  if (system.max < 1) throw refused(`the pool ${system.name} is AKS's system pool, which has at least one node`, `Set max of ${system.name} to 1 or more; stop the cluster to have no nodes.`)
  const names = pools.flatMap(({ name }) => poolNames(name).map((azure) => ({ name, azure })))
  for (const { name, azure } of names) {
    const other = names.find((one) => one.azure === azure && one.name !== name)
    if (other) throw refused(`the pools ${name} and ${other.name} would both be called ${azure}, since AKS takes 12 letters and digits`, `Rename ${name} to at most 12 letters and digits.`)
  }
}

export const systemPool = (pools: readonly PoolSpec[]): PoolSpec | undefined => pools.find(({ purpose }) => purpose === 'core')
