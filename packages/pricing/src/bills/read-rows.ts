import { Readable } from 'node:stream'
import { Problem } from '@hubfleet/core'
import { CsvError, parse } from 'csv-parse'
import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet'
import { plainName, Row } from './row.ts'
import type { Bytes, Source } from './source.ts'

/** The lines of a bill, whatever it is written as. Throws `bill-malformed` where it breaks off. */
export async function* readRows(source: Source, sent: Bytes): AsyncGenerator<Row> {
  const { kind, bytes } = await source.open(sent)
  yield* kind === 'csv' ? csvRows(bytes) : kind === 'lines' ? jsonLines(bytes) : kind === 'list' ? jsonList(await source.whole(bytes)) : parquetRows(await source.whole(bytes))
}

async function* csvRows(bytes: Bytes): AsyncGenerator<Row> {
  const parser = Readable.from(bytes).on('error', (error) => parser.destroy(error)).pipe(parse({ bom: true, info: true, skip_empty_lines: true, max_record_size: 2 ** 20 }))
  let header: string[] | null = null
  let names: string[] = []
  let written = new Map<string, string>()
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // Parts of a large export that were put together have their header each.
      if (header && record[0] === header[0] && record.every((cell, index) => cell === header![index])) continue
      if (!header) {
        header = record
        names = record.map(plainName)
        written = new Map(record.map((column, index) => [names[index]!, column.trim()]))
        continue
      }
      yield new Row(info.lines, new Map(record.map((cell, index) => [names[index]!, cell])), written)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = (error as unknown as { lines?: number }).lines
    throw malformed(line ?? 1, `it is no CSV there: ${error.message.replace(/ on line \d+/, '').slice(0, 120)}`, error)
  } finally {
    parser.destroy()
  }
  if (!header) throw malformed(1, 'there is no header')
}

async function* jsonLines(bytes: Bytes): AsyncGenerator<Row> {
  let line = 0
  for await (const text of linesOf(bytes)) {
    line++
    const plain = text.trim()
    if (plain !== '') yield jsonRow(line, parsed(plain, line))
  }
}

const longestLine = 2 ** 20

/** Only a line feed ends a line: JSON may hold what Unicode calls a line separator as it is. */
async function* linesOf(bytes: Bytes): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  let line = 0
  for await (const part of bytes) {
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n')
    rest = lines.pop()!
    line += lines.length
    if (rest.length > longestLine) throw malformed(line + 1, `it is longer than ${longestLine} characters`)
    yield* lines
  }
  yield rest + decoder.decode()
}

function* jsonList(bytes: Uint8Array): Generator<Row> {
  const list = parsed(Buffer.from(bytes).toString('utf8').replace(/^\uFEFF/, ''), 1)
  if (!Array.isArray(list)) throw malformed(1, 'it is no list of objects')
  for (const [index, value] of list.entries()) yield jsonRow(index + 1, value)
}

async function* parquetRows(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Row> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  try {
    const metadata = await parquetMetadataAsync(file)
    const columns = parquetSchema(metadata).children.map(({ element }) => element.name)
    let from = 0
    for (const group of metadata.row_groups) {
      const to = from + Number(group.num_rows)
      const rows = await parquetReadObjects({ file, metadata, columns, rowStart: from, rowEnd: to })
      for (const [index, value] of rows.entries()) yield jsonRow(from + index + 1, value)
      from = to
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw malformed(1, `it is no Parquet that can be read (uncompressed, snappy): ${(error as Error).message.slice(0, 120)}`, error)
  }
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw malformed(line, 'it is no JSON, or breaks off', error)
  }
}

/** Columns whose own columns are keys that people chose. */
const kept = new Set(['labels', 'systemlabels', 'tags', 'projectlabels', 'resourcetags', 'credits', 'costcategory'])

/** What stands in an object is a column by both names: `service.description`. */
function jsonRow(line: number, value: unknown): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(line, 'it is no object')
  const values = new Map<string, unknown>()
  const written = new Map<string, string>()
  const walk = (object: object, path: string): void => {
    for (const [key, each] of Object.entries(object)) {
      const column = path ? `${path}.${key}` : key
      const name = plainName(column)
      written.set(name, column)
      if (typeof each === 'object' && each !== null && !Array.isArray(each) && !(each instanceof Date) && !(each instanceof Map) && !kept.has(name)) walk(each, column)
      else values.set(name, kept.has(name) ? pairsOf(each) : each)
    }
  }
  walk(value, '')
  return new Row(line, values, written)
}

/** Pairs as some writers of Parquet keep a map. */
const pairsOf = (value: unknown): unknown => (value && typeof value === 'object' && 'key_value' in value ? (value as { key_value: unknown }).key_value : value)

const malformed = (line: number, what: string, cause?: unknown): Problem => new Problem('bill-malformed', { count: 1, first: `line ${line}: ${what}` }, { cause, errors: [{ pointer: `/lines/${line}`, code: 'malformed', detail: what }] })
