import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'

/*
 * `${{ parameters.seats }}` stands for a value in a template, `${{ hub.name }}` for the hub's name; `$${{` is the text `${{`. The braces are
 * those of workflow files: neither shells nor Python nor the chart read them. Values are put in once and never read again, so that what
 * somebody gives for a parameter is never a placeholder itself.
 */

const placeholder = /(\$?)\$\{\{([^}]*)\}\}/g
const whole = /^\$\{\{([^}]*)\}\}$/

/** What a placeholder names: `parameters.seats`. */
export type Values = Record<string, unknown>

/** A text of a template that holds placeholders, with what each names. */
export interface Place { path: (string | number)[]; names: string[]; /** The placeholder is all of the text: the value keeps its type. */ whole: boolean }

/** Every text with placeholders, wherever it is, in lists too. */
export function* placesOf(value: unknown, path: (string | number)[] = []): Generator<Place> {
  if (typeof value === 'string') {
    const names = [...value.matchAll(placeholder)].filter(([, escaped]) => !escaped).map(([, , name]) => name!.trim())
    if (names.length > 0) yield { path, names, whole: whole.test(value) }
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* placesOf(item, [...path, index])
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) yield* placesOf(inner, [...path, key])
  }
}

/** The spec with values in the place of placeholders. A placeholder that is all of a text becomes the value as it is; one of no known name stays. */
export const fill = (spec: JsonObject, values: Values): JsonObject => filled(spec, values) as JsonObject

function filled(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return filledText(value, values)
  if (Array.isArray(value)) return value.map((item) => filled(item, values))
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, values)]))
  return value
}

function filledText(text: string, values: Values): unknown {
  const [, only] = whole.exec(text) ?? []
  if (only !== undefined && Object.hasOwn(values, only.trim())) return values[only.trim()]
  return text.replace(placeholder, (all, escaped: string, name: string) => {
    if (escaped) return all.slice(1)
    return Object.hasOwn(values, name.trim()) ? String(values[name.trim()]) : all
  })
}
