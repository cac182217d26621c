import type { JsonObject } from '../../json.ts'
import { isObject, valueAt } from '../../json.ts'
import { parseByteSpec, parseQuantity } from '../../units.ts'
import { deepMerge } from '../merge.ts'
import type { HubSpec } from '../spec.ts'
import { typedValues } from '../typed-values.ts'

/** What one server asks of a node. Bytes, cores, and other resources by name; null is nothing. */
export interface ServerShape {
  /** Null: the hub has no profiles. */
  profile: string | null
  /** The choice that was made in each option. */
  choices: Record<string, string>
  /** It is what starts when nobody chooses: the default profile with its default choices. */
  default: boolean
  memory: Amounts<string | number>
  cpu: Amounts<string | number>
  /** Resources other than memory and CPU. */
  extra: { guarantees: JsonObject; limits: JsonObject }
  nodeSelector: Record<string, string>
  tolerations: JsonObject[]
  /** Servers go to nodes for users only. */
  requirePurpose: boolean
  /** Where in the profile list it is; null without profiles. */
  index: number | null
}
export interface Amounts<T> { guarantee: T | null; limit: T | null }

/** More combinations of choices than this are not looked at one by one. */
export const mostShapes = 500

/** The shapes of a spec's servers, raw values included: those that differ, for each profile, the default first. */
export const shapesOfSpec = (spec: HubSpec): ServerShape[] => serverShapes(serverValues(spec))

/** The chart values of a spec as far as servers go: its secrets are not in them. */
export const serverValues = (spec: HubSpec): JsonObject => deepMerge(typedValues(spec), spec.values)

/**
 * Every shape that a server of these chart values can have, as KubeSpawner makes it: the hub's own values, the profile over them, then the
 * choice of each of its options.
 */
export function serverShapes(values: JsonObject): ServerShape[] {
  const base = baseShape(values)
  const list = valueAt(values, ['singleuser', 'profileList'])
  const profiles = (Array.isArray(list) ? list : []).filter(isObject)
  if (profiles.length === 0) return [base]
  const first = Math.max(0, profiles.findIndex((profile) => profile.default === true))
  const shapes = profiles.flatMap((profile, index) => {
    const own = override({ ...base, profile: String(profile.slug ?? profile.display_name ?? index), index, default: index === first }, profile.kubespawner_override)
    return distinct(optionsOf(profile).reduce((below: ServerShape[], [slug, choices]) => below.flatMap((shape) => choices.map(([name, choice], at) =>
      override({ ...shape, choices: { ...shape.choices, [slug]: name }, default: shape.default && at === 0 }, choice.kubespawner_override))).slice(0, mostShapes), [own]))
  })
  return shapes.sort((one, other) => Number(other.default) - Number(one.default))
}

/** Of a shape that differs in nothing but its choices, the first is kept; default choices come first. */
function distinct(shapes: ServerShape[]): ServerShape[] {
  const seen = new Map<string, ServerShape>()
  for (const shape of shapes) {
    const { choices: _choices, default: _default, ...what } = shape
    const key = JSON.stringify(what)
    if (!seen.has(key)) seen.set(key, shape)
  }
  return [...seen.values()]
}

type Choices = [slug: string, choice: JsonObject][]

/** Options with their choices, the default one first. Those that change nothing but the image are left out. */
function optionsOf({ profile_options: options }: JsonObject): [slug: string, choices: Choices][] {
  return Object.entries(isObject(options) ? options : {}).flatMap(([slug, option]): [string, Choices][] => {
    const choices = Object.entries(isObject(option) && isObject(option.choices) ? option.choices : {}).filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
    if (!choices.some(([, { kubespawner_override: changed }]) => isObject(changed) && Object.keys(changed).some((key) => shaping.has(key)))) return []
    return [[slug, choices.toSorted(([, a], [, b]) => Number(b.default === true) - Number(a.default === true))]]
  })
}

const shaping = new Set(['mem_guarantee', 'mem_limit', 'cpu_guarantee', 'cpu_limit', 'extra_resource_guarantees', 'extra_resource_limits', 'node_selector', 'tolerations'])

function baseShape(values: JsonObject): ServerShape {
  const user = (path: string) => valueAt(values, ['singleuser', ...path.split('.')]) ?? null
  const amounts = (kind: string, initial: string | null) => {
    const given = valueAt(values, ['singleuser', kind, 'guarantee'])
    return { guarantee: (given === undefined ? initial : given) as string | null, limit: user(`${kind}.limit`) as string | null }
  }
  const ofChart = [{ key: 'hub.jupyter.org/dedicated', operator: 'Equal', value: 'user', effect: 'NoSchedule' }]
  return {
    profile: null, choices: {}, default: true, index: null,
    memory: amounts('memory', '1G'), cpu: amounts('cpu', null),
    extra: { guarantees: without(user('extraResource.guarantees')), limits: without(user('extraResource.limits')) },
    nodeSelector: without(user('nodeSelector')) as Record<string, string>,
    tolerations: [...list(valueAt(values, ['scheduling', 'userPods', 'tolerations']) ?? ofChart), ...list(user('extraTolerations'))],
    requirePurpose: valueAt(values, ['scheduling', 'userPods', 'nodeAffinity', 'matchNodePurpose']) === 'require',
  }
}

function override(below: ServerShape, changed: unknown): ServerShape {
  if (!isObject(changed)) return below
  const amount = <T>(key: string, initial: T): T => (changed[key] === undefined ? initial : changed[key] as T)
  const merged = (key: string, initial: JsonObject) => (isObject(changed[key]) ? without({ ...initial, ...changed[key] }) : initial)
  return {
    ...below,
    memory: { guarantee: amount('mem_guarantee', below.memory.guarantee), limit: amount('mem_limit', below.memory.limit) },
    cpu: { guarantee: amount('cpu_guarantee', below.cpu.guarantee), limit: amount('cpu_limit', below.cpu.limit) },
    extra: { guarantees: merged('extra_resource_guarantees', below.extra.guarantees), limits: merged('extra_resource_limits', below.extra.limits) },
    nodeSelector: merged('node_selector', below.nodeSelector) as Record<string, string>,
    tolerations: changed.tolerations === undefined ? below.tolerations : list(changed.tolerations),
  }
}

const list = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : [])
const without = (value: unknown): JsonObject => Object.fromEntries(Object.entries(isObject(value) ? value : {}).filter(([, inner]) => inner !== null && inner !== undefined))

/** What the scheduler reserves: where only a limit is set, Kubernetes takes it as the request too. `extra` has whole resources, of which zero is nothing. */
export function requestsOf({ memory, cpu, extra }: ServerShape): { memoryBytes: number; cpu: number; extra: Record<string, number> } {
  const amounts = Object.entries({ ...extra.limits, ...extra.guarantees }).map(([name, amount]): [string, number] => [name, parseQuantity(String(amount)) ?? 0])
  return {
    memoryBytes: bytesOf(memory.guarantee ?? memory.limit) ?? 0, cpu: Number(cpu.guarantee ?? cpu.limit ?? 0) || 0,
    extra: Object.fromEntries(amounts.filter(([, amount]) => amount > 0)),
  }
}

const bytesOf = (size: string | number | null): number | null => (size === null ? null : parseByteSpec(size))
