import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { TSchema } from 'typebox'
import type { ProblemField } from './problems/problem.ts'
import { Problem } from './problems/problem.ts'
import { readErrors } from './schema-errors.ts'

const options = { strict: false, allErrors: true, verbose: true, discriminator: true, removeAdditional: false, useDefaults: false } as const
const strict = addFormats.default(new Ajv(options))
const coercing = addFormats.default(new Ajv({ ...options, coerceTypes: true }))
const compiled = { strict: new WeakMap<object, ValidateFunction>(), coercing: new WeakMap<object, ValidateFunction>() }

/**
 * What is wrong with a value, empty when nothing is. Nothing is converted, removed or filled in; with `coerce`, for query and path
 * parameters, texts become the numbers and booleans that the schema asks for, in place. Compiled once per schema object.
 */
export function checkInput(schema: TSchema, value: unknown, { coerce = false }: { coerce?: boolean } = {}): ProblemField[] {
  const validate = compile(schema, coerce ? 'coercing' : 'strict')
  return validate(value) ? [] : readErrors(validate.errors as ErrorObject[])
}

/** Throws `invalid-request` with all errors. */
export function requireValid(schema: TSchema, value: unknown): void {
  refuse(checkInput(schema, value))
}

/** Throws `invalid-request` when there are errors. */
export function refuse(errors: ProblemField[]): void {
  const first = errors[0]
  if (first) throw new Problem('invalid-request', { count: errors.length, first: `${first.pointer || 'the body'}: ${first.detail}` }, { errors })
}

function compile(schema: TSchema, how: 'strict' | 'coercing'): ValidateFunction {
  const known = compiled[how].get(schema)
  if (known) return known
  const validate = (how === 'strict' ? strict : coercing).compile(withoutIds(schema) as object)
  compiled[how].set(schema, validate)
  return validate
}

/** `$id` names a schema for documents; to Ajv it would be an address, and two schemas that inline the same named one would clash. */
function withoutIds(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutIds)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).filter(([key, value]) => key !== '$id' || typeof value !== 'string').map(([key, value]) => [key, withoutIds(value)]))
}
