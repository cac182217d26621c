import { rest, type Chart, type Series } from './chart.ts'

/** What a picture of a cost report can show. People, servers and nodes do not add up, so each hub has its line. */
export const costMeasures = ['cost', 'billed', 'hours', 'coreHours', 'gibHours', 'users', 'servers', 'nodes'] as const
export type CostMeasure = (typeof costMeasures)[number]

/** What a picture needs of the answer of `cost report`. Amounts are exact texts, null where not known. */
export interface PicturedCosts {
  periods: { name: string }[]
  series: { label: string; rest: boolean; currency: string; keys: { by: string }[]; amounts: Amounts; billed: Amounts; hours: number[]; coreHours: number[]; gibHours: number[] }[]
  totals: { currency: string; forecast: PicturedForecast | null }[]
  usage: { hub: { name: string } | null; users: (number | null)[]; peakServers: (number | null)[]; peakNodes: (number | null)[] }[]
  notes: string[]
}
type Amounts = (string | null)[]
interface PicturedForecast { to: string; actual: string; low: string; expected: string; high: string }

/** More can neither be told apart by colour nor be read in a legend. */
const mostSeries = 7

/**
 * A cost report as a chart: parts upon one another, period by period, or beside one another where the report has one period. A picture shows one currency: the one asked
 * for, else that of the dearest; its notes tell of the others.
 */
export function chartOfCosts(report: PicturedCosts, { measure = 'cost', currency }: { measure?: CostMeasure | undefined; currency?: string | undefined } = {}): Chart {
  const shown = currency ?? report.series[0]?.currency ?? report.totals[0]?.currency ?? 'USD'
  const money = measure === 'cost' || measure === 'billed'
  const parts = folded(measure === 'users' || measure === 'servers' || measure === 'nodes' ? usageParts(report, measure) : costParts(report, measure, money ? shown : null))
  const labels = report.periods.map(({ name }) => name)
  const by = [...new Set(report.series[0]?.keys.map((key) => key.by) ?? [])]
  const span = labels.length > 1 ? `${labels[0]} to ${labels.at(-1)}` : labels[0] ?? ''
  const chart = { title: `${words[measure].title}${by.length > 0 && isSum(measure) ? ` by ${by.join(' and ')}` : ''}, ${span}`, unit: money ? shown : words[measure].unit, notes: notesOf(report, money ? shown : null) }
  if (labels.length === 1) return { ...chart, type: 'stacked', labels: parts.map(({ name }) => name), series: [{ name: words[measure].title, values: parts.map(({ values }) => values[0]!) }] }
  return { ...chart, type: isSum(measure) ? 'stacked' : 'line', labels, series: [...parts, ...(measure === 'cost' ? outlook(report, shown) : [])] }
}

const words: Record<CostMeasure, { title: string; unit: string }> = {
  cost: { title: 'Cost', unit: '' }, billed: { title: 'Billed', unit: '' }, hours: { title: 'Hours', unit: 'hours' }, coreHours: { title: 'Reserved cores', unit: 'core hours' },
  gibHours: { title: 'Reserved memory', unit: 'GiB hours' }, users: { title: 'People with a server', unit: 'people' }, servers: { title: 'Most servers at once', unit: 'servers' }, nodes: { title: 'Most nodes at once', unit: 'nodes' },
}
const isSum = (measure: CostMeasure): boolean => measure !== 'users' && measure !== 'servers' && measure !== 'nodes'

const number = (text: string | null): number | null => (text === null ? null : Number(text))

function costParts({ series }: PicturedCosts, measure: CostMeasure, currency: string | null): Series[] {
  const valuesOf = (one: PicturedCosts['series'][number]): (number | null)[] => {
    if (measure === 'cost') return one.amounts.map(number)
    if (measure === 'billed') return one.billed.map(number)
    return one[measure as 'hours' | 'coreHours' | 'gibHours']
  }
  return series.filter((one) => currency === null || one.currency === currency).map((one) => ({ name: one.rest ? rest : one.label, values: valuesOf(one) }))
}

const usageParts = ({ usage }: PicturedCosts, measure: 'users' | 'servers' | 'nodes'): Series[] =>
  usage.map((one) => ({ name: one.hub?.name ?? 'all', values: measure === 'users' ? one.users : measure === 'servers' ? one.peakServers : one.peakNodes }))

/** The first ones, and all others as one. Several of one name, as the rests of a report by two things, are one too. */
function folded(parts: Series[]): Series[] {
  const named = parts.filter(({ name }) => name !== rest)
  const others = [...named.slice(mostSeries), ...parts.filter(({ name }) => name === rest)]
  return [...named.slice(0, mostSeries), ...(others.length > 0 ? [{ name: rest, values: others[0]!.values.map((_, at) => sumOf(others.map(({ values }) => values[at]!))) }] : [])]
}

function sumOf(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

/** What the present month is still expected to cost, on its bar where the report has bars for months. */
function outlook({ totals, periods }: PicturedCosts, currency: string): Series[] {
  const forecast = totals.find((total) => total.currency === currency)?.forecast
  const month = forecast && lastDayOf(forecast).slice(0, 7)
  const at = periods.findIndex(({ name }) => name === month)
  if (!forecast || at < 0) return []
  const still = Math.max(0, Number(forecast.expected) - Number(forecast.actual))
  return [{ name: 'still expected', outlook: at, values: periods.map((_, index) => (index === at ? still : 0)) }]
}

const lastDayOf = ({ to }: PicturedForecast): string => new Date(Date.parse(to) - 24 * 3_600_000).toISOString().slice(0, 10)

function notesOf({ totals, notes }: PicturedCosts, currency: string | null): string[] {
  const forecast = totals.find((total) => total.currency === currency)?.forecast
  const round = (text: string) => Number(text).toFixed(2)
  const others = totals.map((total) => total.currency).filter((one) => currency !== null && one !== currency)
  return [
    ...(forecast ? [`Until ${lastDayOf(forecast)}: ${round(forecast.expected)} ${currency} expected, ${round(forecast.low)} to ${round(forecast.high)}.`] : []),
    ...(others.length > 0 ? [`Amounts in ${others.join(' and ')} are not in this picture.`] : []),
    ...notes,
  ]
}
