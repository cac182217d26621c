import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { JsonObject } from '../json.ts'
import { isObject, pointerOf } from '../json.ts'
import type { ProblemField } from '../problems/problem.ts'
import { readErrors } from '../schema-errors.ts'

const compiled = new Map<string, ValidateFunction>()
const kept = 8

/**
 * What a chart's own schema (`values.schema.json`, draft 07) refuses of our values, with pointers below `/values`. Values are checked as
 * what they are, the changes of the chart's defaults: what those fill in is not missing, and null, which removes a default, is of any type,
 * unless the chart needs what it removes.
 * @param digest of the chart's archive: the schema is compiled once per digest
 */
export function checkChartValues(schema: JsonObject, digest: string, values: JsonObject): ProblemField[] {
  const removed = [...removesNeeded(schema, values, [])]
  const validate = compile(schema, digest)
  if (validate(values)) return removed
  const errors = (validate.errors ?? []).filter((error) => error.keyword === 'additionalProperties' || error.data !== null)
  return [...removed, ...readErrors(withoutBranches(errors), '/values')]
}

/** Nulls where helm would render the chart without something that its schema requires. */
function* removesNeeded(schema: JsonObject, values: JsonObject, path: string[]): Generator<ProblemField> {
  for (const key of Array.isArray(schema.required) ? schema.required as string[] : []) {
    if (values[key] === null) yield { pointer: pointerOf(['values', ...path, key]), code: 'required', detail: 'It is empty, which takes away what the chart has by default and needs. Leave the key out, or fill it.' }
  }
  for (const [key, inner] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    if (isObject(inner) && isObject(values[key])) yield* removesNeeded(inner, values[key], [...path, key])
  }
}

/** Of a value that must have one of several fields, each branch misses its own: that is one fault. */
function withoutBranches(errors: ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf')
  return errors.flatMap((error) => {
    const choice = choices.find(({ instancePath, schemaPath }) => error.instancePath === instancePath && error.keyword === 'required' && error.schemaPath.startsWith(`${schemaPath}/`))
    if (!choice) return [error]
    const branches = (choice.schema as { required?: string[] }[]).map(({ required }) => required?.join(' and ')).filter(Boolean)
    return [{ ...error, keyword: 'choice', message: `must have one of: ${branches.join(', ')}` }]
  })
}

function compile(schema: JsonObject, digest: string): ValidateFunction {
  const known = compiled.get(digest)
  if (known) return known
  const validate = new Ajv({ strict: false, allErrors: true, verbose: true, validateFormats: false }).compile(withoutRequired(schema))
  if (compiled.size >= kept) compiled.delete(compiled.keys().next().value as string)
  compiled.set(digest, validate)
  return validate
}

/** Drops `required` from the sections that the chart's defaults complete; items of lists, free-form entries and what holds only under a condition have no defaults and keep it. */
function withoutRequired(schema: JsonObject): JsonObject {
  const { required: _required, ...rest } = schema
  if (!isObject(rest.properties)) return rest
  return { ...rest, properties: Object.fromEntries(Object.entries(rest.properties).map(([key, inner]) => [key, isObject(inner) ? withoutRequired(inner) : inner])) }
}
