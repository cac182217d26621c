import { createHash } from 'node:crypto'
import type { PoolSpec } from '@hubfleet/core'
import type { ClusterRecord } from '../provider.ts'

export const marks = { cluster: 'hubfleet-cluster', tenant: 'hubfleet-tenant', pool: 'hubfleet-pool' } as const

/** Labels of everything that is made for a cluster; Google puts them on its nodes and disks too. */
export const labelsOf = ({ id, tenantId }: Pick<ClusterRecord, 'id' | 'tenantId'>): Record<string, string> => ({ [marks.cluster]: id, [marks.tenant]: tenantId ?? 'platform' })

export const isOurs = (labels: Readonly<Record<string, string>> | null | undefined, { id }: Pick<ClusterRecord, 'id'>): boolean => labels?.[marks.cluster] === id

const hash = (text: string, length: number): string => createHash('sha256').update(text).digest('hex').slice(0, length)

/** What a pool cannot change without new nodes. */
export const traitsOf = ({ name, purpose, machineType, spot = false, diskGiB = 100, maxPods = 110 }: PoolSpec) => ({ name, purpose, machineType, spot, diskGiB, maxPods })

/**
 * A pool's name in GKE is of its spec's and the cluster's id: another machine type is another pool, made beside the old one, and what a cluster left
 * that names nodes of such a pool is proven to be the cluster's.
 */
export function gkePoolName(record: Pick<ClusterRecord, 'id'>, pool: PoolSpec): string {
  const slug = pool.name.slice(0, 8).replace(/-+$/, '')
  return `${slug}-${hash(record.id, 6)}${hash(JSON.stringify(traitsOf(pool)), 4)}`
}

/** The names of nodes of this cluster's pools, whatever they were over time. */
export const isNodeOf = ({ id, name }: Pick<ClusterRecord, 'id' | 'name'>, node: string): boolean =>
  node.startsWith(`gke-${name.slice(0, 20)}`) && new RegExp(`-${hash(id, 6)}[0-9a-f]{4}-[0-9a-f]{8}-[0-9a-z]{4}$`).test(node)

/** The part of a resource's URL that tells it apart: `zones/us-central1-b/disks/a` of `https://www.googleapis.com/compute/v1/projects/p/zones/us-central1-b/disks/a`. */
export const pathOf = (url: string): string => url.replace(/^.*\/projects\/[^/]+\//, '')
export const lastOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)
