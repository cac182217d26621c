import t from 'tap'
import { chartOfEstimate, type PicturedEstimate } from './estimates.ts'
import { textOf } from './text.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const estimate: PicturedEstimate = {
  monthly: { low: usd('80'), expected: usd('100.5'), high: usd('130') },
  components: [{ name: 'core-nodes', of: null, kind: 'fixed', amount: usd('40') }, { name: 'user-nodes', of: 'gpu', kind: 'variable', amount: usd('60.5') }, { name: 'homes', of: null, kind: 'fixed', amount: null }],
  busiestWeek: { week: 3, servers: Array.from({ length: 168 }, (_, hour) => hour), nodes: Array.from({ length: 168 }, () => 2) },
  warnings: [], incomplete: ['homes: no price is known'],
}

t.test('what a month costs is a bar for each part, and a part without a price is none and not zero', async (t) => {
  const chart = chartOfEstimate(estimate)
  t.match(chart, { title: 'Expected cost a month: 100.50, 80.00 to 130.00', unit: 'USD', labels: ['core-nodes', 'user-nodes gpu', 'homes'], notes: ['Not in the amounts: homes: no price is known.'] })
  t.same(chart.series, [{ name: 'fixed', values: [40, 0, null] }, { name: 'variable', values: [0, 60.5, 0] }])
})

t.test('the busiest week is drawn hour by hour, from Monday on', async (t) => {
  const chart = chartOfEstimate(estimate, { measure: 'servers' })
  t.match(chart.title, 'week 3')
  t.same([chart.labels[0], chart.labels[33], chart.labels[167]], ['Mon 0:00', 'Tue 9:00', 'Sun 23:00'])
  t.same(chart.series[0]!.values, estimate.busiestWeek.servers)
  t.match(textOf(chart, { width: 100, height: 5, colour: false }), /┤.*█/)
})
