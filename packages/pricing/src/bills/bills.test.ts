import fc from 'fast-check'
import t from 'tap'
import { isProblem } from '@hubfleet/core'
import { microsOfAll, unitsOf, unitsPerMicro } from './decimal.ts'
import { Matcher } from './match.ts'
import { momentOfBill } from './moment.ts'
import { readBill, type ReadOptions } from './tally.ts'
import { cluster, exports, focusRows, gcpRows, inPieces } from './testing-exports.ts'

const options: ReadOptions = { matcher: new Matcher([cluster]), currency: 'USD', rates: new Map() }
const read = (content: string | Uint8Array, more: Partial<ReadOptions> = {}) => readBill(inPieces(typeof content === 'string' ? new TextEncoder().encode(content) : content), { ...options, ...more })
const problemOf = async (content: string | Uint8Array, more: Partial<ReadOptions> = {}) => read(content, more).then(() => null, (error) => { if (isProblem(error)) return error; throw error })

const expected = [
  ['2026-05-01', '', 'compute', 'credit', -250_000n], ['2026-05-01', '', 'compute', 'usage', 2_000_001n], ['2026-05-01', '', 'control-plane', 'usage', 100_000n],
  ['2026-05-01', '', 'load-balancers', 'usage', 600_000n], ['2026-05-01', '', 'other', 'tax', 50_000n], ['2026-05-01', cluster.hubs[0]!.id, 'storage', 'usage', 400_000n],
]

for (const [name, content] of Object.entries(exports)) t.test(`the same day comes to the same, whoever wrote it: ${name}`, async (t) => {
  const bill = await read(content)
  t.equal(bill.format, name.split(' ')[0])
  t.same(bill.days.map(({ day, hubId, component, category, micros }) => [day, hubId, component, category, micros]).sort((a, b) => (String(a) < String(b) ? -1 : 1)), expected)
  t.match(bill, { from: '2026-05-01', to: '2026-05-01', currency: 'USD', unmatched: { micros: 3_300_000n, dearest: [{ micros: 3_300_000n, rows: 1 }] }, strangers: [] })
  t.equal(bill.rows - bill.matchedRows, 1)
})

t.test('in JSON lines only a line feed ends a line, whatever names have in them, and however they are cut', async (t) => {
  const row = { ...focusRows[0]!, ChargeDescription: 'a\u2028b\u2029c\u0085d', ResourceName: 'ü\u{1F600}' }
  for (const size of [1, 2, 3, 500]) {
    const bill = await readBill(inPieces(new TextEncoder().encode([row, row].map((each) => JSON.stringify(each)).join('\r\n')), size), options)
    t.match(bill, { rows: 2, matchedRows: 2 })
  }
  t.match(await problemOf(`${JSON.stringify(row)}\n{"a": "${'x'.repeat(2 ** 21)}`), { code: 'bill-malformed', message: /line 2: it is longer/ })
})

t.test('what is kept adds up to the bill to the micro, however small its amounts are and wherever it is cut', async () => {
  const amount = fc.tuple(fc.bigInt(-(10n ** 16n), 10n ** 16n), fc.constantFrom(cluster.id, ''))
  await fc.assert(fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 500 }), async (amounts, size) => {
    const rows = amounts.map(([units, mark]) => ({ ...focusRows[0]!, ResourceId: '', BilledCost: `${units}e-15`, Tags: JSON.stringify(mark ? { 'hubfleet-cluster': mark } : {}), ChargePeriodEnd: '2026-05-09T00:00:00Z' }))
    const bill = await readBill(inPieces(new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join('\n')), size), options)
    const [whole] = microsOfAll([amounts.reduce((all, [units]) => all + units, 0n)])
    return bill.days.reduce((all, { micros }) => all + micros, bill.unmatched.micros) === whole
  }), { numRuns: 60 })
})

t.test('amounts are rounded so that they add up, each by less than a micro', async () => {
  fc.assert(fc.property(fc.array(fc.bigInt(-(10n ** 20n), 10n ** 20n), { minLength: 1 }), (units) => {
    const micros = microsOfAll(units)
    const [whole] = microsOfAll([units.reduce((a, b) => a + b, 0n)])
    return micros.reduce((a, b) => a + b, 0n) === whole && micros.every((each, index) => { const off = each * unitsPerMicro - units[index]!; return off > -unitsPerMicro && off < unitsPerMicro })
  }))
})

t.test('a charge of several days is as much of each', async (t) => {
  const { days } = await read(JSON.stringify({ ...focusRows[0], BilledCost: '31', ChargePeriodStart: '2026-05-01T00:00:00Z', ChargePeriodEnd: '2026-06-01T00:00:00Z' }))
  t.equal(days.length, 31)
  t.ok(days.every(({ micros }) => micros === 1_000_000n))
})

t.test('moments are read as each cloud writes them', async (t) => {
  const at = '2026-05-01T10:00:00.000Z'
  for (const text of ['2026-05-01T10:00:00Z', '2026-05-01 10:00:00 UTC', '2026-05-01 10:00:00.000000 UTC', '2026-05-01T10:00:00', '2026-05-01 10:00:00', '2026-05-01 12:00:00+02', '2026-05-01T10:00Z', '05/01/2026 10:00', '2026-05-01T12:00:00+02:00']) t.equal(momentOfBill(text)?.toISOString(), at, text)
  t.equal(momentOfBill('5/1/2026')?.toISOString(), '2026-05-01T00:00:00.000Z')
  for (const wrong of ['', '31/12/2026', '2026-04-31', '2026-13-01', 'yesterday']) t.equal(momentOfBill(wrong), null, wrong)
})

t.test('amounts are read with exponents, and what is none is not taken for zero', async (t) => {
  t.equal(unitsOf('1.5e-07'), 150_000_000n)
  t.equal(unitsOf('-.5'), -500_000_000_000_000n)
  for (const wrong of ['', '-', '1,5', 'NaN', '0x1']) t.equal(unitsOf(wrong), null, wrong)
})

t.test('what cannot be read is told by line and column, and what would be right', async (t) => {
  const lines = gcpRows.map((row) => ({ ...row }) as Record<string, unknown>)
  lines[1]!['cost'] = 'free'
  lines[2]!['usage_start_time'] = '2026-04-31 00:00:00 UTC'
  lines[3]!['currency'] = '$'
  const problem = await problemOf(lines.map((row) => JSON.stringify(row)).join('\n'))
  t.match(problem, { code: 'bill-malformed', params: { count: 3 }, errors: [{ pointer: '/lines/2/cost', detail: /Line 2, column cost: It is "free"; an amount is a decimal number/ }, { pointer: '/lines/3/usage_start_time' }, { pointer: '/lines/4/currency' }] })
  t.match(await problemOf(`${Buffer.from(exports['aws CUR 1']!).toString()}a,b\n`), { code: 'bill-malformed', params: { first: /line 10/ } })
  t.match(await problemOf(exports['gcp packed']!.subarray(0, 300)), { code: 'bill-malformed', params: { first: /gzip/ } })
  t.match(await problemOf('{"billing_account_id": '), { code: 'bill-malformed' })
  t.match(await problemOf(''), { code: 'bill-malformed', params: { first: 'it is empty' } })
  t.match(await problemOf('PAR1 and no more'), { code: 'bill-malformed', params: { first: /Parquet/ } })
  t.match(await problemOf('name,price\na,1\n'), { code: 'bill-unknown' })
  t.match(await problemOf('billing_account_id,usage_start_time,usage_end_time,service.description,currency\na,b,c,d,e\n'), { code: 'bill-unknown', params: { reason: /nearest is gcp, of which it lacks cost/ } })
})

t.test('other currencies are refused without a rate, and become what the rate says', async (t) => {
  const rows = [{ ...focusRows[0], BilledCost: '1' }, { ...focusRows[0], BilledCost: '2', BillingCurrency: 'EUR' }].map((row) => JSON.stringify(row)).join('\n')
  t.match(await problemOf(rows), { code: 'bill-currency', params: { currencies: 'EUR', wanted: 'USD' } })
  const { days } = await read(rows, { rates: new Map([['EUR', unitsOf('1.08')!]]) })
  t.same(days.map(({ micros }) => micros), [3_160_000n])
})

t.test('a bill that is too long is refused, packed or not', async (t) => {
  const packed = exports['gcp packed']!.length
  t.equal(await problemOf(exports['gcp packed']!, { limits: { sent: packed, unpacked: 1e9, whole: 0 } }), null)
  for (const limits of [{ sent: packed - 1, unpacked: 1e9, whole: 0 }, { sent: 1e9, unpacked: 1000, whole: 0 }]) t.match(await problemOf(exports['gcp packed']!, { limits }), { code: 'payload-too-large' })
  t.match(await problemOf(exports['gcp as a list of JSON']!, { limits: { sent: 1e9, unpacked: 1e9, whole: 1000 } }), { code: 'payload-too-large' })
})

t.test('clusters are known by marks, by the names that clouds note, and by names of resources; a longer name is never taken for a shorter one', async (t) => {
  const longer = { ...cluster, id: `cluster_${'c'.repeat(24)}`, name: 'lab-two', hubs: [] }
  const matcher = new Matcher([cluster, longer])
  const of = (marks: Record<string, string>, resource = '') => matcher.match({ marks: new Map(Object.entries(marks)), resource })?.clusterId ?? null
  t.equal(of({ 'hubfleet-cluster': longer.id }), longer.id)
  t.equal(of({ 'kubernetes-io-cluster-lab-two': 'owned' }), longer.id)
  t.equal(of({ 'eks-cluster-name': 'lab' }), cluster.id)
  t.equal(of({}, 'gke-lab-two-users-1a2b3c-d4e5'), longer.id)
  t.equal(of({}, '/subscriptions/x/resourceGroups/MC_hubfleet-lab_lab_eastus/providers/y'), cluster.id)
  t.equal(of({}, '/subscriptions/x/resourceGroups/hubfleet-lab-two-homes/providers/y'), longer.id)
  t.equal(of({ 'k8s-namespace': cluster.hubs[0]!.namespace }), cluster.id)
  t.equal(of({}, 'i-1'), null)
  t.equal(of({ 'goog-k8s-cluster-name': 'laboratory' }, 'laboratory'), null)
  t.equal(new Matcher([cluster], cluster.id).match({ marks: new Map(), resource: '' })?.clusterId, cluster.id)
})
