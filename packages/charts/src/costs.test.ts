import t from 'tap'
import { chartOfCosts, type PicturedCosts } from './costs.ts'

const series = (label: string, amounts: (string | null)[], more: Partial<PicturedCosts['series'][number]> = {}): PicturedCosts['series'][number] =>
  ({ label, rest: false, currency: 'USD', keys: [{ by: 'hub' }], amounts, billed: amounts.map(() => null), hours: amounts.map(() => 1), coreHours: amounts.map(() => 2), gibHours: amounts.map(() => 3), ...more })
const report = (more: Partial<PicturedCosts> = {}): PicturedCosts => ({
  periods: [{ name: '2026-05' }, { name: '2026-06' }], series: [series('course', ['2.5', null]), series('lab', ['1', '1'])], totals: [{ currency: 'USD', forecast: null }],
  usage: [{ hub: null, users: [3, null], peakServers: [2, 2], peakNodes: [1, 1] }], notes: [], ...more,
})

t.test('each series is a part of every period, and what is not known is nothing and not zero', async (t) => {
  const chart = chartOfCosts(report())
  t.match(chart, { type: 'stacked', unit: 'USD', title: 'Cost by hub, 2026-05 to 2026-06', labels: ['2026-05', '2026-06'], series: [{ name: 'course', values: [2.5, null] }, { name: 'lab', values: [1, 1] }] })
})

t.test('a report of one period has its series beside one another', async (t) => {
  const chart = chartOfCosts(report({ periods: [{ name: '2026-05-01 to 2026-05-31' }], series: [series('course', ['2.5']), series('the rest', ['1'], { rest: true })] }))
  t.same([chart.labels, chart.series.map(({ values }) => values)], [['course', 'all others'], [[2.5, 1]]])
})

t.test('however many series there are, the picture has as many as can be told apart, and their sum is that of all', async (t) => {
  const many = Array.from({ length: 20 }, (_, index) => series(`hub ${index}`, ['1', '2']))
  const chart = chartOfCosts(report({ series: [...many, series('rest', ['5', null], { rest: true }), series('rest of idle', ['5', null], { rest: true })] }))
  t.equal(chart.series.length, 8)
  t.same(chart.series.at(-1), { name: 'all others', values: [13 + 10, 26] })
})

t.test('a picture is of one currency and says which are not in it', async (t) => {
  const of = report({ series: [series('course', ['2', '2']), series('lab', ['9', '9'], { currency: 'EUR' })], totals: [{ currency: 'USD', forecast: null }, { currency: 'EUR', forecast: null }] })
  t.match(chartOfCosts(of), { unit: 'USD', series: [{ name: 'course' }], notes: ['Amounts in EUR are not in this picture.'] })
  t.match(chartOfCosts(of, { currency: 'EUR' }), { unit: 'EUR', series: [{ name: 'lab' }] })
  t.equal(chartOfCosts(of, { measure: 'hours' }).series.length, 2, 'hours have no currency')
})

t.test('what the month is still expected to cost is on its bar, and in words with its band', async (t) => {
  const forecast = { to: '2026-07-01T07:00:00.000Z', actual: '1', low: '3', expected: '4.5', high: '6' }
  const chart = chartOfCosts(report({ totals: [{ currency: 'USD', forecast }] }))
  t.same(chart.series.at(-1), { name: 'still expected', outlook: 1, values: [0, 3.5] })
  t.same(chart.notes, ['Until 2026-06-30: 4.50 USD expected, 3.00 to 6.00.'])
})

t.test('people, servers and nodes are lines, for they do not add up', async (t) => {
  t.match(chartOfCosts(report(), { measure: 'users' }), { type: 'line', unit: 'people', series: [{ name: 'all', values: [3, null] }] })
  t.match(chartOfCosts(report(), { measure: 'servers' }), { type: 'line', unit: 'servers', series: [{ values: [2, 2] }] })
})
