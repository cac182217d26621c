import type { ChargeCategory } from '@hubfleet/core'
import type { Charge } from '../charge.ts'
import { readMarks, type Row } from '../row.ts'
import type { BillFormat } from './format.ts'

const categories: Record<string, ChargeCategory> = {
  usage: 'usage', purchase: 'fee', refund: 'refund', tax: 'tax', credit: 'credit', discount: 'discount', adjustment: 'adjustment', unusedreservation: 'usage', unusedsavingsplan: 'usage', roundingadjustment: 'adjustment',
}

/** Cost Management's exports, actual or amortized, of Microsoft Customer and Enterprise Agreements, whose columns differ a little. Days are of UTC. */
export const azure: BillFormat = {
  name: 'azure',
  needs: ['date|usagedatetime', 'costinbillingcurrency|pretaxcost|cost', 'billingcurrency|billingcurrencycode|currency', 'metercategory', 'subscriptionid|subscriptionguid|subscriptionname'],
  *charges(row: Row): Generator<Charge> {
    const from = row.moment('date', 'usagedatetime')
    const marks = new Map<string, string>()
    readMarks(row.value('tags'), marks)
    yield {
      from, to: new Date(from.getTime() + 86_400_000), category: categories[row.text('chargetype').toLowerCase()] ?? 'usage', units: row.amount('costinbillingcurrency', 'pretaxcost', 'cost'),
      currency: row.currency('billingcurrency', 'billingcurrencycode', 'currency'),
      account: `${row.text('billingaccountid', 'billingaccountname', 'billingprofileid')}/${row.text('subscriptionid', 'subscriptionguid', 'subscriptionname')}`.toLowerCase(),
      service: row.text('metercategory'), sku: [row.text('metersubcategory'), row.text('metername', 'meter'), row.text('product', 'productname')].filter(Boolean).join(' · '),
      resource: row.text('resourceid', 'instanceid', 'instancename', 'resourcename'), marks,
    }
  },
}
