/**
 * What Kubernetes makes in Google for a Service of the type LoadBalancer: a target pool with the nodes, a forwarding rule to it, and while the rule
 * changes an address, all of one name. None of them has labels: the nodes in the target pool are what they are known by.
 */
import type { JsonObject } from '@hubfleet/core'
import type { Billable } from '../machines.ts'
import { computeUrl, scoped } from './compute.ts'
import { isNodeOf, lastOf, pathOf } from './names.ts'
import type { Place } from './place.ts'
import { listAll, type Session } from './session.ts'

interface Thing { scope: string; item: JsonObject }

export async function balancers(place: Place, session: Session, signal: AbortSignal): Promise<Billable[]> {
  const list = async (kind: string): Promise<Thing[]> =>
    (await listAll(session, `compute.${kind}.aggregatedList`, computeUrl(session, `aggregated/${kind}`), {}, signal)).flatMap((page) => scoped(page, kind)).filter(({ scope }) => scope === place.region)
  const [pools, rules, addresses] = await Promise.all([list('targetPools'), list('forwardingRules'), list('addresses')])
  const service = ({ item }: Thing): string | null => serviceOf(String(item['description'] ?? ''))
  const nodesOf = ({ item }: Thing): string[] => (item['instances'] as string[] | undefined ?? []).map(lastOf)
  const ours = new Map(pools.filter((pool) => service(pool) !== null && nodesOf(pool).some((node) => isNodeOf(place.record, node))).map((pool) => [nameOf(pool), pool]))
  const alike = pools.filter((pool) => !ours.has(nameOf(pool)) && service(pool) !== null && (nodesOf(pool).length === 0 || nodesOf(pool).some((node) => node.startsWith(`gke-${place.record.name}`))))
  const lookalikes = new Set(alike.map(nameOf))

  const told = (kind: Billable['kind']) => (thing: Thing): Billable[] => {
    const name = kind === 'forwarding-rule' ? lastOf(String(thing.item['target'] ?? '')) : nameOf(thing)
    const mine = ours.has(name) && service(thing) !== null
    if (!mine && !lookalikes.has(name)) return []
    const of = `made by Kubernetes for the service ${service(thing) ?? 'of nobody'}`
    return [{ kind, id: pathOf(String(thing.item['selfLink'])), name: nameOf(thing), location: thing.scope, ours: mine, known: mine ? `${of}; its target pool has nodes of this cluster's pools` : `${of}; no node in its target pool is proven to be this cluster's` }]
  }
  return [...rules.flatMap(told('forwarding-rule')), ...addresses.flatMap(told('address')), ...pools.flatMap(told('target-pool'))]
}

const nameOf = ({ item }: Thing): string => String(item['name'])

/** Of the description that Kubernetes gives; null for what a person made. */
function serviceOf(description: string): string | null {
  try {
    const read = JSON.parse(description) as Record<string, unknown>
    const name = read['kubernetes.io/service-name']
    return typeof name === 'string' ? name : null
  } catch {
    return null
  }
}
