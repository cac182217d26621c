import { Type } from 'typebox'
import { convertConfig, isObject, Problem, type ConfigNote, type HubSpecInput } from '@hubfleet/core'
import type { ChartRow } from '@hubfleet/database'

/** The field of a verb that takes config files. */
export const ConfigSchema = Type.Optional(Type.Array(Type.String({ maxLength: 1_000_000 }), {
  minItems: 1, maxItems: 20, writeOnly: true,
  description: 'The config.yaml of the chart, as text, of any version since 0.3.1; several as with helm: a later one wins. They are translated, and `config` of a plan tells what became of each line. Fields of `spec` win over them',
}))

export interface GivenConfig<Spec> {
  spec: Spec
  /** What became of each line; null without a config. */
  notes: ConfigNote[] | null
  /** Runs checks on what the file means; their refusals tell the line of the file. */
  told<T>(checks: () => Promise<T>): Promise<T>
}

/** The spec that a config.yaml and the fields beside it mean together. Throws `invalid-request` for what is no YAML. */
export function readConfig<Spec extends object>({ config, spec }: { config?: string[] | undefined; spec?: Spec | undefined }, chart: ChartRow): GivenConfig<Spec> {
  if (config === undefined) return { spec: spec ?? {} as Spec, notes: null, told: (checks) => checks() }
  const converted = convertConfig(config, chart)
  return {
    // what the file has of the chart's own values replaces all that was there, also when it is nothing
    spec: over({ values: {}, ...converted.spec } as HubSpecInput, (spec ?? {}) as Record<string, unknown>) as Spec,
    notes: converted.notes,
    told: async (checks) => {
      try {
        return await checks()
      } catch (error) {
        throw error instanceof Problem ? withLines(error, (pointer) => {
          const place = converted.placeOf(pointer)
          return place && `line ${place.line} of the config${config.length > 1 ? ` ${place.file}` : ''}`
        }) : error
      }
    },
  }
}

/** Section by section; raw values are replaced whole, as everywhere. */
function over(below: Record<string, unknown>, above: Record<string, unknown>, depth = 0): Record<string, unknown> {
  const merged = { ...below }
  for (const [key, value] of Object.entries(above)) {
    merged[key] = isObject(value) && isObject(merged[key]) && !(depth === 0 && (key === 'values' || key === 'login')) ? over(merged[key], value, depth + 1) : value
  }
  return merged
}

function withLines(problem: Problem, placeOf: (pointer: string) => string | null): Problem {
  if (problem.errors.length === 0) return problem
  const errors = problem.errors.map((field) => {
    const place = placeOf(field.pointer.replace(/^\/spec/, ''))
    return place === null ? field : { ...field, detail: `${field.detail} (${place})` }
  })
  return new Problem(problem.code, problem.params as never, { errors })
}
