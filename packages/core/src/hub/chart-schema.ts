import { Ajv, type ValidateFunction } from 'ajv'
import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import type { ProblemField } from '../problems/problem.ts'
import { readErrors } from '../schema-errors.ts'

const compiled = new Map<string, ValidateFunction>()
const kept = 8

/**
 * What a chart's own schema (`values.schema.json`, draft 07) refuses of our values, with pointers below `/values`. Values are checked as
 * what they are, the changes of the chart's defaults: what those fill in is not missing, and null, which removes a default, is of any type.
 * @param digest of the chart's archive: the schema is compiled once per digest
 */
export function checkChartValues(schema: JsonObject, digest: string, values: JsonObject): ProblemField[] {
  const validate = compile(schema, digest)
  if (validate(values)) return []
  const errors = (validate.errors ?? []).filter((error) => error.keyword === 'additionalProperties' || error.data !== null)
  return readErrors(errors, '/values')
}

function compile(schema: JsonObject, digest: string): ValidateFunction {
  const known = compiled.get(digest)
  if (known) return known
  const validate = new Ajv({ strict: false, allErrors: true, verbose: true, validateFormats: false }).compile(withoutRequired(schema))
  if (compiled.size >= kept) compiled.delete(compiled.keys().next().value as string)
  compiled.set(digest, validate)
  return validate
}

/** Drops `required` from the sections that the chart's defaults complete; items of lists and free-form entries have no defaults and keep it. */
function withoutRequired(schema: JsonObject): JsonObject {
  const { required: _required, ...rest } = schema
  for (const branch of ['then', 'else']) if (isObject(rest[branch])) rest[branch] = withoutRequired(rest[branch])
  if (!isObject(rest.properties)) return rest
  return { ...rest, properties: Object.fromEntries(Object.entries(rest.properties).map(([key, inner]) => [key, isObject(inner) ? withoutRequired(inner) : inner])) }
}
