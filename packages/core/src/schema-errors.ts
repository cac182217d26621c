import type { ErrorObject } from 'ajv'
import type { ProblemField } from './problems/problem.ts'
import { nearest } from './nearest.ts'

/** Ajv's errors in words, one per fault, each at the pointer of the offending field. They never show the value, which may be a secret. */
export function readErrors(errors: readonly ErrorObject[], prefix = ''): ProblemField[] {
  const fields = errors.flatMap((error) => {
    const read = readError(error)
    return read ? [{ ...read, pointer: prefix + read.pointer }] : []
  })
  return fields.filter((field, at) => fields.findIndex((other) => other.pointer === field.pointer && other.detail === field.detail) === at)
}

function readError(error: ErrorObject): ProblemField | null {
  const { instancePath: at, keyword, params, parentSchema, message } = error
  switch (keyword) {
    case 'additionalProperties': return unknownKey(at, params.additionalProperty, Object.keys(parentSchema?.properties ?? {}))
    case 'required': return { pointer: child(at, params.missingProperty), code: 'required', detail: 'This field is required.' }
    case 'type': return { pointer: at, code: 'type', detail: `This must be ${article(params.type)}${params.type === 'string' && isBare(error.data) ? ': write it in quotes' : ''}.` }
    case 'const': return { pointer: at, code: 'const', detail: `This must be ${JSON.stringify(params.allowedValue)}.` }
    case 'enum': return { pointer: at, code: 'enum', detail: oneOf(params.allowedValues) }
    case 'discriminator': return { pointer: child(at, params.tag), code: 'enum', detail: oneOf(branches(parentSchema?.oneOf, params.tag)) }
    case 'pattern': return { pointer: at, code: 'pattern',
      detail: parentSchema?.description ? `This must be: ${parentSchema.description}.` : `This must match ${params.pattern}.` }
    case 'format': return { pointer: at, code: 'format', detail: `This must be a valid ${params.format}.` }
    // the faults inside are told one by one
    case 'oneOf': case 'if': return null
    default: return { pointer: at, code: keyword, detail: `This ${message}.` }
  }
}

function unknownKey(at: string, key: string, known: string[]): ProblemField {
  const meant = nearest(key, known)
  const hint = meant ? `Did you mean \`${meant}\`?` : known.length > 0 && known.length <= 20 ? `Known here: ${known.join(', ')}.` : 'Leave it out.'
  return { pointer: child(at, key), code: 'unknown-field', detail: `There is no field of this name. ${hint}` }
}

/** What YAML reads of a text without quotes. */
const isBare = (data: unknown): boolean => typeof data === 'number' || typeof data === 'boolean'

const child = (at: string, key: string): string => `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`

const oneOf = (values: unknown[]): string => `This must be one of: ${values.map((value) => String(value)).join(', ')}.`

const branches = (schemas: { properties?: Record<string, { const?: unknown }> }[] = [], tag: string): unknown[] =>
  schemas.map((schema) => schema.properties?.[tag]?.const)

const words: Record<string, string> = {
  object: 'an object', array: 'a list', string: 'a text', integer: 'a whole number', number: 'a number', boolean: 'true or false', null: 'null',
}
const article = (type: string | string[]): string => [type].flat().flatMap((name) => name.split(',')).map((name) => words[name] ?? name).join(' or ')
