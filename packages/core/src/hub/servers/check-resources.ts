import { isObject, pointerOf, valueAt, type JsonObject } from '../../json.ts'
import type { ProblemField } from '../../problems/problem.ts'
import { parseByteSpec, parseQuantity, suggestByteSpec } from '../../units.ts'
import type { ProfileOverrides } from './profiles.ts'
import { gpuResource } from './resources.ts'
import { type ServerShape, shapesOfSpec } from './server-shapes.ts'
import type { HubSpec } from '../spec.ts'

/** Units and names of what servers get, in the hub and in each profile and choice, and limits that are not below guarantees in any of them. */
export function checkResources(spec: HubSpec): ProblemField[] {
  const places = [...overridesOf(spec)]
  const faults = [...checkRawMemory(spec), ...checkRawProfiles(spec), ...places.flatMap(([pointer, overrides]) => checkOverrides(pointer, overrides))]
  return faults.length > 0 ? faults : checkShapes(spec)
}

const fault = (pointer: string, code: string, detail: string): ProblemField => ({ pointer, code, detail })

/** Every place that says what servers get, with its pointer: the hub itself, its profiles, their choices. */
export function* overridesOf(spec: HubSpec): Generator<[pointer: string, overrides: ProfileOverrides]> {
  const { memory, cpu, gpu, extraResource, image } = spec
  yield ['', { memory, cpu, extraResource, ...(gpu !== undefined && { gpu }), ...(image && { image }) }]
  for (const [index, profile] of spec.profiles.entries()) {
    yield [`/profiles/${index}`, profile]
    for (const [at, { choices }] of (profile.options ?? []).entries()) {
      for (const [choice, overrides] of choices.entries()) yield [`/profiles/${index}/options/${at}/choices/${choice}`, overrides]
    }
  }
}

function checkOverrides(at: string, { memory, gpu, extraResource }: ProfileOverrides): ProblemField[] {
  const sizes = (['guarantee', 'limit'] as const).flatMap((kind) => checkSize(`${at}/memory/${kind}`, memory?.[kind]))
  const extra = (['guarantees', 'limits'] as const).flatMap((kind) => Object.entries(extraResource?.[kind] ?? {}).flatMap(([name, amount]) =>
    checkExtra(`${at}/extraResource${pointerOf([kind, name])}`, name, amount, gpu)))
  return [...sizes, ...extra]
}

function checkSize(pointer: string, size: unknown): ProblemField[] {
  if (size === undefined || size === null || ((typeof size === 'string' || typeof size === 'number') && parseByteSpec(size) !== null)) return []
  const meant = suggestByteSpec(String(size))
  return [fault(pointer, 'byte-spec', `JupyterHub takes K, M, G or T, in units of 1024, and no Ki, Mi, Gi. ${meant ? `Write ${meant}.` : 'Write it as 512M or 1.5G.'}`)]
}

const checkRawMemory = ({ values }: HubSpec): ProblemField[] => (['guarantee', 'limit'] as const).flatMap((kind) => {
  const path = ['singleuser', 'memory', kind]
  return checkSize(pointerOf(['values', ...path]), valueAt(values, path))
})

/** The same in raw profiles and their choices, where KubeSpawner would refuse it only as a server starts. */
const checkRawProfiles = ({ values }: HubSpec): ProblemField[] => [...rawOverrides(valueAt(values, ['singleuser', 'profileList']))].flatMap(({ path, override }) =>
  ['mem_guarantee', 'mem_limit'].flatMap((key) => checkSize(pointerOf(['values', 'singleuser', 'profileList', ...path, 'kubespawner_override', key]), override[key])))

function* rawOverrides(profiles: unknown): Generator<{ path: (string | number)[]; override: JsonObject }> {
  for (const [index, profile] of (Array.isArray(profiles) ? profiles : []).entries()) {
    if (!isObject(profile)) continue
    if (isObject(profile.kubespawner_override)) yield { path: [index], override: profile.kubespawner_override }
    for (const [slug, option] of Object.entries(isObject(profile.profile_options) ? profile.profile_options : {})) {
      for (const [name, choice] of Object.entries(isObject(option) && isObject(option.choices) ? option.choices : {})) {
        if (isObject(choice) && isObject(choice.kubespawner_override)) yield { path: [index, 'profile_options', slug, 'choices', name], override: choice.kubespawner_override }
      }
    }
  }
}

const resourceName = /^(ephemeral-storage|hugepages-\d+[KMG]i|([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)+[a-z0-9]([-a-z0-9]*[a-z0-9])?\/[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)$/

function checkExtra(pointer: string, name: string, amount: string, gpu: number | undefined): ProblemField[] {
  if (name === 'memory' || name === 'cpu') return [fault(pointer, 'own-field', `Set it in /${name}, which is in the words of JupyterHub.`)]
  if (!resourceName.test(name)) return [fault(pointer, 'resource-name', 'This is no name of a resource: ephemeral-storage, hugepages-2Mi, or one with its domain such as amd.com/gpu.')]
  if (name === gpuResource && gpu !== undefined) return [fault(pointer, 'twice', `gpu counts ${gpuResource} already: leave one of them out.`)]
  const size = parseQuantity(amount)
  if (size === null || size < 0) return [fault(pointer, 'quantity', 'This is no quantity that Kubernetes takes. Write it as 1, 500m or 10Gi.')]
  return isDevice(name) && !Number.isInteger(size) ? [fault(pointer, 'quantity', 'Devices are whole: write 1 or 2.')] : []
}

/** Kubernetes hands such a resource out whole, and wants the limit to be the guarantee. */
const isDevice = (name: string): boolean => name !== 'ephemeral-storage'

function checkShapes(spec: HubSpec): ProblemField[] {
  const faults = shapesOfSpec(spec).flatMap((shape) => checkShape(spec, shape))
  return [...new Map(faults.map((field) => [field.pointer + field.code, field])).values()]
}

function checkShape(spec: HubSpec, shape: ServerShape): ProblemField[] {
  const of = shape.profile === null ? '' : ` of the profile ${shape.profile}`
  const faults: ProblemField[] = []
  const [memory, memoryLimit] = [shape.memory.guarantee, shape.memory.limit].map((size) => (size === null ? null : parseByteSpec(size)))
  if (memory && memoryLimit && memory > memoryLimit) {
    faults.push(fault(pointerTo(spec, shape, 'memory', 'limit'), 'below-guarantee', `The limit${of} (${shape.memory.limit}) is below the guarantee (${shape.memory.guarantee}).`))
  }
  const [cpu, cpuLimit] = [shape.cpu.guarantee, shape.cpu.limit].map((cores) => (cores === null ? null : Number(cores)))
  if (cpu && cpuLimit && cpu > cpuLimit) faults.push(fault(pointerTo(spec, shape, 'cpu', 'limit'), 'below-guarantee', `The limit${of} (${cpuLimit}) is below the guarantee (${cpu}).`))
  for (const [name, amount] of Object.entries(shape.extra.guarantees)) {
    const [guarantee, limit] = [amount, shape.extra.limits[name]].map((one) => (one === undefined ? undefined : parseQuantity(String(one)) ?? 0))
    const pointer = pointerTo(spec, shape, 'extraResource', 'limits') + pointerOf([name])
    if (isDevice(name) && guarantee !== limit) faults.push(fault(pointer, 'limit-is-guarantee', `Kubernetes wants the limit of ${name} to be its guarantee, ${String(amount)}.`))
    else if (limit !== undefined && guarantee! > limit) faults.push(fault(pointer, 'below-guarantee', `The limit${of} is below the guarantee.`))
  }
  return faults
}

export function warnResources(spec: HubSpec): { code: 'limit-reserves'; pointer: string; what: string }[] {
  const reserving = shapesOfSpec(spec).filter(({ cpu }) => cpu.guarantee === null && cpu.limit !== null).map((shape) => ({
    code: 'limit-reserves' as const, pointer: pointerTo(spec, shape, 'cpu', 'limit'),
    what: `A CPU limit without a guarantee reserves all of it: each server${shape.profile === null ? '' : ` of the profile ${shape.profile}`} `
      + `holds ${shape.cpu.limit} cores of its node. Set a guarantee.`,
  }))
  return [...new Map(reserving.reverse().map((warning) => [warning.pointer, warning])).values()].reverse()
}

/** Where to change a shape: the choice, the profile or the hub, whichever sets the field last; raw values where they win. */
export function pointerTo(spec: HubSpec, { index, choices }: Pick<ServerShape, 'index' | 'choices'>, field: Exclude<keyof ProfileOverrides, 'image'>, kind: string): string {
  const profile = index === null ? undefined : spec.profiles[index]
  const at = (pointer: string) => `${pointer}/${field}${kind && `/${kind}`}`
  if (index !== null && !profile) return `/values/singleuser/profileList/${index}`
  for (const [option, { slug, choices: all }] of [...(profile?.options ?? []).entries()].reverse()) {
    const choice = all.findIndex((one) => one.slug === choices[slug])
    if (all[choice]?.[field] !== undefined) return at(`/profiles/${index}/options/${option}/choices/${choice}`)
  }
  if (profile?.[field] !== undefined) return at(`/profiles/${index}`)
  const raw = ['singleuser', field === 'tolerations' ? 'extraTolerations' : field, ...(kind ? [kind] : [])]
  const ofHub = field === 'nodeSelector' || field === 'tolerations' ? '/scheduling' : ''
  return valueAt(spec.values, raw) === undefined ? at(ofHub) : pointerOf(['values', ...raw])
}
