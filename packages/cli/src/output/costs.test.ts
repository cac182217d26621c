import t from 'tap'
import { costPage, costTable } from './costs.ts'

const series = (label: string, amounts: (string | null)[], more = {}) => ({ label, currency: 'USD', amounts, total: amounts[0]!, before: null, unpricedHours: 0, ...more })
const report = (lines: ReturnType<typeof series>[], periods: string[], more = {}) => ({
  beforeFrom: null, periods: periods.map((name) => ({ name })), series: lines, totals: [{ ...series('', periods.map(() => '7')), forecast: null }], notes: [], ...more,
})

t.test('a line for each series and the total, with what is not known as such', async (t) => {
  const text = costTable(report([series('course', ['4.5'], { unpricedHours: 2 }), series('rest', [null])], ['2026-05'], { notes: ['Some of it is being computed anew and may change.'] }))
  t.match(text, /course +4\.50 \+\? +USD\nrest +\? +USD\ntotal +7\.00/)
  t.match(text, /computed anew/)
})

t.test('many periods go down, each with its amounts', async (t) => {
  const days = Array.from({ length: 10 }, (_, index) => `2026-05-${index + 10}`)
  t.match(costTable(report([series('all', days.map((_, index) => String(index)))], days)), /all \(USD\)\n2026-05-10 +0\.00\n.*2026-05-19 +9\.00\nTOTAL/s)
})

t.test('the span before and the forecast are told', async (t) => {
  const text = costTable(report([series('a', ['3'], { before: '2' })], ['2026-05'], { beforeFrom: '2026-04-01', totals: [{ ...series('', ['3']), forecast: { to: '2026-06-01T00:00:00Z', low: '8', expected: '9', high: '10.5' } }] }))
  t.match(text, /a +3\.00 +2\.00 +\+50 %/)
  t.match(text, 'Until 2026-06-01: 9.00 USD expected, 8.00 to 10.50.')
})

t.test('nothing to show is no table', async (t) => t.equal(costTable(report([], ['2026-05'], { totals: [], notes: ['Nothing was seen.'] })), 'Nothing was seen.\n'))

t.test('on a terminal there is a picture above the table, where there is more than one amount; names cannot steer the terminal', async (t) => {
  const pictured = (name: string, values: string[]) => ({ ...series(name, values), rest: false, keys: [{ by: 'hub' }] })
  const two = report([pictured('a\u001b[2Jb', ['1', '2'])], ['2026-05', '2026-06'])
  const page = costPage(two, { colour: false, columns: 80 })
  t.match(page, /Cost by hub, 2026-05 to 2026-06 \(USD\)\n.*┤.*█/s)
  t.notMatch(page, '\u001b')
  t.ok(page.endsWith(costTable(two)))
  t.equal(costPage(two, { colour: false, columns: null }), costTable(two), 'and none where a program reads')
  const one = report([pictured('a', ['1'])], ['2026-05'])
  t.equal(costPage(one, { colour: false, columns: 80 }), costTable(one))
})
