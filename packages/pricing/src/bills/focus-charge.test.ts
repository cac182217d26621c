import fc from 'fast-check'
import t from 'tap'
import { amountOf, costComponents, measuredOf, type BilledComponent, type CostComponent } from '@hubfleet/core'
import { focusCharge, focusColumns, type MeasuredCharge } from './focus-charge.ts'
import { Matcher } from './match.ts'
import { readBill } from './tally.ts'
import { cluster, inPieces } from './testing-exports.ts'

const hub = cluster.hubs[0]!
const day = (date: number) => new Date(Date.UTC(2026, 4, date))
const classOf = new Map(Object.entries(measuredOf).flatMap(([billed, measured]) => measured.map((component): [CostComponent, BilledComponent] => [component, billed as BilledComponent])))
const text = fc.string({ unit: 'grapheme', maxLength: 20 })

const charges = fc.array(fc.record({
  micros: fc.bigInt(-(10n ** 12n), 10n ** 12n), component: fc.constantFrom(...costComponents), ofHub: fc.boolean(), date: fc.integer({ min: 1, max: 28 }), pool: text, group: text, user: text, hours: fc.double({ min: 0, max: 1e6, noNaN: true }),
}), { minLength: 1, maxLength: 25 })

const measured = (of: typeof charges extends fc.Arbitrary<(infer One)[]> ? One : never): MeasuredCharge => ({
  tenant: { id: 'tenant_a', name: 'physics' }, cluster: { ...cluster, provider: 'gcp', region: 'us-central1' }, hub: of.ofHub ? hub : null, component: of.component, pool: of.pool, group: of.group, user: of.user,
  from: day(of.date), to: day(of.date + 1), billing: { from: day(1), to: new Date(Date.UTC(2026, 5)) }, currency: 'USD', amount: amountOf(of.micros), listed: amountOf(of.micros), hours: of.hours, coreHours: 0, gibHours: 0, unpricedHours: 0,
})

t.test('what is written as FOCUS, our reader of bills reads as the same amounts of the same day, cluster, hub and kind of thing', async () => {
  await fc.assert(fc.asyncProperty(charges, async (all) => {
    const lines = all.map((one) => JSON.stringify(focusCharge(measured(one)))).join('\n')
    const bill = await readBill(inPieces(new TextEncoder().encode(lines)), { matcher: new Matcher([cluster]), currency: 'USD', rates: new Map() })
    const expected = new Map<string, bigint>()
    for (const { micros, component, ofHub, date } of all) {
      const key = [day(date).toISOString().slice(0, 10), ofHub ? hub.id : '', classOf.get(component) ?? 'other'].join(' ')
      expected.set(key, (expected.get(key) ?? 0n) + micros)
    }
    const found = new Map(bill.days.map(({ day, hubId, component, micros }) => [[day, hubId, component].join(' '), micros]))
    return bill.format === 'focus' && bill.unmatched.micros === 0n && found.size === expected.size && [...expected].every(([key, micros]) => found.get(key) === micros)
  }), { numRuns: 80 })
})

/** Those that FOCUS 1.2 demands of every file, and those of them that may be null. */
const mandatory = [
  'BilledCost', 'BillingAccountId', 'BillingAccountName', 'BillingCurrency', 'BillingPeriodEnd', 'BillingPeriodStart', 'ChargeCategory', 'ChargeClass', 'ChargeDescription', 'ChargePeriodEnd', 'ChargePeriodStart',
  'ContractedCost', 'EffectiveCost', 'InvoiceIssuerName', 'ListCost', 'PricingQuantity', 'PricingUnit', 'ProviderName', 'PublisherName', 'ServiceCategory', 'ServiceName',
] as const

t.test('all columns that FOCUS demands are there and filled, moments and numbers in its forms, and other columns are marked as ours', async (t) => {
  for (const name of mandatory) t.ok(focusColumns.includes(name), name)
  fc.assert(fc.property(charges, (all) => all.every((one) => {
    const row = focusCharge(measured(one))
    return mandatory.every((name) => name === 'ChargeClass' || row[name] !== null)
      && (['BillingPeriodStart', 'BillingPeriodEnd', 'ChargePeriodStart', 'ChargePeriodEnd'] as const).every((name) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(row[name])))
      && (['BilledCost', 'EffectiveCost', 'ContractedCost', 'ListCost'] as const).every((name) => /^-?\d+(\.\d+)?$/.test(String(row[name])))
      && Object.values(row).every((value) => value !== '') && Object.keys(row).length === focusColumns.length && focusColumns.every((name) => name in row)
  })))
})
