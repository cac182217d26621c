import { bills, eq } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { BillSchema, daysOfBills, loadBill, lockBills, markBilledDays, showBills } from './bill.ts'

export const deleteBill = verb({
  noun: 'bill', verb: 'delete', summary: 'Take a bill away', description: 'What it told of clusters is no longer known as billed; what was measured stays.', action: 'tenant:admin', input: Nothing, answer: BillSchema,
  async load({ tx, tenant, params }) {
    await lockBills(tx, tenant.id)
    return loadBill(tx, tenant.id, params.bill!, { lock: true })
  },
  plan: async () => plainPlan(),
  async apply({ tx }, row) {
    const [answer] = await showBills(tx, [row])
    const days = await daysOfBills(tx, [row.id])
    await tx.delete(bills).where(eq(bills.id, row.id))
    await markBilledDays(tx, days)
    return { answer: answer!, subject: row.id }
  },
})
