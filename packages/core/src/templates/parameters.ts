import { pointerOf } from '../json.ts'
import { nearest } from '../nearest.ts'
import type { ProblemField } from '../problems/problem.ts'
import type { TemplateParameter } from './parameter.ts'
import { isPattern, matchesPattern } from './pattern.ts'

/** What is wrong with the parameters that a template declares, with pointers from `/parameters`. */
export function checkParameters(parameters: readonly TemplateParameter[]): ProblemField[] {
  return parameters.flatMap((parameter, index) => {
    const { name, type, default: initial, values, pattern, minimum, maximum } = parameter
    const fault = (field: string, code: string, detail: string): ProblemField => ({ pointer: `/parameters/${index}/${field}`, code, detail })
    const bounded = type === 'string' || type === 'integer' || type === 'number'
    const faults = [
      ...(parameters.findIndex((other) => other.name === name) < index ? [fault('name', 'duplicate', `There is another parameter ${name}.`)] : []),
      ...(type === 'choice' && !values ? [fault('values', 'required', 'A choice names its values.')] : []),
      ...(type !== 'choice' && values ? [fault('values', 'not-used', 'Only a choice has values.')] : []),
      ...(type !== 'string' && pattern !== undefined ? [fault('pattern', 'not-used', 'Only a string has a pattern.')] : []),
      ...(pattern !== undefined && !isPattern(pattern) ? [fault('pattern', 'pattern', 'This is no regular expression.')] : []),
      ...(!bounded && minimum !== undefined ? [fault('minimum', 'not-used', `A ${type} has no bounds.`)] : []),
      ...(!bounded && maximum !== undefined ? [fault('maximum', 'not-used', `A ${type} has no bounds.`)] : []),
      ...(minimum !== undefined && maximum !== undefined && minimum > maximum ? [fault('minimum', 'maximum', `This is more than the maximum, ${maximum}.`)] : []),
    ]
    const wrong = faults.length === 0 && initial !== undefined ? faultOf(parameter, initial) : null
    return wrong ? [...faults, fault('default', wrong.code, wrong.detail)] : faults
  })
}

export interface GivenParameters { values: Record<string, unknown>; errors: ProblemField[] }

/** The value of each parameter, given or by default; what is wrong has pointers from `/template/parameters`. */
export function readParameters(parameters: readonly TemplateParameter[], given: Record<string, unknown>): GivenParameters {
  const names = parameters.map(({ name }) => name)
  const errors: ProblemField[] = Object.keys(given).filter((name) => !names.includes(name)).map((name) => {
    const meant = nearest(name, names)
    return fault(name, 'unknown-field', `The template has no parameter of this name. ${meant ? `Did you mean \`${meant}\`?` : names.length > 0 ? `It has ${names.join(', ')}.` : 'It has none.'}`)
  })
  const values: Record<string, unknown> = {}
  for (const parameter of parameters) {
    const { name, default: initial, description } = parameter
    const value = Object.hasOwn(given, name) ? given[name] : initial
    const wrong = value === undefined ? null : faultOf(parameter, value)
    if (value === undefined) errors.push(fault(name, 'required', `The template needs this parameter${description ? `: ${description}` : ''}.`))
    else if (wrong) errors.push(fault(name, wrong.code, wrong.detail))
    else values[`parameters.${name}`] = value
  }
  return { values, errors }
}

const fault = (name: string, code: string, detail: string): ProblemField => ({ pointer: pointerOf(['template', 'parameters', name]), code, detail })

const types = { string: 'a text', integer: 'a whole number', number: 'a number', boolean: 'true or false' }

/** What is wrong with a value; null when nothing is. The value is not shown. */
function faultOf({ type, values = [], pattern, minimum, maximum }: TemplateParameter, value: unknown): { code: string; detail: string } | null {
  if (type === 'choice') return values.includes(value as string) ? null : { code: 'enum', detail: `This must be one of: ${values.join(', ')}.` }
  if (type === 'integer' ? !Number.isInteger(value) : typeof value !== type) return { code: 'type', detail: `This must be ${types[type]}.` }
  if (typeof value === 'number' && !Number.isFinite(value)) return { code: 'type', detail: 'This must be a number.' }
  const size = typeof value === 'string' ? [...value].length : typeof value === 'number' ? value : 0
  const bound = (word: string, limit: number) => (type === 'string' ? `This must have ${word} ${limit} characters.` : `This must be ${word} ${limit}.`)
  if (minimum !== undefined && size < minimum) return { code: 'minimum', detail: bound('at least', minimum) }
  if (maximum !== undefined && size > maximum) return { code: 'maximum', detail: bound('at most', maximum) }
  if (typeof value === 'string' && value.length > 4096) return { code: 'maximum', detail: 'This must have at most 4096 characters.' }
  if (pattern === undefined) return null
  const matches = matchesPattern(pattern, value as string)
  if (matches) return null
  return { code: 'pattern', detail: matches === null ? `The pattern ${pattern} takes too long on this text.` : `This must match ${pattern}.` }
}
