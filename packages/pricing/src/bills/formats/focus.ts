import type { ChargeCategory } from '@hubfleet/core'
import type { Charge } from '../charge.ts'
import { readMarks, type Row } from '../row.ts'
import type { BillFormat } from './format.ts'

const categories: Record<string, ChargeCategory> = { usage: 'usage', purchase: 'fee', tax: 'tax', credit: 'credit', refund: 'refund', adjustment: 'adjustment' }

/** FOCUS 1.0 to 1.2, of any provider. What is billed counts, and not what commitments make of it. */
export const focus: BillFormat = {
  name: 'focus',
  needs: ['billedcost', 'chargeperiodstart', 'chargeperiodend', 'billingcurrency', 'chargecategory', 'servicename'],
  *charges(row: Row): Generator<Charge> {
    const from = row.moment('chargeperiodstart')
    const to = row.moment('chargeperiodend')
    const units = row.amount('billedcost')
    const marks = new Map<string, string>()
    readMarks(row.value('tags'), marks)
    const correction = row.text('chargeclass').toLowerCase() === 'correction'
    yield {
      from, to: to > from ? to : from, category: correction && units < 0n ? 'refund' : categories[row.text('chargecategory').toLowerCase()] ?? 'adjustment', units, currency: row.currency('billingcurrency'),
      account: `${row.text('billingaccountid')}/${row.text('subaccountid')}`, service: row.text('servicename'),
      sku: [row.text('chargedescription'), row.text('skumeter'), row.text('xskumetername', 'xskudescription', 'xusagetype')].filter(Boolean).join(' · '), resource: row.text('resourceid', 'resourcename'), marks,
    }
  },
}
