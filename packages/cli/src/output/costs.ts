import { chartOfCosts, type PicturedCosts } from '@hubfleet/charts/costs'
import { chartText } from './chart.ts'
import type { Row } from './columns.ts'
import type { DocumentOptions } from './document-options.ts'
import { table } from './table.ts'
import { oneLine } from './text.ts'

interface Series { label: string; currency: string; amounts: (string | null)[]; total: string | null; before: string | null; unpricedHours: number }
interface Total extends Omit<Series, 'label'> { forecast: { to: string; low: string; expected: string; high: string } | null }
interface Report { beforeFrom: string | null; periods: { name: string }[]; series: Series[]; totals: Total[]; notes: string[] }

/** More columns do not fit a terminal; the totals do. */
const mostColumns = 8

/** On a terminal with a picture above, where there is more than one amount to see. */
export function costPage(answer: Row, options: DocumentOptions): string {
  const report = answer as unknown as PicturedCosts
  return (report.periods.length * report.series.length > 1 ? chartText({ ...chartOfCosts(report), notes: [] }, options) : '') + costTable(answer)
}

/** A line for each series, or for each period where these are more; then the totals, the forecast, and what to know of the figures. */
export function costTable(answer: Row): string {
  const { beforeFrom, periods, series, totals, notes } = answer as unknown as Report
  const lines = series.length > 1 ? [...series, ...totals.map((total) => ({ ...total, label: 'total' }))] : series
  const told = lines.length === 0 ? '' : periods.length > mostColumns && lines.length <= mostColumns ? byPeriod(periods, lines) : bySeries(periods, lines, beforeFrom !== null)
  return told + totals.flatMap(forecastLine).join('') + notes.map((note) => `${oneLine(note)}\n`).join('')
}

function bySeries(periods: Report['periods'], lines: Series[], before: boolean): string {
  const shown = periods.length > 1 && periods.length <= mostColumns ? periods : []
  return table(['', ...shown.map(({ name }) => name), 'TOTAL', ...(before ? ['BEFORE', 'CHANGE'] : []), 'CURRENCY'].map(oneLine), lines.map((line) => [
    oneLine(line.label), ...shown.map((_, at) => amount(line.amounts[at]!)), `${amount(line.total)}${line.unpricedHours > 0 ? ' +?' : ''}`, ...(before ? [amount(line.before), change(line)] : []), oneLine(line.currency),
  ]))
}

const byPeriod = (periods: Report['periods'], lines: Series[]): string => table(['', ...lines.map(({ label, currency }) => `${label} (${currency})`)].map(oneLine), [
  ...periods.map(({ name }, at) => [oneLine(name), ...lines.map(({ amounts }) => amount(amounts[at]!))]),
  ['TOTAL', ...lines.map(({ total }) => amount(total))],
])

const forecastLine = ({ currency, forecast }: Total): string[] =>
  (forecast ? [`Until ${forecast.to.slice(0, 10)}: ${amount(forecast.expected)} ${oneLine(currency)} expected, ${amount(forecast.low)} to ${amount(forecast.high)}.\n`] : [])

/** For people, to the cent; `--output json` has all places. */
const amount = (text: string | null): string => (text === null ? '?' : Number(text).toFixed(2))

function change({ total, before }: Series): string {
  if (total === null || before === null || Number(before) === 0) return '-'
  const share = Number(total) / Number(before) - 1
  return `${share > 0 ? '+' : ''}${(share * 100).toFixed(0)} %`
}
