import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { Type, type TProperties, type TSchema } from 'typebox'
import { Problem } from '@hubfleet/core'
import { sql } from '@hubfleet/database'
import type { Control } from './control.ts'

export const pageInput = <Filters extends TProperties>(filters: Filters) => Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20, description: 'Items in a page' })),
  cursor: Type.Optional(Type.String({ maxLength: 1024, description: 'The `nextCursor` of the page before' })),
  ...filters,
}, { additionalProperties: false })

/** A page of a list. No `nextCursor` is the only sign of the end. */
export const pageOf = (item: TSchema, id: string) => Type.Object({
  items: Type.Array(item),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
}, { $id: id, additionalProperties: false })

export interface Position { createdAt: Date; id: string }

/** The rows after a position, in the order of (createdAt, id). Times have milliseconds, in rows and cursors alike. */
export const rowsAfter = (table: { createdAt: unknown; id: unknown }, after: Position | null) =>
  after ? sql`(${table.createdAt}, ${table.id}) > (${after.createdAt.toISOString()}::timestamptz, ${after.id})` : undefined

/**
 * Pages by keyset: `fetch` gets the position after which to begin and how many rows to read, one more than a page, which tells
 * whether there is a next one. The cursor is signed and bound to the list and its filters.
 */
export async function paginate<Row extends Position, Item extends Record<string, unknown>>(
  control: Control, list: string, input: { limit?: number; cursor?: string }, filters: unknown,
  fetch: (after: Position | null, count: number) => Promise<Row[]>, show: (row: Row) => Item,
): Promise<{ items: Item[]; nextCursor: string | null }> {
  const limit = input.limit ?? 20
  const binding = createHash('sha256').update(JSON.stringify([list, filters])).digest('base64url')
  const rows = await fetch(input.cursor ? readCursor(control, binding, input.cursor) : null, limit + 1)
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { items: rows.slice(0, limit).map(show), nextCursor: last && writeCursor(control, binding, last) }
}

/** Pages of what is no table, such as a catalogue: `items` in their order, each with an id of its own. */
export const paginateItems = <Item extends Record<string, unknown>>(control: Control, list: string, input: { limit?: number; cursor?: string }, filters: unknown, items: Item[], idOf: (item: Item) => string) =>
  paginate(control, list, input, filters, async (after, count) => {
    const start = after ? items.findIndex((item) => idOf(item) === after.id) + 1 : 0
    return items.slice(start, start + count).map((item) => ({ createdAt: new Date(0), id: idOf(item), item }))
  }, ({ item }) => item)

/** Cursors of a list that is cut elsewhere, by places in it: signed and bound as all are. */
export function placeCursors(control: Control, list: string, filters: unknown): { read(cursor: string | undefined): number[]; write(place: number[]): string } {
  const binding = createHash('sha256').update(JSON.stringify([list, filters])).digest('base64url')
  return {
    read: (cursor) => (cursor === undefined ? [] : (openCursor(control, binding, cursor) as number[])),
    write: (place) => sealCursor(control, binding, place),
  }
}

const writeCursor = (control: Control, binding: string, { createdAt, id }: Position): string => sealCursor(control, binding, [createdAt.toISOString(), id])

function readCursor(control: Control, binding: string, cursor: string): Position {
  const [createdAt, id] = openCursor(control, binding, cursor) as [string, string]
  return { createdAt: new Date(createdAt), id }
}

function sealCursor(control: Control, binding: string, content: unknown): string {
  const text = Buffer.from(JSON.stringify(content)).toString('base64url')
  return `${text}.${sign(control, binding, text)}`
}

function openCursor(control: Control, binding: string, cursor: string): unknown {
  const [text = '', signature = '', ...more] = cursor.split('.')
  const expected = Buffer.from(sign(control, binding, text))
  const given = Buffer.from(signature)
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Problem('invalid-cursor', {})
  return JSON.parse(Buffer.from(text, 'base64url').toString())
}

const sign = (control: Control, binding: string, text: string): string => createHmac('sha256', control.cursorSecret).update(`${binding}.${text}`).digest('base64url')
