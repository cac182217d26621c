import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import type { ProfileOverrides } from '../hub/servers/profiles.ts'
import { gpuResource } from '../hub/servers/resources.ts'
import type { Toleration } from '../hub/servers/scheduling.ts'
import { parseByteSpec } from '../units.ts'

/** Tells why something cannot become a typed field. `path` is what is meant, below what is read. */
export type Obstacle = (path: string, why: string) => void
/** Tells of something that is not quite what it was. */
export type Change = (path: string, message: string) => void

/** What servers get that have no override, as far as a null of an override takes it away. */
export interface Below { memory: { guarantee: boolean; limit: boolean }; cpu: { guarantee: boolean; limit: boolean } }

/**
 * A `kubespawner_override` in our words. What has no field, or means something else there, is an obstacle; what comes back then is of no use.
 */
export function typedOverrides(override: unknown, below: Below, { obstacle, change }: { obstacle: Obstacle; change: Change }): ProfileOverrides {
  if (override === undefined || override === null) return {}
  if (!isObject(override)) return obstacle('', 'it is no table'), {}
  const { image, image_spec: imageSpec, image_pull_policy: pullPolicy, mem_guarantee: memGuarantee, mem_limit: memLimit, cpu_guarantee: cpuGuarantee, cpu_limit: cpuLimit,
    extra_resource_guarantees: guarantees, extra_resource_limits: limits, node_selector: nodeSelector, tolerations, environment, default_url: defaultUrl, working_dir: workingDirectory, ...more } = override
  for (const key of Object.keys(more)) {
    // one level too deep: it was meant for the profile
    if (['default', 'display_name', 'description', 'slug'].includes(key)) change(key, 'A server has no such setting, so nothing read it here. It belongs one level higher.')
    else obstacle(key, 'profiles have no field for it')
  }
  const extra = extraOf(guarantees, limits, obstacle)
  const typed = {
    image: imageOf(image ?? imageSpec, pullPolicy, obstacle),
    memory: amounts({ guarantee: ['mem_guarantee', memGuarantee], limit: ['mem_limit', memLimit] }, below.memory, memorySize, obstacle),
    cpu: amounts({ guarantee: ['cpu_guarantee', cpuGuarantee], limit: ['cpu_limit', cpuLimit] }, below.cpu, cores, obstacle),
    ...extra,
    nodeSelector: table(nodeSelector, 'node_selector', (value) => (typeof value === 'string' ? value : undefined), obstacle),
    tolerations: tolerationsOf(tolerations, Boolean(extra.gpu), obstacle, change),
    environment: table(environment, 'environment', (value) => (typeof value === 'string' ? value : undefined), obstacle),
    defaultUrl: path('default_url', defaultUrl, obstacle), workingDirectory: path('working_dir', workingDirectory, obstacle),
  }
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined))
}

function path(key: string, value: unknown, obstacle: Obstacle): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  return typeof value === 'string' && value.startsWith('/') ? value : void obstacle(key, 'it does not begin with /')
}

function imageOf(image: unknown, pullPolicy: unknown, obstacle: Obstacle): ProfileOverrides['image'] {
  if (image === undefined) return void (pullPolicy !== undefined && obstacle('image_pull_policy', 'it needs an image beside it'))
  const [, name, tag = 'latest', digest] = (typeof image === 'string' && /^([^@]+?)(?::(\w[\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(image)) || []
  if (name === undefined) return void obstacle('image', 'it is no image with a tag')
  if (digest !== undefined && !(image as string).includes(`:${tag}@`)) return void obstacle('image', 'a typed image has a tag beside its digest')
  return { name, tag, ...(digest && { digest }), ...(pullPolicy !== undefined && { pullPolicy: pullPolicy as 'Always' }) }
}

type Amount<T> = (value: unknown) => T | undefined

/** Null and zero take away what is below, for which there is no field; where nothing is below they do nothing. */
function amounts<T>(given: Record<'guarantee' | 'limit', [key: string, value: unknown]>, below: { guarantee: boolean; limit: boolean }, read: Amount<T>, obstacle: Obstacle): { guarantee?: T; limit?: T } | undefined {
  const found = (['guarantee', 'limit'] as const).flatMap((kind): [string, T][] => {
    const [key, value] = given[kind]
    if (value === undefined) return []
    if (value === null || Number(value) === 0) {
      if (below[kind]) obstacle(key, 'it takes away what all servers have, and a profile cannot')
      return []
    }
    const amount = read(value)
    if (amount === undefined) obstacle(key, 'KubeSpawner takes no such amount')
    return amount === undefined ? [] : [[kind, amount]]
  })
  return found.length > 0 ? Object.fromEntries(found) as { guarantee?: T; limit?: T } : undefined
}

/** A number is bytes, which a field has in K: every whole number of bytes is a short fraction of them. */
function memorySize(value: unknown): string | undefined {
  const bytes = typeof value === 'string' || typeof value === 'number' ? parseByteSpec(value) : null
  return bytes === null ? undefined : typeof value === 'string' ? value : `${bytes / 1024}K`
}

const cores = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined)

/** Whole GPUs are a field of their own, as long as guarantee and limit agree. */
export function extraOf(guarantees: unknown, limits: unknown, obstacle: Obstacle): Pick<ProfileOverrides, 'gpu' | 'extraResource'> {
  const quantity = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)
  const of = { guarantees: table(guarantees, 'extra_resource_guarantees', quantity, obstacle), limits: table(limits, 'extra_resource_limits', quantity, obstacle) }
  const gpus = of.limits?.[gpuResource]
  const isGpu = gpus !== undefined && /^\d+$/.test(gpus) && (of.guarantees?.[gpuResource] ?? gpus) === gpus
  const rest = Object.fromEntries(Object.entries(of).flatMap(([kind, found]) => {
    const others = Object.entries(found ?? {}).filter(([name]) => !(isGpu && name === gpuResource))
    return others.length > 0 ? [[kind, Object.fromEntries(others)]] : []
  }))
  return { ...(isGpu && { gpu: Number(gpus) }), ...(Object.keys(rest).length > 0 && { extraResource: rest }) }
}

function table<T>(value: unknown, key: string, read: (inner: unknown) => T | undefined, obstacle: Obstacle): Record<string, T> | undefined {
  if (value === undefined || value === null) return undefined
  if (!isObject(value)) return void obstacle(key, 'it is no table')
  const entries = Object.entries(value).flatMap(([name, inner]): [string, T][] => {
    const found = read(inner)
    if (found === undefined) obstacle(`${key}.${name}`, inner === null ? 'it takes away what all servers have, and a profile cannot' : 'it is no text')
    return found === undefined ? [] : [[name, found]]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** In an override they stand instead of those of all servers; a field has them beside those. */
function tolerationsOf(value: unknown, hasGpus: boolean, obstacle: Obstacle, change: Change): Toleration[] | undefined {
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value) || !value.every(isToleration)) return void obstacle('tolerations', 'a typed toleration has key, operator, value and effect as texts')
  const own = value.filter((each) => !isOfChart(each))
  if (own.length === value.length) change('tolerations', 'These servers tolerate what all servers of users do as well; in the file they did not.')
  const others = own.filter((each) => !(hasGpus && comesWithGpus(each)))
  return others.length > 0 ? others : undefined
}

export const isToleration = (each: unknown): each is Toleration & JsonObject =>
  isObject(each) && Object.entries(each).every(([key, value]) => ['key', 'operator', 'value', 'effect'].includes(key) && typeof value === 'string')

/** What the chart lets all servers of users tolerate. */
const isOfChart = ({ key, value }: Toleration): boolean => (key === 'hub.jupyter.org/dedicated' || key === 'hub.jupyter.org_dedicated') && value === 'user'

/** What every server with GPUs tolerates by itself. */
export const comesWithGpus = ({ key, operator, effect }: Toleration): boolean => key === gpuResource && operator === 'Exists' && effect === 'NoSchedule'
