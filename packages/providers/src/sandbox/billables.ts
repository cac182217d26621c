import type { Billable, Remnant } from '../provider.ts'
import { hubRemnants } from './remnants.ts'
import { hubsOf, type SandboxCluster } from './state.ts'

/** Everything of a cluster that bills: itself, its nodes, and what hubs have in the cloud. */
export function billables(name: string, location: string, document: SandboxCluster): Billable[] {
  const { machines, left = [] } = document
  if (!machines) return left
  const base = { location, ours: true, known: `of the cluster ${name}` }
  const nodes = Object.entries(machines.pools).sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([pool, { wanted, machineType }]) =>
    Array.from({ length: wanted }, (_, i): Billable => ({ ...base, kind: 'machine', id: `${name}/nodes/${pool}-${i + 1}`, name: `${pool}-${i + 1}`, machineType, part: 'pools' })))
  const ofHubs = hubsOf(document).flatMap(([namespace, hub]) => hubRemnants(namespace, hub)).flatMap((remnant) => {
    const kind = kindOf(remnant)
    return kind ? [{ ...base, kind, id: `${name}/${remnant.namespace}/${remnant.name}`, name: remnant.name, ...(remnant.sizeGiB !== undefined && { sizeGiB: remnant.sizeGiB, diskType: 'sandbox-disk' }), ...(remnant.holdsHome && { holdsHome: true }) }] : []
  })
  return [...left, { ...base, kind: 'cluster', id: name, name, part: 'cluster' }, ...nodes, ...ofHubs]
}

/** Pods and the like bill by the nodes that they hold. */
function kindOf({ kind, bills }: Remnant): Billable['kind'] | null {
  if (!bills) return null
  return kind === 'PersistentVolumeClaim' ? 'disk' : kind === 'Service' ? 'load-balancer' : null
}
