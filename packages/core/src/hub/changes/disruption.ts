import type { JsonObject } from '../../json.ts'
import { isObject, valueAt } from '../../json.ts'
import { changes } from './diff.ts'
import { namingOf } from '../login/change.ts'
import type { HubSpec } from '../spec.ts'

/** A hub as it would run: its spec and the values rendered from it. */
export interface RunningHub { spec: HubSpec; values: JsonObject }

export type Restarting = 'hub' | 'proxy' | 'autohttps' | 'user-scheduler' | 'user-servers'

/** Who notices a change. */
export interface Disruption {
  restarts: Restarting[]
  /** People who work lose their connection or their server. */
  disconnectsUsers: boolean
  /** Something changes only for servers that start afterwards. */
  newServersOnly: boolean
  addressChanges: boolean
  /** The same in sentences, for people. */
  words: string[]
}

const seats = 'scheduling.userPlaceholder.replicas'

/** Values that are in the proxy's pod template, as the chart 4.4.0 makes it. */
const ofProxy = [
  'proxy.chp', 'proxy.labels', 'proxy.annotations', 'proxy.deploymentStrategy', 'proxy.https', 'proxy.secretToken',
  'hub.config.ConfigurableHTTPProxy.auth_token', 'hub.config.JupyterHub.subdomain_host',
  'scheduling.podPriority', 'scheduling.corePods', 'imagePullSecret', 'imagePullSecrets', 'debug', 'fullnameOverride', 'nameOverride',
]
const ofUserScheduler = [
  'scheduling.userScheduler', 'scheduling.podPriority', 'scheduling.corePods', 'imagePullSecret', 'imagePullSecrets', 'fullnameOverride', 'nameOverride',
]
/** Values that lie below these and change an object beside the pods alone. */
const besidePods = ['replicas', 'revisionHistoryLimit', 'pdb', 'networkPolicy'].flatMap((key) => [`proxy.chp.${key}`, `scheduling.userScheduler.${key}`])
const ofAddress = ['proxy.service.type', 'proxy.service.loadBalancerIP', 'proxy.service.annotations', 'ingress.enabled', 'ingress.hosts', 'httpRoute', 'hub.baseUrl']
/** What of the values the pods of a part are made from; where that is the same, they do not restart. */
export const valuesOf = (part: 'proxy' | 'user-scheduler', values: JsonObject): JsonObject =>
  Object.fromEntries((part === 'proxy' ? ofProxy : ofUserScheduler).map((path) => [path, valueAt(values, path.split('.')) ?? null]))
/** Values that servers are started with. */
const ofServers = ['singleuser', 'custom.hubfleet.profiles']
/** Values of users' servers that hold for those that run as well. */
const ofRunningServers = ['singleuser.networkPolicy']

/** What a change disturbs. `before` is null when nothing runs yet. */
export function disruption(before: RunningHub | null, after: RunningHub): Disruption {
  if (before === null || before.spec.power === 'stopped') return described({ chart: false, touched: new Set(), stops: false, addressChanges: false, renames: false })
  const touched = new Set([...changes(before.values, after.values)].flatMap(({ path, before: was, after: is }) => expand(path, was, is)))
  return described({
    touched,
    chart: before.spec.chart.version !== after.spec.chart.version || before.spec.chart.source !== after.spec.chart.source,
    stops: after.spec.power === 'stopped',
    addressChanges: before.spec.exposure.host !== after.spec.exposure.host || [...touched].some((path) => isUnder(path, ofAddress)),
    renames: namingOf(before.spec) !== namingOf(after.spec),
  })
}

/** What a restart means to people. */
export const restartWords = {
  hub: 'The hub restarts: for about half a minute nobody can log in or start a server; running servers go on.',
  proxy: 'The proxy restarts: all connections drop for a few seconds; notebooks reconnect by themselves.',
} as const

interface Change { touched: Set<string>; chart: boolean; stops: boolean; addressChanges: boolean; renames: boolean }

function described({ touched, chart, stops, addressChanges, renames }: Change): Disruption {
  const touches = (prefixes: string[]) => [...touched].some((path) => isUnder(path, prefixes) && !isUnder(path, besidePods))
  const hub = chart || [...touched].some((path) => path !== seats)
  const proxy = chart || touches(ofProxy)
  const newServersOnly = !stops && (chart || [...touched].some((path) => isUnder(path, ofServers) && !isUnder(path, ofRunningServers)))
  const restarts: Restarting[] = stops ? ['hub', 'proxy', 'user-scheduler', 'user-servers'] : []
  if (!stops && hub) restarts.push('hub')
  if (!stops && proxy) restarts.push('proxy')
  if (!stops && (chart || touches(ofUserScheduler))) restarts.push('user-scheduler')

  const words = stops ? ['The hub is shut down: all servers stop and nobody can log in. Homes and users are kept.'] : [
    ...(hub ? [restartWords.hub] : []),
    ...(proxy ? [restartWords.proxy] : []),
    ...(newServersOnly ? ['Servers that run keep what they have; the change holds for those that start afterwards.'] : []),
    ...(addressChanges ? ['The address of the hub changes: people need the new one, and a login provider its new callback address.'] : []),
    ...(renames ? ['Users get other names: each starts with an empty home, and the old one stays under the old name.'] : []),
    ...(touched.has(seats) ? ['The number of free seats changes; nobody is disturbed.'] : []),
  ]
  return { restarts, disconnectsUsers: stops || proxy || addressChanges, newServersOnly, addressChanges: addressChanges && !stops, words }
}

/** The dotted paths of all leaves of a difference, so that one that appears whole is known by what is in it. */
function expand(path: string[], before: unknown, after: unknown): string[] {
  const keys = [before, after].flatMap((side) => (isObject(side) ? Object.keys(side) : []))
  if (keys.length === 0) return [path.join('.')]
  const inside = (side: unknown, key: string) => (isObject(side) ? side[key] : undefined)
  return keys.flatMap((key) => expand([...path, key], inside(before, key), inside(after, key)))
}

const isUnder = (path: string, prefixes: readonly string[]): boolean => prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}.`))
