import { UsageError } from '../errors.ts'
import type { Io } from '../io.ts'
import { columnsOf, type Row } from './columns.ts'
import type { Format } from './format-names.ts'
import { table } from './table.ts'
import { plain } from './text.ts'

/** Prints one thing or a list of things of a noun on standard output. */
export async function print(io: Io, format: Format, noun: string, value: Row | Row[]): Promise<void> {
  io.stdout.write(await formatted(io, format, noun, value))
}

async function formatted(io: Io, format: Format, noun: string, value: Row | Row[]): Promise<string> {
  switch (format) {
    case 'json': return `${JSON.stringify(value, null, 2)}\n`
    case 'yaml': return (await import('../yaml.ts')).stringify(value, { aliasDuplicateObjects: false })
    case 'id': return [value].flat().map(idLine).join('')
    case 'table': return Array.isArray(value) ? rows(io, noun, value) : details(value)
  }
}

function idLine({ id }: Row): string {
  if (id === undefined) throw new UsageError('This answer has no id', 'Choose --output table, json or yaml')
  return `${plain(id)}\n`
}

function rows(io: Io, noun: string, items: Row[]): string {
  if (items.length === 0) {
    io.stderr.write(`There is no ${noun}.\n`)
    return ''
  }
  const columns = columnsOf(noun)
  return table(columns.map(({ title }) => title), items.map((item) => columns.map(({ cell }) => cell(item, io.now()))))
}

/** One thing, a field to a line; what is nested is indented. */
function details(value: Row, indent = ''): string {
  return Object.entries(value).map(([name, member]) => {
    if (Array.isArray(member) && member.some(isObject)) return `${indent}${plain(name)}:\n${member.map((each) => (isObject(each) ? details(each, `${indent}    `).replace(/ {2}(?=\S)/, '- ') : `${indent}  - ${plain(each)}\n`)).join('')}`
    if (Array.isArray(member)) return `${indent}${plain(name)}: ${member.length > 0 ? member.map(plain).join(', ') : '-'}\n`
    if (isObject(member) && !('amount' in member)) return Object.keys(member).length > 0 ? `${indent}${plain(name)}:\n${details(member, `${indent}  `)}` : `${indent}${plain(name)}: -\n`
    return `${indent}${plain(name)}: ${plain(member)}\n`
  }).join('')
}

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
