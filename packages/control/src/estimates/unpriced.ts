import { isDeepStrictEqual } from 'node:util'
import { requestsOf, shapesOfSpec, type HubSpec } from '@hubfleet/core'
import { homeGiB } from './hub-estimate.ts'

/**
 * What of a change may make a hub dearer by an amount that nobody knows. `missing` is what has no price, or null where the place has none
 * at all. A change that asks for no more than before costs no more, whatever the price: it needs none to be known.
 */
export function unpricedOf(missing: readonly string[] | null, before: HubSpec | null, after: HubSpec): string[] {
  if (missing?.length === 0 || (before && !asksForMore(before, after))) return []
  return missing ? [...missing] : ['no price is known where the hub is']
}

function asksForMore(before: HubSpec, after: HubSpec): boolean {
  const [was, is] = [demandOf(before), demandOf(after)]
  return is.amounts.some((amount, index) => amount > was.amounts[index]!) || (!isDeepStrictEqual(was.kind, is.kind) && is.running)
}

/** What a hub asks for, as far as it bills: more of any of the amounts may cost more, and so may another kind. */
function demandOf(spec: HubSpec) {
  const { power, capacity, access, culling, exposure, storage, database } = spec
  const running = power === 'running'
  const shapes = shapesOfSpec(spec)
  const { memoryBytes, cpu } = requestsOf(shapes[0]!)
  const people = Math.max(capacity.maxServers ?? 0, access.users.length, capacity.seats)
  const whileRunning = [people, capacity.seats, memoryBytes, cpu, capacity.nodes?.count ?? 0, Number(exposure.type === 'loadBalancer'), culling.enabled ? culling.timeoutSeconds : Infinity, (culling.enabled && culling.maxAgeSeconds) || Infinity]
  return {
    running,
    amounts: [Number(running), people, storage.type === 'dynamic' ? homeGiB(spec) : 0, ...whileRunning.map((amount) => (running ? amount : 0))],
    kind: { storageClass: storage.type === 'dynamic' ? storage.storageClass ?? null : null, database, pool: capacity.nodes?.pool ?? null, shapes: shapes.map(({ extra, nodeSelector, memory, cpu }, index) => (index === 0 ? { extra, nodeSelector } : { extra, nodeSelector, memory, cpu })) },
  }
}
