import type { Chart } from '@hubfleet/charts'
import { textOf } from '@hubfleet/charts/text'
import type { DocumentOptions } from './document-options.ts'
import { oneLine } from './text.ts'

/** A chart above an answer, and a blank line; nothing where nobody looks at a terminal. */
export function chartText(chart: Chart, { colour, columns }: DocumentOptions, height = 10): string {
  if (columns === null) return ''
  const shown = { ...chart, title: oneLine(chart.title), unit: oneLine(chart.unit), labels: chart.labels.map(oneLine), series: chart.series.map((one) => ({ ...one, name: oneLine(one.name) })), notes: (chart.notes ?? []).map(oneLine) }
  return `${textOf(shown, { width: Math.min(columns, widest), height, colour })}\n`
}

const widest = 120
