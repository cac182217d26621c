import type { JsonObject } from '../json.ts'
import { isObject, leaves, pointerOf, valueAt } from '../json.ts'
import { serverHardening } from '../security/hardening.ts'
import { parseByteSpec } from '../units.ts'
import { loginRules } from './login/values.ts'
import { cullingFiles, ownCullingValues } from './culling/culling-values.ts'
import { freezeFile } from './freeze/freeze-code.ts'
import { liveFileValues } from './live-file.ts'
import { deepMerge, prune } from './merge.ts'
import { dnsRules, rangedUsers } from './openshift-values.ts'
import { deletesUsers } from './people.ts'
import { profileRules } from './servers/profile-code.ts'
import type { HubSecrets } from './secrets.ts'
import { adminTokenOf, joinSecrets } from './secrets.ts'
import { serverShapes } from './servers/server-shapes.ts'
import type { HubSpec } from './spec.ts'
import { typedValues } from './typed-values.ts'

/** The name of our own service and role in each hub. */
export const serviceName = 'hubfleet'
/** The service that changes accounts and groups. JupyterHub lets nobody but an admin make admins, so it is one; nothing else uses it. */
export const adminServiceName = 'hubfleet-admin'
export const hubLabel = 'hubfleet.dev/hub'
export const tenantLabel = 'hubfleet.dev/tenant'

/** Which layer a value comes from; a later one of these wins. */
export type ValueOrigin = 'platform' | 'typed' | 'raw' | 'enforced'

export interface RenderInput {
  hub: { id: string; tenantId: string }
  /** As stored: its secrets are in `secrets.fields`. */
  spec: HubSpec
  secrets: HubSecrets
  /** Of the cluster: whether OpenShift's constraints decide over its pods. Default: no. */
  openShift?: boolean | undefined
}

export interface RenderedValues {
  /** What helm gets. They hold secrets. */
  values: JsonObject
  /** The layer of each leaf, by JSON pointer. */
  origins: Record<string, ValueOrigin>
}

/** The values of a hub's release: platform < typed fields < raw values < enforced. The same input gives the same bytes. */
export function renderValues({ hub, spec, secrets, openShift = false }: RenderInput): RenderedValues {
  const typed = typedValues(joinSecrets(spec, secrets.fields))
  const raw = withoutOurs(spec.values)
  const layers: [ValueOrigin, JsonObject][] = [
    ['platform', platformValues(deepMerge(typed, raw), spec, openShift)],
    ['typed', typed],
    ['raw', raw],
    ['enforced', deepMerge(enforcedValues(hub, spec, secrets), profileRules(spec), loginRules(spec), ownCullingValues(spec), liveFileValues([freezeFile, ...cullingFiles(spec)], deepMerge(typed, raw)), openShift ? dnsRules(deepMerge(typed, raw)) : {})],
  ]
  const values = deepMerge(...layers.map(([, layer]) => layer))
  return { values, origins: originsOf(values, layers) }
}

/** Defaults that differ from the chart's; typed fields and raw values win over them. */
function platformValues(wanted: JsonObject, spec: HubSpec, openShift: boolean): JsonObject {
  return prune(deepMerge(openShift ? rangedUsers : {}, {
    // By itself KubeSpawner deletes the home with the account. Whether files go is decided by whoever deletes the account, and only where
    // idle accounts are culled together with their homes does the spawner do it.
    hub: { config: { KubeSpawner: { delete_pvc: deletesUsers(spec) ? undefined : false, container_security_context: serverHardening(wanted, { ranged: openShift }) } } },
    // The hook makes helm wait until each node has pulled the images, which can take longer than any helm run should. The continuous puller
    // still pulls them to all nodes, without holding anybody up.
    prePuller: { hook: { enabled: false } },
    scheduling: { userPlaceholder: { resources: placeholderResources(wanted) } },
  }))
}

/**
 * Resources of a seat: exactly those of the server that will take it, with profiles of one of the default profile. By itself the chart copies
 * JupyterHub's `1G` to where Kubernetes reads it as 10^9 bytes, 7 % less than the server asks for, and `K` is no unit of Kubernetes at all.
 */
export function placeholderResources(wanted: JsonObject): JsonObject {
  const { memory, cpu, extra } = serverShapes(wanted)[0]!
  const of = (kind: 'guarantee' | 'limit', more: JsonObject) => ({ cpu: quantity(cpu[kind]), memory: bytes(memory[kind]), ...more })
  return { requests: of('guarantee', extra.guarantees), limits: of('limit', extra.limits) }
}

const quantity = (value: unknown): string | undefined => (typeof value === 'number' || typeof value === 'string' ? String(value) : undefined)

function bytes(value: unknown): string | undefined {
  const parsed = typeof value === 'number' || typeof value === 'string' ? parseByteSpec(value) : null
  return parsed === null ? undefined : String(parsed)
}

/** What Hubfleet's promises stand on; nothing wins over it. */
function enforcedValues(hub: RenderInput['hub'], spec: HubSpec, secrets: HubSecrets): JsonObject {
  const labels = { [hubLabel]: hub.id, [tenantLabel]: hub.tenantId }
  return {
    // the names of all objects are the chart's own: what watches, counts and tears down relies on them
    fullnameOverride: '',
    hub: {
      config: {
        JupyterHub: { cookie_secret: secrets.cookieSecret },
        ConfigurableHTTPProxy: { auth_token: secrets.proxyToken },
        CryptKeeper: { keys: [secrets.cryptKey] },
      },
      // a stop uninstalls the release; the database of users must outlive it
      db: { pvc: { annotations: { 'helm.sh/resource-policy': 'keep' } } },
      services: { [serviceName]: { apiToken: secrets.apiToken }, [adminServiceName]: { apiToken: adminTokenOf(secrets), admin: true } },
      loadRoles: { [serviceName]: { services: [serviceName], scopes: serviceScopes(deletesUsers(spec)) } },
    },
    singleuser: { extraLabels: labels, storage: { extraLabels: labels } },
    // A seat must make room for a user, so its priority is lower. The chart's -10 is the lowest for which an autoscaler still adds nodes.
    scheduling: { podPriority: { enabled: true }, userPlaceholder: { enabled: true, replicas: spec.capacity.seats } },
  }
}

/** What is looked at all the time, and starting and stopping servers: `servers` has both, `read:users` who is an admin, in which groups, and since when there is the account. */
export function serviceScopes(cullsUsers: boolean): string[] {
  const scopes = ['list:users', 'read:users', 'read:servers', 'servers', 'read:hub', 'list:groups', 'read:groups']
  return cullsUsers ? [...scopes, 'delete:users'] : scopes
}

/** Raw values without our service and role: they are replaced whole, so that nothing (say `admin: true`) is merged into them. */
function withoutOurs(raw: JsonObject): JsonObject {
  if (!isObject(raw.hub)) return raw
  const hub = { ...raw.hub }
  for (const key of ['services', 'loadRoles']) {
    if (!isObject(hub[key])) continue
    const { [serviceName]: _ours, [adminServiceName]: _admin, ...others } = hub[key]
    hub[key] = others
  }
  return { ...raw, hub }
}

function originsOf(values: JsonObject, layers: [ValueOrigin, JsonObject][]): Record<string, ValueOrigin> {
  const origins: [string, ValueOrigin][] = []
  for (const { path } of leaves(values)) {
    const [origin] = layers.findLast(([, layer]) => valueAt(layer, path) !== undefined) ?? []
    if (origin) origins.push([pointerOf(path), origin])
  }
  return Object.fromEntries(origins)
}
