import type { ChargeCategory } from '@hubfleet/core'
import type { Charge } from '../charge.ts'
import { plainKey, readMarks, type Row } from '../row.ts'
import type { BillFormat } from './format.ts'

const categories: Record<string, ChargeCategory> = {
  usage: 'usage', discountedusage: 'usage', savingsplancoveredusage: 'usage', savingsplannegation: 'discount', savingsplanrecurringfee: 'fee', savingsplanupfrontfee: 'fee', rifee: 'fee', fee: 'fee',
  tax: 'tax', credit: 'credit', refund: 'refund', discount: 'discount', edpdiscount: 'discount', bundleddiscount: 'discount', privateratediscount: 'discount',
}

/** Cost and Usage Reports, the older (`lineItem/UnblendedCost`) and the newer of data exports (`line_item_unblended_cost`). Unblended costs add up to the invoice. */
export const aws: BillFormat = {
  name: 'aws',
  needs: ['lineitemusagestartdate', 'lineitemusageenddate', 'lineitemunblendedcost', 'lineitemlineitemtype', 'lineitemcurrencycode'],
  *charges(row: Row): Generator<Charge> {
    const from = row.moment('lineitemusagestartdate')
    const to = row.moment('lineitemusageenddate')
    const marks = new Map<string, string>()
    for (const [key, value] of row.beginning(/^(?:resourceTags\/|resource_tags_)/)) marks.set(plainKey(key), value)
    readMarks(row.value('resourcetags'), marks)
    // What a pod's part of a machine is charged with, where cost is split by EKS.
    if (row.text('splitlineitemparentresourceid')) return
    yield {
      from, to: to > from ? to : from, category: categories[row.text('lineitemlineitemtype').toLowerCase()] ?? 'adjustment', units: row.amount('lineitemunblendedcost'), currency: row.currency('lineitemcurrencycode'),
      account: `${row.text('billpayeraccountid')}/${row.text('lineitemusageaccountid')}`, service: row.text('lineitemproductcode', 'productservicecode', 'productproductname'),
      sku: [row.text('productproductfamily'), row.text('lineitemusagetype'), row.text('lineitemlineitemdescription')].filter(Boolean).join(' · '), resource: row.text('lineitemresourceid'), marks,
    }
  },
}
