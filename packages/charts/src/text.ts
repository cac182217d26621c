import { axisNumber, checkChart, colours, type Chart } from './chart.ts'

/**
 * @property width columns of the terminal
 * @property height lines for the bars
 * @property colour whether series are told apart by colour (24 bit); otherwise by shade
 */
export interface TextOptions { width: number; height: number; colour: boolean }

const shades = ['█', '▓', '▒', '░', '▚', '▞', '▤', '▥']
const eighths = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
const eighth = (part: number): string => eighths[Math.min(7, Math.max(0, Math.ceil(part * 8) - 1))]!

/** The chart for a terminal; each line ends in a newline. Where there are more labels than columns, neighbours are shown as their mean, and the chart says so. */
export function textOf(chart: Chart, options: TextOptions): string {
  const margin = Math.max(8, ...(chart.type === 'line' ? chart.series.map((one) => Math.min(24, one.name.length)) : []))
  const room = Math.max(8, options.width - margin - 2)
  const merged = Math.ceil(chart.labels.length / room)
  const shown = merged > 1 ? mean(checkChart(chart), merged) : checkChart(chart)
  const step = Math.max(1, Math.min(9, Math.floor(room / Math.max(1, shown.labels.length))))
  const paint = painter(shown, options.colour)
  const lines = [
    `${chart.title} (${chart.unit})`,
    ...(chart.type === 'line' ? sparklines(shown, margin, step, paint) : bars(shown, margin, step, options.height, paint)),
    `${' '.repeat(margin + 2)}${labelLine(shown.labels, step)}`,
    ...(chart.type === 'stacked' && chart.series.length > 1 ? wrap(shown.series.map((one, index) => `${paint(index)} ${one.name}`), options.width - margin - 2, shown.series.map((one) => one.name.length + 2)).map((line) => `${' '.repeat(margin + 2)}${line}`) : []),
    ...(merged > 1 ? [`Each column is the mean of up to ${merged}.`] : []),
    ...(chart.notes ?? []),
  ]
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

/** A glyph, or a text, in what a series is told by. */
type Paint = (series: number, text?: string) => string
function painter(chart: Chart, colour: boolean): Paint {
  if (!colour) return (series, text = shades[series % shades.length]!) => text
  const codes = colours(chart).map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(';'))
  return (series, text = '█') => `\u001b[38;2;${codes[series]}m${text}\u001b[39m`
}

/** One upon another, on an axis from zero. */
function bars(chart: Chart, margin: number, step: number, height: number, paint: Paint): string[] {
  const columns = chart.labels.map((_, index) => chart.series.map((one) => one.values[index] ?? null))
  const top = roundUp(Math.max(0, ...columns.map((values) => sum(values))))
  const broad = Math.max(1, step - 1)
  const cell = (values: (number | null)[], row: number): string => {
    if (values.every((value) => value === null)) return row === 0 ? '·'.padEnd(step) : ' '.repeat(step)
    const filled = top === 0 ? 0 : sum(values) / top * height - row
    if (filled <= 0.02) return ' '.repeat(step)
    const series = seriesAt(values, (row + Math.min(filled, 1) / 2) * top / height)
    return `${filled < 1 ? paint(series, eighth(filled).repeat(broad)) : Array.from({ length: broad }, () => paint(series)).join('')}${' '.repeat(step - broad)}`
  }
  const rows = Array.from({ length: height }, (_, down) => height - 1 - down)
  const named = (row: number): string => row === height - 1 ? axisNumber(top) : height % 2 === 0 && row === height / 2 - 1 ? axisNumber(top / 2) : ''
  return [...rows.map((row) => `${named(row).padStart(margin)} ┤${columns.map((values) => cell(values, row)).join('')}`), `${'0'.padStart(margin)} └${'─'.repeat(columns.length * step)}`]
}

/** A row for each series, from zero to the highest of all. */
function sparklines(chart: Chart, margin: number, step: number, paint: Paint): string[] {
  const top = Math.max(0, ...chart.series.flatMap((one) => one.values.map((value) => value ?? 0)))
  return chart.series.map((one, index) => {
    const known = one.values.filter((value) => value !== null)
    const line = one.values.map((value) => (value === null ? '·' : value <= 0 || top === 0 ? ' ' : eighth(value / top)).repeat(Math.max(1, step - 1)).padEnd(step)).join('')
    return `${one.name.slice(0, margin).padStart(margin)} ┤${paint(index, line)} ${known.length === 0 ? 'nothing known' : `up to ${axisNumber(Math.max(...known))}`}`
  })
}

/** Which of what lies one upon another is at a height. */
function seriesAt(values: (number | null)[], at: number): number {
  let upTo = 0
  const found = values.findIndex((value) => { upTo += value ?? 0; return at < upTo })
  return found === -1 ? values.findLastIndex((value) => value !== null && value > 0) : found
}

/** Labels under their columns, as many as there is room for; a column may have none. */
function labelLine(labels: string[], step: number): string {
  let line = ''
  for (const [index, label] of labels.entries()) {
    const at = index * step
    if (label && (line === '' || at >= line.length + 2)) line = line.padEnd(at) + label
  }
  return line
}

/** Neighbours as one: the first one's label, and the mean of those that are known. */
function mean(chart: Chart, size: number): Chart {
  const groups = <T>(list: T[]): T[][] => Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))
  const meanOf = (values: (number | null)[]): number | null => {
    const known = values.filter((value) => value !== null)
    return known.length === 0 ? null : sum(known) / known.length
  }
  return { ...chart, labels: groups(chart.labels).map((group) => group[0]!), series: chart.series.map(({ name, values }) => ({ name, values: groups(values).map(meanOf) })) }
}

function wrap(parts: string[], width: number, lengths: number[]): string[] {
  const lines: string[] = ['']
  let used = 0
  for (const [index, part] of parts.entries()) {
    if (used > 0 && used + lengths[index]! + 2 > width) { lines.push(''); used = 0 }
    lines[lines.length - 1] += `${used > 0 ? '  ' : ''}${part}`
    used += lengths[index]! + 2
  }
  return lines
}

const sum = (values: (number | null)[]): number => values.reduce<number>((all, value) => all + (value ?? 0), 0)

/** The next of 1, 2, 2.5, 4, 5 times a power of ten, so that half of it reads well too. */
function roundUp(value: number): number {
  if (value <= 0) return 0
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 2.5, 4, 5].find((step) => step * power >= value) ?? 10) * power
}
