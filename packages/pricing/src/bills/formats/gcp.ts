import type { ChargeCategory } from '@hubfleet/core'
import { RowError, type Charge } from '../charge.ts'
import { unitsOf } from '../decimal.ts'
import { parsedOr, readMarks, type Row } from '../row.ts'
import type { BillFormat } from './format.ts'

/** Kinds of credits that stand for a lower price; the others are gifts and what resellers settle. */
const discounts = new Set(['COMMITTED_USAGE_DISCOUNT', 'COMMITTED_USAGE_DISCOUNT_DOLLAR_BASE', 'SUSTAINED_USAGE_DISCOUNT', 'DISCOUNT', 'SPENDING_BASED_DISCOUNT', 'SUBSCRIPTION_BENEFIT', 'RESELLER_MARGIN', 'FEE_UTILIZATION_OFFSET'])

/** Cloud Billing's export to BigQuery, standard or detailed usage cost, as JSON lines or as CSV with lists written as JSON. Costs are before credits, which stand beside them. */
export const gcp: BillFormat = {
  name: 'gcp',
  needs: ['billingaccountid', 'usagestarttime', 'usageendtime', 'servicedescription', 'cost', 'currency'],
  *charges(row: Row): Generator<Charge> {
    const from = row.moment('usagestarttime')
    const marks = new Map<string, string>()
    readMarks(row.value('systemlabels'), marks)
    readMarks(row.value('tags'), marks)
    readMarks(row.value('projectlabels'), marks)
    readMarks(row.value('labels'), marks)
    if (row.text('labelskey')) marks.set(...pair(row))
    const common = {
      from, to: later(from, row.moment('usageendtime')), currency: row.currency('currency'), account: `${row.text('billingaccountid')}/${row.text('projectid', 'projectnumber')}`,
      service: row.text('servicedescription', 'serviceid'), sku: row.text('skudescription', 'skuid'), resource: row.text('resourceglobalname', 'resourcename'), marks,
    }
    yield { ...common, category: costTypes[row.text('costtype').toLowerCase()] ?? 'usage', units: row.amount('cost') }
    for (const { type, amount } of creditsOf(row)) yield { ...common, category: discounts.has(type) ? 'discount' : 'credit', units: amount }
  },
}

const costTypes: Record<string, ChargeCategory> = { tax: 'tax', adjustment: 'adjustment', rounding_error: 'adjustment' }

const pair = (row: Row): [string, string] => { const one = new Map<string, string>(); readMarks([{ key: row.text('labelskey'), value: row.text('labelsvalue') }], one); return [...one][0]! }

function creditsOf(row: Row): { type: string; amount: bigint }[] {
  const value = row.value('credits')
  const list = typeof value === 'string' ? parsedOr(value) : value ?? []
  if (!Array.isArray(list)) throw new RowError(row.written(['credits']), 'Credits are a list such as [{"name":"…","amount":-0.5,"type":"DISCOUNT"}].')
  const single = row.text('creditsamount')
  return [...list as Record<string, unknown>[], ...(single ? [{ type: row.text('creditstype'), amount: single }] : [])].map((credit) => {
    const amount = unitsOf(String(credit?.['amount'] ?? ''))
    if (amount === null) throw new RowError(row.written(['credits']), 'The amount of a credit is a decimal number such as -0.5.')
    return { type: String(credit['type'] ?? credit['name'] ?? '').toUpperCase(), amount }
  })
}

const later = (a: Date, b: Date): Date => (b > a ? b : a)
