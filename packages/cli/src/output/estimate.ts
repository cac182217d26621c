import { chartOfEstimate, type PicturedEstimate } from '@hubfleet/charts/estimates'
import type { EstimateWithAdvice, Money } from '@hubfleet/sdk'
import { chartText } from './chart.ts'
import type { Row } from './columns.ts'
import type { DocumentOptions } from './document-options.ts'
import { table } from './table.ts'
import { oneLine, wrapped } from './text.ts'

/** Lines for the bars: all is to be on one screen. */
const chartHeight = 5

/** What it will cost, why, and what to change. */
export function estimatePage(answer: Row, options: DocumentOptions): string {
  const estimate = answer as unknown as EstimateWithAdvice
  const { advice, incomplete, warnings, assumptions } = estimate
  const width = options.columns ?? Infinity
  return [
    `${amounts(estimate).join('\n')}\n`, week(estimate, options), `${load(estimate).map((line) => wrapped(line, width)).join('\n')}\n`,
    alternatives(advice),
    list('What to change', advice.suggestions.length > 0 ? [...advice.suggestions, ...(advice.together ? [advice.together] : [])].map(suggestion) : ['Nothing that is cheaper and holds everybody was found.'], width),
    list('What it hangs on', advice.sensitivities.length > 0 ? [advice.sensitivities.map(({ words }) => words).join(' ')] : [], width),
    components(estimate), list('Warnings', warnings, width), list('Not in these amounts', incomplete, width), list('Assumed', assumptions.length > 0 ? [assumptions.join(' ')] : [], width),
    ...(advice.suggestions.length > 0 ? ['With --output json each has the fields to put in (`instead`).\n'] : []),
  ].filter(Boolean).join('\n')
}

function amounts({ method, seed, monthly: { low, expected, high }, perUser, perActiveDay, term, fixed, variable, catalogue }: EstimateWithAdvice): string[] {
  const by = [method === 'simulation' ? `by simulation, seed ${seed}` : 'in closed form', ...(catalogue ? [`prices of ${catalogue.provider} as of ${catalogue.asOf}`] : [])].join(', ')
  const each = [...(perUser ? [`${usd(perUser)} per user and month`] : []), ...(perActiveDay ? [`${usd(perActiveDay)} per user and active day`] : []), `${usd(fixed)} due when nobody logs in, ${usd(variable)} by use`]
  const whole = term && `${usd(term.total)} in ${Number(term.months.toFixed(1))} months (${usd(term.low)} to ${usd(term.high)})${term.perUser ? `, ${usd(term.perUser)} per user` : ''}`
  return [`${usd(expected)} ${expected.currency} a month (${usd(low)} to ${usd(high)}), ${by}`, ...(whole ? [whole] : []), each.join('; ')].map(oneLine)
}

/** Days are named where they begin; there is no room for hours. */
function week(estimate: EstimateWithAdvice, options: DocumentOptions): string {
  const chart = chartOfEstimate(estimate as unknown as PicturedEstimate, { measure: 'nodes' })
  return chartText({ ...chart, labels: chart.labels.map((label) => (label.endsWith(' 0:00') ? label.slice(0, 3) : '')), notes: [] }, options, chartHeight).trimEnd()
}

function load({ peakNodes, peakServers, peakAt, slotsPerNode, binding, waits, pools }: EstimateWithAdvice): string[] {
  const minutes = waits.minutes && (waits.minutes.median === waits.minutes.p95 ? `, ${waits.minutes.median} minutes` : `, half of them up to ${waits.minutes.median} minutes, and 95 % up to ${waits.minutes.p95}`)
  return [
    `At most ${peakNodes} nodes for ${peakServers} servers${peakAt ? `, first at ${peakAt}` : ', always'}. A node${pools.length > 1 ? ` of ${pools[0]!.name}` : ''} holds ${slotsPerNode}; what stops the next one is its ${binding}.`,
    waits.atOnce === 0 ? 'Nobody waits for a node to start.' : `At the worst moment (${waits.at}) ${waits.atOnce} people wait for a node to start${minutes ?? ''}; in a week ${Math.ceil(waits.perWeek)} starts wait.`,
  ].map(oneLine)
}

const components = ({ components: all }: EstimateWithAdvice): string => table(['A MONTH', '', 'FOR', 'WHAT'], all.map(({ name, of, kind, amount, detail }) => [amount ? usd(amount) : '?', kind, of && of !== detail ? `${name} ${of}` : name, detail].map(oneLine)))

const alternatives = ({ alternatives: all }: EstimateWithAdvice['advice']): string => (all.length === 0 ? '' : table(['NODES', 'A MONTH', 'DIFFERENCE', 'PER USER', 'MOST NODES', 'WAIT AT THE WORST MOMENT'], all.map(({ mode, monthly, percent, perUser, peakNodes, waiting }) => [mode, usd(monthly), signed(percent), perUser ? usd(perUser) : '-', peakNodes, waiting].map(oneLine))))

const suggestion = ({ change, saving, percent, givesUp }: EstimateWithAdvice['advice']['suggestions'][number]): string => `${change}: saves ${usd(saving)} (${Math.round(-percent)} %). Given up: ${givesUp}.`

const list = (title: string, lines: string[], width: number): string => (lines.length === 0 ? '' : `${title}\n${lines.map((line) => `${wrapped(oneLine(line), width, '  ')}\n`).join('')}`)

const signed = (percent: number): string => (Math.round(percent) === 0 ? '-' : `${percent > 0 ? '+' : ''}${Math.round(percent)} %`)
const usd = ({ amount }: Money): string => Number(amount).toFixed(2)
