import { and, asc, bills, eq } from '@hubfleet/database'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { BillSchema, loadBill, showBills } from './bill.ts'

export const getBill = query({
  noun: 'bill', verb: 'get', summary: 'A provider\'s bill', action: 'tenant:read', input: Nothing, answer: BillSchema,
  run: async ({ tx, tenant, params }) => (await showBills(tx, [await loadBill(tx, tenant.id, params.bill!)]))[0]!,
})

export const listBills = query({
  noun: 'bill', verb: 'list', summary: 'The bills that were loaded, the oldest first', action: 'tenant:read', input: pageInput({}), answer: pageOf(BillSchema, 'BillPage'),
  run: ({ tx, control, tenant }, input) => paginate(control, 'bills', input, tenant.id, async (after, count) => {
    const rows = await tx.select().from(bills).where(and(eq(bills.tenantId, tenant.id), rowsAfter(bills, after))).orderBy(asc(bills.createdAt), asc(bills.id)).limit(count)
    const shown = await showBills(tx, rows)
    return rows.map((row, index) => ({ createdAt: row.createdAt, id: row.id, shown: shown[index]! }))
  }, ({ shown }) => shown),
})
