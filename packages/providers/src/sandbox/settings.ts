import { createHash } from 'node:crypto'
import type { CullingRules, HubCulling } from '@hubfleet/core'
import { adminServiceName, isObject, parseByteSpec, parseQuantity, Problem, requestsOf, serverShapes, serviceName, valueAt } from '@hubfleet/core'
import { parseMisbehaviours, type HubMisbehaviour } from './misbehaviour.ts'
import { ownCertificateOf, type OwnCertificate } from './own-certificate.ts'
import { mostStudents, type Students } from './students.ts'

/**
 * What the sandbox needs of a release's values. Only this is stored, never the values: they hold secrets, and the document is not encrypted.
 * What a value is not given has the default of the chart.
 */
export interface HubSettings {
  students: Students
  admins: string[]
  /** Who may use the hub by name; JupyterHub makes accounts for them. */
  users?: string[]
  /** The spawner deletes the home with its account. */
  deletesHomes?: boolean
  namedServers: boolean
  maxServers: number | null
  /** Bytes that a server asks for. */
  memory: number
  /** Cores that a server asks for; of before they were noted absent. */
  cpu?: number
  storage: { type: string; sizeGiB: number; storageClass: string | null }
  databaseStorageClass: string | null
  /** Null where the hub keeps its database elsewhere. */
  databaseGiB: number | null
  culling: CullingRules & Pick<HubCulling, 'enabled' | 'everySeconds' | 'removeNamedServers' | 'concurrency'>
  /** Hubfleet culls the hub, and not the hub itself. */
  culledByHubfleet?: boolean
  /** sha256 of the token of our service in the hub. */
  tokenHash: string | null
  /** sha256 of the token of the service that changes accounts and groups. */
  adminTokenHash?: string | null
  /** Scopes of its role. */
  scopes: string[]
  loadBalancer: boolean
  letsEncrypt: boolean
  ownCertificate: OwnCertificate | null
  userScheduler: boolean
  placeholders: boolean
  podPriority: boolean
}

/** Throws `unknown-value` when `custom.sandbox` holds what the sandbox does not know. */
export function readValues(values: Record<string, unknown>): { settings: HubSettings; misbehave: HubMisbehaviour[]; seats: number } {
  const at = (path: string) => valueAt(values, path.split('.')) ?? undefined
  const flag = (path: string, initial: boolean) => (at(path) ?? initial) === true
  const count = (path: string, initial: number) => Number(at(path) ?? initial)
  const text = (path: string) => (at(path) === undefined ? null : String(at(path)))
  const token = text(`hub.services.${serviceName}.apiToken`)
  // students choose nothing, and so have servers of the default profile
  const shape = serverShapes(values)[0]!
  const { guarantee, limit } = shape.memory
  const bytes = parseByteSpec(guarantee ?? limit ?? '1G')
  if (bytes === null) throw new Problem('unknown-value', { chart: 'of the sandbox', first: 'singleuser.memory.guarantee is no memory size of JupyterHub' })
  const settings: HubSettings = {
    students: parseStudents(at('custom.sandbox.students')),
    admins: (at('hub.config.Authenticator.admin_users') as string[] | undefined) ?? [],
    users: (at('hub.config.Authenticator.allowed_users') as string[] | undefined) ?? [],
    deletesHomes: flag('hub.config.KubeSpawner.delete_pvc', true),
    namedServers: flag('hub.allowNamedServers', false),
    maxServers: at('hub.activeServerLimit') === undefined ? null : count('hub.activeServerLimit', 0),
    memory: bytes,
    cpu: requestsOf(shape).cpu,
    storage: {
      type: text('singleuser.storage.type') ?? 'dynamic',
      sizeGiB: (parseQuantity(text('singleuser.storage.capacity') ?? '10Gi') ?? 0) / 1024 ** 3,
      storageClass: text('singleuser.storage.dynamic.storageClass'),
    },
    databaseStorageClass: text('hub.db.pvc.storageClassName'),
    databaseGiB: (text('hub.db.type') ?? 'sqlite-pvc') === 'sqlite-pvc' ? (parseQuantity(text('hub.db.pvc.storage') ?? '1Gi') ?? 0) / 1024 ** 3 : null,
    culling: {
      enabled: flag('cull.enabled', true), timeoutSeconds: count('cull.timeout', 3600), everySeconds: Math.max(1, count('cull.every', 600)), maxAgeSeconds: count('cull.maxAge', 0),
      users: flag('cull.users', false), adminUsers: flag('cull.adminUsers', true), removeNamedServers: flag('cull.removeNamedServers', false), concurrency: count('cull.concurrency', 10),
    },
    culledByHubfleet: at('custom.hubfleet.culledBy') === 'hubfleet',
    tokenHash: hashed(token),
    adminTokenHash: hashed(text(`hub.services.${adminServiceName}.apiToken`)),
    scopes: (at(`hub.loadRoles.${serviceName}.scopes`) as string[] | undefined) ?? [],
    loadBalancer: (text('proxy.service.type') ?? 'LoadBalancer') === 'LoadBalancer',
    letsEncrypt: flag('proxy.https.enabled', false) && (text('proxy.https.type') ?? 'letsencrypt') === 'letsencrypt',
    ownCertificate: ownCertificateOf(values),
    userScheduler: flag('scheduling.userScheduler.enabled', true),
    placeholders: flag('scheduling.userPlaceholder.enabled', true),
    podPriority: flag('scheduling.podPriority.enabled', false),
  }
  return { settings, misbehave: parseMisbehaviours(at('custom.sandbox.misbehave')), seats: count('scheduling.userPlaceholder.replicas', 0) }
}

const hashed = (token: string | null): string | null => (token === null ? null : hashToken(token))

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** `custom.sandbox.students`: a count, or `{ count, pattern }`. */
function parseStudents(value: unknown): Students {
  const { count = 0, pattern = 'class' } = isObject(value) ? value : { count: value ?? 0 }
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > mostStudents || (pattern !== 'class' && pattern !== 'always')) {
    const first = `custom.sandbox.students is a count from 0 to ${mostStudents}, or { count, pattern: class | always }`
    throw new Problem('unknown-value', { chart: 'of the sandbox', first })
  }
  return { count, pattern }
}
