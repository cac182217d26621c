import { RowError } from './charge.ts'
import { unitsOf } from './decimal.ts'
import { momentOfBill } from './moment.ts'

/** Names of columns differ between versions of an export in case, slashes, underscores and dots only: `lineItem/UsageStartDate`, `line_item_usage_start_date`. */
export const plainName = (column: string): string => column.toLowerCase().replace(/[^a-z0-9]/g, '')

/** `kubernetes.io/created-for/pvc/namespace`, and what the clouds make of such a key, is `kubernetes-io-created-for-pvc-namespace`. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/^(?:user|aws:?tag)[:_]/, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

/** A line of a bill by its columns' plain names. */
export class Row {
  readonly line: number
  readonly #values: ReadonlyMap<string, unknown>
  /** Columns as they are written, by plain names. */
  readonly #written: ReadonlyMap<string, string>

  constructor(line: number, values: ReadonlyMap<string, unknown>, written: ReadonlyMap<string, string>) {
    this.line = line
    this.#values = values
    this.#written = written
  }

  /** Plain names of its columns. */
  get names(): ReadonlySet<string> { return new Set(this.#written.keys()) }

  /** The first of these columns that has something. */
  value(...names: string[]): unknown {
    for (const name of names) {
      const value = this.#values.get(name)
      if (value !== undefined && value !== null && value !== '') return value
    }
    return undefined
  }

  text(...names: string[]): string {
    const value = this.value(...names)
    return value === undefined ? '' : String(value).trim()
  }

  /** Throws RowError. */
  amount(...names: string[]): bigint {
    const text = this.text(...names)
    const units = text.length > 60 ? null : unitsOf(text)
    if (units === null) throw new RowError(this.written(names), `It is ${shown(text)}; an amount is a decimal number such as 12.34.`)
    return units
  }

  /** Throws RowError. */
  moment(...names: string[]): Date {
    const at = momentOfBill(this.value(...names))
    if (!at) throw new RowError(this.written(names), `It is ${shown(this.text(...names))}; a moment is such as 2026-05-01T10:00:00Z or 2026-05-01.`)
    return at
  }

  /** Throws RowError. */
  currency(...names: string[]): string {
    const text = this.text(...names).toUpperCase()
    if (!/^[A-Z]{3}$/.test(text)) throw new RowError(this.written(names), `It is ${shown(text)}; a currency has three letters, such as USD.`)
    return text
  }

  /** Columns whose name as it is written begins so, with what follows. */
  * beginning(pattern: RegExp): Generator<[key: string, value: string]> {
    for (const [name, column] of this.#written) {
      const match = pattern.exec(column)
      if (match) { const value = this.text(name); if (value !== '') yield [column.slice(match[0].length), value] }
    }
  }

  written(names: readonly string[]): string { return this.#written.get(names.find((name) => this.#written.has(name)) ?? '') ?? names[0]! }
}

const shown = (text: string): string => (text === '' ? 'empty' : `"${text.slice(0, 40)}"`)

/** Marks in all the ways in which exports write them: a list of keys and values, an object, either as text, or Azure's object without braces. */
export function readMarks(value: unknown, into: Map<string, string>): void {
  if (value === undefined || value === null) return
  if (typeof value === 'string') {
    const text = value.trim()
    if (text === '') return
    const parsed = parsedOr(text) ?? parsedOr(`{${text}}`)
    if (parsed !== null) readMarks(parsed, into)
    return
  }
  if (Array.isArray(value)) {
    for (const each of value) {
      if (Array.isArray(each)) add(into, each[0], each[1])
      else if (typeof each === 'object' && each !== null) add(into, (each as Mark).key ?? (each as Mark).Key, (each as Mark).value ?? (each as Mark).Value)
    }
    return
  }
  if (value instanceof Map) { for (const [key, mark] of value) add(into, key, mark); return }
  if (typeof value === 'object') for (const [key, mark] of Object.entries(value)) add(into, key, mark)
}

interface Mark { key?: unknown; Key?: unknown; value?: unknown; Value?: unknown }

function add(into: Map<string, string>, key: unknown, value: unknown): void {
  if (typeof key === 'string' && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')) into.set(plainKey(key), String(value))
}

export function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
