import type { JsonObject } from '../json.ts'
import { isObject, pointerOf, valueAt } from '../json.ts'
import type { ParsedConfig, Position } from './parse.ts'
import type { ConfigNote, ConfigNoteKind } from './report.ts'

/** Values on their way from an old file to today's chart: each rule takes from them and puts back, and what it did is noted with its line. */
export class Draft {
  readonly values: JsonObject
  readonly notes: ConfigNote[] = []
  /** The first version of the chart for which this file can not have been written; null while nothing old was found. */
  before: string | null = null
  /** It has a table that no chart before 0.11 had. */
  readonly isNew: boolean
  readonly #positions: Map<string, Position>
  /** What stood in the file itself. */
  readonly #written: ReadonlySet<string>

  constructor({ values, positions }: ParsedConfig) {
    this.values = structuredClone(values)
    this.#positions = new Map(positions)
    this.#written = new Set(positions.keys())
    this.isNew = ['hub.config', 'hub.loadRoles', 'httpRoute', 'singleuser.networkPolicy.egressAllowRules'].some((path) => this.has(path))
  }

  get(path: string): unknown { return valueAt(this.values, path.split('.')) }
  has(path: string): boolean { return this.get(path) !== undefined }

  /** Takes a value out, and the tables that are empty without it. */
  take(path: string): unknown {
    const keys = path.split('.')
    const value = valueAt(this.values, keys)
    for (let depth = keys.length; depth > 0; depth--) {
      const holder = valueAt(this.values, keys.slice(0, depth - 1))
      if (!isObject(holder)) break
      if (depth === keys.length || (isObject(holder[keys[depth - 1]!]) && Object.keys(holder[keys[depth - 1]!] as JsonObject).length === 0)) delete holder[keys[depth - 1]!]
    }
    return value
  }

  /** Puts a value where nothing is yet; of two tables both stay, and what is there already wins. `from` is where it stood, for its line. */
  put(path: string, value: unknown, from: string): void {
    const keys = path.split('.')
    let at = this.values
    for (const [depth, key] of keys.slice(0, -1).entries()) {
      if (!isObject(at[key])) {
        if (at[key] !== undefined && at[key] !== null) this.note('unknown', keys.slice(0, depth + 1).join('.'), null, 'It is no table, so nothing reads it.')
        at[key] = {}
        this.#stands(keys.slice(0, depth + 1), from)
      }
      at = at[key] as JsonObject
    }
    const last = keys.at(-1)!
    this.#stands(keys, from)
    if (isObject(at[last]) && isObject(value)) for (const [key, inner] of Object.entries(value)) this.put(`${path}.${key}`, inner, `${from}.${key}`)
    else if (at[last] === undefined || at[last] === null) {
      at[last] = value
      this.#carry(from, path)
    }
  }

  /** Where a path stands in the file, or the nearest one above it. */
  position(path: string): Position | null {
    for (let keys = path.split('.'); keys.length > 0; keys = keys.slice(0, -1)) {
      const position = this.#positions.get(pointerOf(keys))
      if (position) return position
    }
    return null
  }

  /** What moves twice is told once: from where it stood in the file to where it ends. */
  note(kind: ConfigNoteKind, from: string, to: string | null, message: string): void {
    const position = this.position(from)
    const at = { file: position?.file ?? null, line: position?.line ?? null, column: position?.column ?? null }
    const step = kind === 'unsafe' || from === '' ? -1 : this.notes.findLastIndex((earlier) => isStep(earlier) && (from === earlier.to || (from.startsWith(`${earlier.to}.`) && this.#written.has(pointerOf(originOf(earlier, from).split('.'))))))
    const earlier = this.notes[step]
    if (!earlier) return void this.notes.push({ ...at, kind, from, to, message })
    const origin = originOf(earlier, from)
    const changed = earlier.kind === 'changed' && from === earlier.to
    if (from === earlier.to) this.notes.splice(step, 1)
    const place = from === earlier.to ? { file: earlier.file, line: earlier.line, column: earlier.column } : at
    this.notes.push({ ...place, kind: changed && kind !== 'removed' ? 'changed' : kind, from: origin, to, message: changed ? `${earlier.message} ${message}` : message })
  }

  /** A sign of age: the file is for charts older than this version. */
  olderThan(version: string): void {
    if (this.before === null || compare(version, this.before) < 0) this.before = version
  }

  isOlderThan(version: string): boolean { return this.before !== null && compare(this.before, version) <= 0 }

  /** A table that was made here stands where what is in it stood. */
  #stands(keys: string[], from: string): void {
    const here = this.position(from)
    if (here && !this.#positions.has(pointerOf(keys))) this.#positions.set(pointerOf(keys), here)
  }

  #carry(from: string, to: string): void {
    const [old, fresh] = [pointerOf(from.split('.')), pointerOf(to.split('.'))]
    const here = this.position(from)
    if (here) this.#positions.set(fresh, here)
    for (const [pointer, position] of [...this.#positions]) if (pointer.startsWith(`${old}/`)) this.#positions.set(fresh + pointer.slice(old.length), position)
  }
}

const isStep = ({ kind, to }: ConfigNote): boolean => to !== null && (kind === 'moved' || kind === 'changed')

/** Where a path stood before a step that moved it, or a table around it. */
const originOf = ({ from, to }: ConfigNote, path: string): string => from + path.slice(to!.length)

const numbers = (version: string): number[] => version.split('.').map(Number)
function compare(one: string, other: string): number {
  const [a, b] = [numbers(one), numbers(other)]
  return a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
}
