import type { JsonObject } from '../json.ts'
import { isObject, leaves, pointerOf, valueAt } from '../json.ts'
import { parseByteSpec } from '../units.ts'
import { loginRules } from './login/values.ts'
import { deepMerge, prune } from './merge.ts'
import { profileRules } from './profile-code.ts'
import type { HubSecrets } from './secrets.ts'
import { joinSecrets } from './secrets.ts'
import { serverShapes } from './server-shapes.ts'
import type { HubSpec } from './spec.ts'
import { typedValues } from './typed-values.ts'

/** The name of our own service and role in each hub. */
export const serviceName = 'hubfleet'
export const hubLabel = 'hubfleet.dev/hub'
export const tenantLabel = 'hubfleet.dev/tenant'

/** Which layer a value comes from; a later one of these wins. */
export type ValueOrigin = 'platform' | 'typed' | 'raw' | 'enforced'

export interface RenderInput {
  hub: { id: string; tenantId: string }
  /** As stored: its secrets are in `secrets.fields`. */
  spec: HubSpec
  secrets: HubSecrets
}

export interface RenderedValues {
  /** What helm gets. They hold secrets. */
  values: JsonObject
  /** The layer of each leaf, by JSON pointer. */
  origins: Record<string, ValueOrigin>
}

/** The values of a hub's release: platform < typed fields < raw values < enforced. The same input gives the same bytes. */
export function renderValues({ hub, spec, secrets }: RenderInput): RenderedValues {
  const typed = typedValues(joinSecrets(spec, secrets.fields))
  const raw = withoutOurs(spec.values)
  const layers: [ValueOrigin, JsonObject][] = [
    ['platform', platformValues(deepMerge(typed, raw))],
    ['typed', typed],
    ['raw', raw],
    ['enforced', deepMerge(enforcedValues(hub, spec, secrets), profileRules(spec), loginRules(spec))],
  ]
  const values = deepMerge(...layers.map(([, layer]) => layer))
  return { values, origins: originsOf(values, layers) }
}

/** Defaults that differ from the chart's; typed fields and raw values win over them. */
function platformValues(wanted: JsonObject): JsonObject {
  return prune({
    // The hook makes helm wait until each node has pulled the images, which can take longer than any helm run should. The continuous puller
    // still pulls them to all nodes, without holding anybody up.
    prePuller: { hook: { enabled: false } },
    scheduling: { userPlaceholder: { resources: placeholderResources(wanted) } },
  })
}

/**
 * Resources of a seat: exactly those of the server that will take it, with profiles of one of the default profile. By itself the chart copies
 * JupyterHub's `1G` to where Kubernetes reads it as 10^9 bytes, 7 % less than the server asks for, and `K` is no unit of Kubernetes at all.
 */
function placeholderResources(wanted: JsonObject): JsonObject {
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
      services: { [serviceName]: { apiToken: secrets.apiToken } },
      loadRoles: { [serviceName]: { services: [serviceName], scopes: serviceScopes(deletesUsers(spec)) } },
    },
    singleuser: { extraLabels: labels, storage: { extraLabels: labels } },
    // A seat must make room for a user, so its priority is lower. The chart's -10 is the lowest for which an autoscaler still adds nodes.
    scheduling: { podPriority: { enabled: true }, userPlaceholder: { enabled: true, replicas: spec.capacity.seats } },
  }
}

/** The least that listing and culling need. `read:users` tells since when a user exists, which culling users goes by. */
export function serviceScopes(cullsUsers: boolean): string[] {
  const scopes = ['list:users', 'read:users:activity', 'read:servers', 'delete:servers', 'read:hub']
  return cullsUsers ? [...scopes, 'read:users', 'delete:users'] : scopes
}

const deletesUsers = (spec: HubSpec): boolean => (valueAt(spec.values, ['cull', 'users']) ?? spec.culling.users) === true

/** Raw values without our service and role: they are replaced whole, so that nothing (say `admin: true`) is merged into them. */
function withoutOurs(raw: JsonObject): JsonObject {
  if (!isObject(raw.hub)) return raw
  const hub = { ...raw.hub }
  for (const key of ['services', 'loadRoles']) {
    if (!isObject(hub[key])) continue
    const { [serviceName]: _ours, ...others } = hub[key]
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
