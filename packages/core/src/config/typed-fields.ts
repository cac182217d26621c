import { isObject, type JsonObject } from '../json.ts'
import type { Draft } from './draft.ts'
import { comesWithGpus, extraOf, isToleration } from './profile-overrides.ts'

/** Puts a typed field and takes the value that it stands for. */
export type Claim = (from: string, to: string, value: unknown) => void

interface Field { from: string; to: string; /** The field's value, or undefined where it does not mean the same. */ as?(value: unknown): unknown }

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
/** None of a core is no guarantee and no limit. */
const cores = (value: unknown) => (typeof value === 'number' && value > 0 ? value : undefined)
const whole = (value: unknown) => (Number.isInteger(value) ? value : undefined)
const flag = (value: unknown) => (typeof value === 'boolean' ? value : undefined)
const oneOf = (...values: string[]) => (value: unknown) => (values.includes(value as string) ? value : undefined)
const labels = (value: unknown) => (isObject(value) && Object.values(value).every((each) => typeof each === 'string') ? value : undefined)
const tolerations = (value: unknown) => (Array.isArray(value) && value.every(isToleration) ? value : undefined)
const texts = (value: unknown) => (Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined)

/** Values that mean by themselves exactly what a typed field means. */
const fields: Field[] = [
  { from: 'singleuser.memory.guarantee', to: 'memory.guarantee', as: text },
  { from: 'singleuser.memory.limit', to: 'memory.limit', as: text },
  { from: 'singleuser.cpu.guarantee', to: 'cpu.guarantee', as: cores },
  { from: 'singleuser.cpu.limit', to: 'cpu.limit', as: cores },
  { from: 'singleuser.startTimeout', to: 'scheduling.startTimeoutSeconds', as: whole },
  { from: 'singleuser.storage.type', to: 'storage.type', as: oneOf('dynamic', 'static', 'none') },
  { from: 'singleuser.storage.capacity', to: 'storage.capacity', as: text },
  { from: 'singleuser.storage.homeMountPath', to: 'storage.homeMountPath', as: text },
  { from: 'singleuser.storage.dynamic.storageClass', to: 'storage.storageClass', as: text },
  { from: 'singleuser.storage.static.pvcName', to: 'storage.static.claim', as: text },
  { from: 'singleuser.storage.static.subPath', to: 'storage.static.subPath', as: text },
  { from: 'singleuser.cloudMetadata.blockWithIptables', to: 'security.cloudMetadata', as: (value) => (flag(value) === undefined ? undefined : value ? 'iptables' : 'networkPolicy') },
  { from: 'singleuser.nodeSelector', to: 'scheduling.nodeSelector', as: labels },
  { from: 'singleuser.extraTolerations', to: 'scheduling.tolerations', as: tolerations },
  { from: 'hub.activeServerLimit', to: 'capacity.maxServers', as: whole },
  { from: 'hub.concurrentSpawnLimit', to: 'scheduling.concurrentSpawnLimit', as: whole },
  { from: 'scheduling.userScheduler.enabled', to: 'scheduling.userScheduler', as: flag },
  { from: 'scheduling.userPods.nodeAffinity.matchNodePurpose', to: 'scheduling.userPods.matchNodePurpose', as: oneOf('ignore', 'prefer', 'require') },
  { from: 'scheduling.corePods.nodeAffinity.matchNodePurpose', to: 'scheduling.corePods.matchNodePurpose', as: oneOf('ignore', 'prefer', 'require') },
  { from: 'scheduling.userPlaceholder.replicas', to: 'capacity.seats', as: whole },
  { from: 'cull.enabled', to: 'culling.enabled', as: flag },
  { from: 'cull.timeout', to: 'culling.timeoutSeconds', as: whole },
  { from: 'cull.every', to: 'culling.everySeconds', as: whole },
  { from: 'cull.maxAge', to: 'culling.maxAgeSeconds', as: whole },
  { from: 'cull.users', to: 'culling.users', as: flag },
  { from: 'cull.adminUsers', to: 'culling.adminUsers', as: flag },
  { from: 'cull.removeNamedServers', to: 'culling.removeNamedServers', as: flag },
  { from: 'cull.concurrency', to: 'culling.concurrency', as: whole },
  { from: 'hub.config.Authenticator.allow_all', to: 'access.allowAll', as: flag },
  { from: 'hub.config.Authenticator.allow_existing_users', to: 'access.allowExisting', as: flag },
  { from: 'hub.config.Authenticator.allowed_users', to: 'access.users', as: texts },
  { from: 'hub.config.Authenticator.admin_users', to: 'access.admins', as: texts },
]

/** Where the chart has a default that is not null. */
const chartHas = new Set([
  'singleuser.memory.guarantee', 'singleuser.startTimeout', 'singleuser.storage.type', 'singleuser.storage.capacity', 'singleuser.storage.homeMountPath', 'singleuser.storage.static.subPath',
  'hub.concurrentSpawnLimit', 'scheduling.userScheduler.enabled', 'scheduling.userPods.nodeAffinity.matchNodePurpose', 'scheduling.corePods.nodeAffinity.matchNodePurpose',
  'scheduling.userPlaceholder.replicas', ...['enabled', 'timeout', 'every', 'maxAge', 'users', 'adminUsers', 'removeNamedServers', 'concurrency'].map((key) => `cull.${key}`),
])

export function claimFields(draft: Draft, claim: Claim): void {
  claimExtraResource(draft, claim)
  for (const { from, to, as } of fields) {
    const value = draft.get(from)
    const typed = value === undefined || value === null ? undefined : as ? as(value) : value
    if (typed !== undefined) claim(from, to, typed)
    // a null where the chart has nothing by default; elsewhere it takes the chart's default away, and only a raw value says that
    else if (value === null && !chartHas.has(from)) draft.take(from)
  }
  claimImage(draft, claim)
  claimHome(draft, claim)
  claimDatabase(draft, claim)
}

/** Whole GPUs, and what else servers get of their nodes. */
function claimExtraResource(draft: Draft, claim: Claim): void {
  const from = 'singleuser.extraResource'
  const given = draft.get(from)
  if (!isObject(given)) return
  let means = true
  const { gpu, extraResource } = extraOf(given['guarantees'], given['limits'], () => { means = false })
  if (!means || Object.keys(given).some((key) => key !== 'guarantees' && key !== 'limits')) return
  if (gpu !== undefined) {
    claim(from, 'gpu', gpu)
    const others = tolerations(draft.get('singleuser.extraTolerations'))?.filter((each) => !comesWithGpus(each))
    if (others) (draft.get('singleuser') as JsonObject)['extraTolerations'] = others
  }
  if (extraResource !== undefined) claim(from, 'extraResource', extraResource)
  draft.take(from)
}

/** An image with pull secrets or without a tag stays as it is. */
function claimImage(draft: Draft, claim: Claim): void {
  const image = draft.get('singleuser.image')
  if (!isObject(image)) return
  for (const key of ['name', 'tag', 'pullPolicy']) if (image[key] === null || image[key] === '') delete image[key]
  const { name, tag, pullPolicy, ...more } = image
  if (!text(name) || !text(tag) || Object.keys(more).length > 0) return
  claim('singleuser.image', 'image', { name, tag, ...(pullPolicy !== undefined && { pullPolicy }) })
}

/** The guide's own hook, and gitpuller's; any other is left alone. */
function claimHome(draft: Draft, claim: Claim): void {
  const from = 'singleuser.lifecycleHooks.postStart.exec.command'
  const command = texts(draft.get(from))
  if (!command || draft.get('singleuser.lifecycleHooks.preStop') !== undefined) return
  const contents = /^test -f \$HOME\/\.copied \|\| cp -Rf (\/[^\s;$&|]+?)\/?\.? \$HOME\/?; touch \$HOME\/\.copied$/.exec(command[2] ?? '')?.[1]
  if (/(^|\/)sh$/.test(command[0]!) && command[1] === '-c' && command.length === 3 && contents) return claim(from, 'home.contents', contents.replace(/\/+$/, '') || '/')
  const [program, url, branch, directory, ...more] = command
  if (program === 'gitpuller' && more.length === 0 && url?.startsWith('https://')) claim(from, 'home.gitRepository', { url, ...(branch && { branch }), ...(directory && { directory }) })
}

function claimDatabase(draft: Draft, claim: Claim): void {
  const type = draft.get('hub.db.type')
  if (type === 'sqlite-memory') claim('hub.db.type', 'database.type', 'sqlite-memory')
  if (type === 'sqlite-pvc' || type === undefined) {
    if (type) claim('hub.db.type', 'database.type', 'sqlite')
    for (const [from, to] of [['hub.db.pvc.storage', 'database.capacity'], ['hub.db.pvc.storageClassName', 'database.storageClass']] as const) {
      const value = draft.get(from)
      if (text(value)) claim(from, to, value)
      else if (value === null) draft.take(from)
    }
  }
  const url = draft.get('hub.db.url')
  if ((type !== 'postgres' && type !== 'mysql') || typeof url !== 'string') return
  const match = /^(?:postgres(?:ql)?|mysql)(?:\+\w+)?:\/\/([^:@/]+)(?::([^@/]*))?@([0-9A-Za-z.-]+)(?::(\d+))?\/([^?]+)$/.exec(url)
  // an address with a broken escape is left as it is
  if (!match || !canDecode(url)) return
  const [, user, inUrl, host, port, name] = match
  const password = draft.get('hub.db.password') ?? (inUrl === undefined ? undefined : decodeURIComponent(inUrl))
  if (draft.has('hub.db.password')) draft.take('hub.db.password')
  draft.take('hub.db.type')
  claim('hub.db.url', 'database', { type, host, ...(port && { port: Number(port) }), name: decodeURIComponent(name!), user: decodeURIComponent(user!), ...(typeof password === 'string' && { password }) })
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
