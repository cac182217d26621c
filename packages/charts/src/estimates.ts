import type { Chart } from './chart.ts'

/** What a picture of an estimate can show: what a month costs part by part, or how many run in the busiest week, hour by hour. */
export const estimateMeasures = ['cost', 'nodes', 'servers'] as const
export type EstimateMeasure = (typeof estimateMeasures)[number]

/** What a picture needs of the answer of `estimate create`. */
export interface PicturedEstimate {
  monthly: Record<'low' | 'expected' | 'high', { amount: string; currency: string }>
  components: { name: string; of: string | null; kind: string; amount: { amount: string } | null }[]
  busiestWeek: { week: number; servers: number[]; nodes: number[] }
  warnings: string[]
  incomplete: string[]
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export function chartOfEstimate({ monthly, components, busiestWeek, warnings, incomplete }: PicturedEstimate, { measure = 'cost' }: { measure?: EstimateMeasure | undefined } = {}): Chart {
  const notes = [...warnings, ...incomplete.map((what) => `Not in the amounts: ${what}.`)]
  if (measure !== 'cost') {
    const values = busiestWeek[measure]
    return { title: `${measure === 'nodes' ? 'Nodes' : 'Servers'} in the busiest week, which is week ${busiestWeek.week}`, type: 'stacked', unit: measure, labels: values.map((_, hour) => `${days[Math.floor(hour / 24) % 7]} ${hour % 24}:00`), series: [{ name: measure, values }], notes }
  }
  const round = (amount: string) => Number(amount).toFixed(2)
  const { low, expected, high } = monthly
  return {
    title: `Expected cost a month: ${round(expected.amount)}, ${round(low.amount)} to ${round(high.amount)}`, type: 'stacked', unit: expected.currency, notes,
    labels: components.map(({ name, of }) => (of ? `${name} ${of}` : name)),
    series: (['fixed', 'variable'] as const).map((kind) => ({ name: kind, values: components.map((one) => (one.kind === kind ? one.amount && Number(one.amount.amount) : 0)) })),
  }
}
