import { Type } from 'typebox'
import type { JsonObject } from '../json.ts'
import { isObject, pointerOf } from '../json.ts'
import { nearest } from '../nearest.ts'
import type { ProblemField } from '../problems/problem.ts'
import { deniedByPath } from '../hub/policy/policy-paths.ts'
import { checkLayer } from '../hub/layers/check-layer.ts'
import { HubSpecPatchSchema, type HubSpecPatch } from '../hub/spec.ts'
import { checkInput } from '../validate.ts'
import type { TemplateParameter } from './parameter.ts'
import { checkParameters } from './parameters.ts'
import { fill, placesOf, type Place } from './placeholders.ts'

export interface TemplateContent { parameters: readonly TemplateParameter[]; spec: JsonObject }

/** The one value that every hub gives by itself. */
export const hubName = 'hub.name'

const InTemplate = Type.Object({ spec: HubSpecPatchSchema })

/** What is wrong with a template, with pointers into it; as far as it can be told before values are known. */
export function checkTemplate({ parameters, spec }: TemplateContent): ProblemField[] {
  const declared = checkParameters(parameters)
  const places = [...placesOf(spec)]
  const unknown = unknownNames(parameters, places)
  if (declared.length > 0 || unknown.length > 0) return [...declared, ...unknown]
  const sample = sampleOf({ parameters, spec })
  const open = openPlaces({ parameters, spec })
  const shape = checkInput(InTemplate, { spec: sample }).filter(({ pointer }) => !open(pointer.replace(/^\/spec/, '')))
  if (shape.length > 0) return shape
  const faults = checkLayer(sample as HubSpecPatch).errors.filter(({ pointer, code }) => code === 'secret' || !open(pointer))
  return [...faults.map((field) => ({ ...field, pointer: `/spec${field.pointer}` })), ...textInCode({ parameters, spec }, places)]
}

/** The spec with defaults, and something of the right type where there are none. */
export const sampleOf = ({ parameters, spec }: TemplateContent): JsonObject =>
  fill(spec, { [hubName]: 'sample', ...Object.fromEntries(parameters.map((parameter) => [`parameters.${parameter.name}`, sampleValue(parameter)])) })

function sampleValue({ type, default: initial, values = [], minimum, maximum }: TemplateParameter): unknown {
  if (initial !== undefined) return initial
  if (type === 'choice') return values[0]
  if (type === 'boolean') return false
  return type === 'string' ? 'sample' : minimum ?? maximum ?? 1
}

/** Whether what stands at a pointer of the spec is known only when a hub gives its parameters. */
export function openPlaces({ parameters, spec }: TemplateContent): (pointer: string) => boolean {
  const open = [...placesOf(spec)].filter(({ names }) => names.some((name) => isOpen(parameters, name))).map(({ path }) => pointerOf(path))
  return (pointer) => open.some((place) => meets(place, pointer))
}

/** Its sample says nothing of what will be given. */
const isOpen = (parameters: readonly TemplateParameter[], name: string): boolean =>
  parameters.some((parameter) => `parameters.${parameter.name}` === name && parameter.default === undefined && parameter.type !== 'choice' && parameter.type !== 'boolean')

const meets = (a: string, b: string): boolean => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)

/** Parameters that no placeholder names. */
export const unusedParameters = ({ parameters, spec }: TemplateContent): string[] => {
  const used = new Set([...placesOf(spec)].flatMap(({ names }) => names))
  return parameters.map(({ name }) => name).filter((name) => !used.has(`parameters.${name}`))
}

function unknownNames(parameters: readonly TemplateParameter[], places: readonly Place[]): ProblemField[] {
  const known = [hubName, ...parameters.map(({ name }) => `parameters.${name}`)]
  return places.flatMap(({ path, names }) => names.filter((name) => !known.includes(name)).map((name) => {
    const meant = nearest(name, known)
    return {
      pointer: pointerOf(['spec', ...path]), code: 'unknown-parameter',
      detail: `There is no \${{ ${name} }}. ${meant ? `Did you mean \`${meant}\`?` : `Known here: ${known.join(', ')}.`} A text with these braces is written $\${{.`,
    }
  }))
}

/** Commands of users' servers need no capability, and are commands all the same. */
const commands = [['singleuser', 'lifecycleHooks'], ['singleuser', 'cmd']]

/** A free text that stands in code, in arguments of commands, or wherever else values reach out of the hub, could become any code. */
function textInCode({ parameters, spec }: TemplateContent, places: readonly Place[]): ProblemField[] {
  const free = new Set(parameters.filter(({ type, pattern }) => type === 'string' && pattern === undefined).map(({ name }) => `parameters.${name}`))
  const code = isObject(spec.values) ? [...[...deniedByPath(spec.values)].map(({ path }) => path), ...commands].map((path) => pointerOf(['values', ...path])) : []
  return places.filter(({ names }) => names.some((name) => free.has(name))).flatMap(({ path, names }) => {
    const pointer = pointerOf(path)
    if (!code.some((place) => meets(place, pointer))) return []
    return [{ pointer: `/spec${pointer}`, code: 'text-in-code', detail: `This can be code or a command, and ${names.find((name) => free.has(name))} is any text: give the parameter a pattern, or make it a choice.` }]
  })
}
