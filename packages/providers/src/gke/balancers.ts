/**
 * What Kubernetes makes in Google for Services and Ingresses. For a Service of the type LoadBalancer a forwarding rule to a target pool, or to a backend
 * service; for an Ingress forwarding rules, proxies, a URL map and backend services; and addresses. None of them has labels: they are known by that
 * Kubernetes made them, and by the nodes in the pool or group at which they end.
 */
import { isObject, type JsonObject } from '@hubfleet/core'
import type { Billable } from '../machines.ts'
import { computeUrl, itemsOf, scoped } from './compute.ts'
import { isNodeOf, lastOf, pathOf } from './names.ts'
import type { Place } from './place.ts'
import { listAll, type Session } from './session.ts'

interface Thing { kind: Billable['kind']; scope: string; item: JsonObject; path: string }
/** `alike` where no node tells whose it is, or one of a cluster of that name; `other` is no concern of this cluster. */
type Whose = 'ours' | 'alike' | 'other'

const kinds = {
  targetPools: 'target-pool', forwardingRules: 'forwarding-rule', addresses: 'address', targetHttpProxies: 'target-proxy', targetHttpsProxies: 'target-proxy',
  urlMaps: 'url-map', backendServices: 'backend-service', networkEndpointGroups: 'endpoint-group', instanceGroups: 'endpoint-group',
} as const satisfies Record<string, Billable['kind']>

export async function balancers(place: Place, session: Session, signal: AbortSignal): Promise<Billable[]> {
  const things = (await Promise.all(Object.entries(kinds).map(async ([collection, kind]) => {
    const pages = await listAll(session, `compute.${collection}.aggregatedList`, computeUrl(session, `aggregated/${collection}`), {}, signal)
    return pages.flatMap((page) => scoped(page, collection)).map(({ scope, item }): Thing => ({ kind, scope, item, path: pathOf(String(item['selfLink'])) }))
  }))).flat().filter(({ scope, item }) => isNear(place, scope) && madeFor(item) !== null)
  const whose = judge(place, things, await groupsOf(place, session, things, signal))
  return things.flatMap((thing): Billable[] => {
    const verdict = whose(thing)
    if (verdict === 'other') return []
    const ours = verdict === 'ours'
    const of = `made by Kubernetes for ${madeFor(thing.item)}`
    return [{ kind: thing.kind, id: thing.path, name: nameOf(thing), location: thing.scope, ours, known: ours ? `${of}; it leads to nodes of this cluster's pools` : `${of}; it leads to no node that is proven to be this cluster's` }]
  })
}

const isNear = ({ region }: Place, scope: string): boolean => scope === region || scope === 'global' || scope.startsWith(`${region}-`)

function judge(place: Place, things: readonly Thing[], groups: ReadonlyMap<string, Whose>): (thing: Thing) => Whose {
  const byPath = new Map(things.map((thing) => [thing.path, thing]))
  const named = new Map(things.filter(({ kind }) => kind === 'target-pool' || kind === 'url-map').map((thing) => [nameOf(thing), thing]))
  const whose = (thing: Thing): Whose => {
    switch (thing.kind) {
      case 'target-pool': return whoseNodes(place, (thing.item['instances'] as string[] | undefined) ?? [])
      case 'endpoint-group': return groups.get(groupKey(thing)) ?? 'other'
      // an address leads nowhere: it has the name of what its rule leads to, or of its rule, which is a URL map's but for the kind
      case 'address': {
        const held = named.get(nameOf(thing)) ?? named.get(nameOf(thing).replace(/^(k8s\d?)-(fw|fws|fr|fs)-/, '$1-um-'))
        return held ? whose(held) : 'other'
      }
      default: {
        const verdicts = leadsTo(thing).map((path) => byPath.get(path)).map((next) => (next ? whose(next) : 'other'))
        return verdicts.length === 0 || verdicts.includes('other') ? 'other' : verdicts.includes('alike') ? 'alike' : 'ours'
      }
    }
  }
  return whose
}

/** Paths of the things to which it hands traffic on. */
function leadsTo({ kind, item }: Thing): string[] {
  const matchers = (item['pathMatchers'] as JsonObject[] | undefined) ?? []
  const urls = kind === 'url-map' ? [item['defaultService'], ...matchers.flatMap((matcher) => [matcher['defaultService'], ...(matcher['pathRules'] as JsonObject[] | undefined ?? []).map((rule) => rule['service'])])]
    : kind === 'backend-service' ? (item['backends'] as JsonObject[] | undefined ?? []).map(({ group }) => group)
      : [item['target'], item['backendService'], item['urlMap']]
  return [...new Set(urls.filter((url): url is string => typeof url === 'string' && url !== '').map(pathOf))]
}

function whoseNodes({ record }: Place, nodes: readonly string[]): Whose {
  const names = nodes.map(lastOf)
  if (names.some((node) => isNodeOf(record, node))) return 'ours'
  return names.length === 0 || names.some((node) => node.startsWith(`gke-${record.name}`)) ? 'alike' : 'other'
}

/** Groups are a cluster's by a name that is in all of its groups, so that one of them that has nodes tells of all. */
function groupKey({ item, kind }: Thing): string {
  const uid = kind === 'endpoint-group' ? described(item)?.['cluster-uid'] : undefined
  return typeof uid === 'string' ? uid : String(item['name'])
}

async function groupsOf(place: Place, session: Session, things: readonly Thing[], signal: AbortSignal): Promise<Map<string, Whose>> {
  const byKey = Map.groupBy(things.filter(({ kind }) => kind === 'endpoint-group'), groupKey)
  return new Map(await Promise.all([...byKey].map(async ([key, groups]): Promise<[string, Whose]> => {
    for (const group of groups) {
      const nodes = Number(group.item['size'] ?? 0) > 0 ? await nodesIn(session, group, signal) : []
      if (nodes.length > 0) return [key, whoseNodes(place, nodes)]
    }
    return [key, 'alike']
  })))
}

async function nodesIn(session: Session, { path }: Thing, signal: AbortSignal): Promise<string[]> {
  const [, zone, collection, name] = path.split('/')
  if (collection === 'networkEndpointGroups') {
    const page = await session.rest('compute.networkEndpointGroups.listNetworkEndpoints', computeUrl(session, `zones/${zone}/networkEndpointGroups/${name}/listNetworkEndpoints`), signal, { method: 'POST', body: { healthStatus: 'SKIP' } })
    return itemsOf(page).flatMap(({ networkEndpoint }) => (isObject(networkEndpoint) && typeof networkEndpoint['instance'] === 'string' ? [networkEndpoint['instance']] : []))
  }
  const page = await session.rest('compute.instanceGroups.listInstances', computeUrl(session, `zones/${zone}/instanceGroups/${name}/listInstances`), signal, { method: 'POST', body: { instanceState: 'ALL' } })
  return itemsOf(page).map(({ instance }) => String(instance))
}

const nameOf = ({ item }: Pick<Thing, 'item'>): string => String(item['name'])

/** For what Kubernetes made it, by the description that it gives, or the names of what it describes by nothing; null for what a person made. */
function madeFor(item: JsonObject): string | null {
  const said = described(item) ?? {}
  const [service, ingress] = [said['kubernetes.io/service-name'] ?? said['networking.gke.io/service-name'] ?? said['service-name'], said['kubernetes.io/ingress-name']]
  if (typeof ingress === 'string') return `the ingress ${ingress}`
  if (typeof service === 'string') return `the service ${service}`
  return /^k8s\d?-(um|tp|tps|fw|fws|fr|fs|ig)-/.test(String(item['name'])) ? 'an ingress' : null
}

function described({ description }: JsonObject): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(String(description ?? ''))
    return isObject(read) ? read : null
  } catch {
    return null
  }
}
