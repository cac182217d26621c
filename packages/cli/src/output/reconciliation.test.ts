import t from 'tap'
import { reconciliationTable } from './reconciliation.ts'

t.test('a day stands in a line with its reasons, and the sums last; without any it says why', async (t) => {
  const text = reconciliationTable({
    days: [{ day: '2026-05-01', name: 'campus', component: 'compute', currency: 'USD', measured: '6', billed: '3.5', difference: '-2.5', reasons: ['Credits and refunds: -2.5.'] }, { day: '2026-05-01', name: 'campus', component: 'network', currency: 'USD', measured: null, billed: '1', difference: null, reasons: [] }],
    totals: [{ currency: 'USD', measured: '6', billed: '4.5', difference: '-1.5' }],
  })
  t.same(text.split('\n').map((line) => line.split(/ {2,}/)).slice(1, 4), [['2026-05-01', 'campus', 'compute', '6', '3.5', '-2.5', 'USD', 'Credits and refunds: -2.5.'], ['2026-05-01', 'campus', 'network', '-', '1', '-', 'USD'], ['all', '6', '4.5', '-1.5', 'USD']])
  t.match(reconciliationTable({ days: [], totals: [] }), 'No bill tells of any of these days')
})
