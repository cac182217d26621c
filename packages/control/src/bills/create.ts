import { Type } from 'typebox'
import { amountOf, newId, Problem } from '@hubfleet/core'
import { and, billCharges, bills, eq, inArray, sql, type BillRow, type Transaction } from '@hubfleet/database'
import type { ReadBill } from '@hubfleet/pricing'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { BillSchema, daysOfBills, lockBills, markBilledDays, showBills } from './bill.ts'
import { readUpload } from './read-upload.ts'

export const createBill = verb({
  noun: 'bill', verb: 'create', summary: 'Load a provider\'s bill', action: 'tenant:admin',
  description: 'A billing export as the provider wrote it: GCP\'s from BigQuery (standard or detailed), an AWS Cost and Usage Report, an Azure cost export, or FOCUS; CSV, JSON lines or Parquet, also packed by gzip. Which it is, its columns tell. Days of UTC are kept by cluster, hub, component and kind of charge, and put beside what was measured. One that covers all of an earlier one, of the same accounts, replaces it wholly; the same one again changes nothing.',
  upload: true,
  input: Type.Object({
    cluster: Type.Optional(Type.String({ maxLength: 255, description: 'Whose all of it is of which no label, tag or name of a resource tells: the one cluster of an account' })),
    rates: Type.Optional(Type.Array(Type.String({ maxLength: 40, examples: ['EUR=1.08'] }), { maxItems: 20, description: 'For bills in other currencies: what one of it is in the currency of the clusters\' costs' })),
  }, { $id: 'BillCreate', additionalProperties: false }),
  answer: BillSchema,
  prepare: ({ database }, caller, params, input, upload) => readUpload(database, caller, params, input, upload!),
  load: ({ tx, tenant }) => lockBills(tx, tenant.id),
  async plan({ tx, tenant }, _target, _input, read) {
    const [same] = await tx.select().from(bills).where(and(eq(bills.tenantId, tenant.id), eq(bills.digest, read.digest)))
    const replaced = same ? [] : await replacedBy(tx, tenant.id, read)
    return plainPlan({ effect: { read, same, replaced }, warnings: notesOf(read, same, replaced) })
  },
  async apply({ tx, tenant, now }, _target, _input, { effect: { read, same, replaced } }) {
    const notes = notesOf(read, same, replaced)
    if (same) return { answer: (await showBills(tx, [same], notes))[0]!, subject: same.id }
    const gone = replaced.map(({ id }) => id)
    const daysBefore = gone.length > 0 ? await daysOfBills(tx, gone) : []
    if (gone.length > 0) await tx.delete(bills).where(inArray(bills.id, gone))
    const row = await store(tx, tenant.id, read, now)
    const answer = (await showBills(tx, [row], notes))[0]!
    await markBilledDays(tx, [...daysBefore, ...read.days.map(({ clusterId, day }) => ({ clusterId, tenantId: tenant.id, day }))])
    return { answer, subject: row.id }
  },
})

/** Those of which it has all days and accounts. Throws `bill-overlaps` for one of which it has a part: to add it would count twice what both have. */
async function replacedBy(tx: Transaction, tenantId: string, read: ReadBill): Promise<BillRow[]> {
  const rows = await tx.select().from(bills).where(and(eq(bills.tenantId, tenantId), sql`${bills.accounts} && ${sql.param(read.accounts)}::text[]`, sql`${bills.from} <= ${read.to} and ${bills.to} >= ${read.from}`)).orderBy(bills.createdAt)
  const accounts = new Set(read.accounts)
  for (const row of rows) {
    const missing = row.accounts.filter((account) => !accounts.has(account))
    if (missing.length > 0) throw new Problem('bill-overlaps', { bill: row.id, reason: `it lacks ${missing.slice(0, 3).join(', ')}` })
    if (row.from < read.from || row.to > read.to) throw new Problem('bill-overlaps', { bill: row.id, reason: `that one is of ${row.from} to ${row.to}, this one of ${read.from} to ${read.to}` })
  }
  return rows
}

function notesOf(read: ReadBill, same: BillRow | undefined, replaced: readonly BillRow[]): string[] {
  if (same) return [`It was loaded before, as ${same.id}; nothing changed.`]
  return [
    ...replaced.map(({ id, from, to, createdAt }) => `It replaces ${id} of ${createdAt.toISOString().slice(0, 10)}, which was of ${from} to ${to}.`),
    ...(read.unmatched.micros !== 0n ? [`${amountOf(read.unmatched.micros)} ${read.currency} of it is of no cluster that is known; dearestUnmatched tells of what.`] : []),
    ...(read.strangers.length > 0 ? [`It names clusters that are not known here: ${read.strangers.slice(0, 3).join(', ')}.`] : []),
  ]
}

async function store(tx: Transaction, tenantId: string, read: ReadBill, now: Date): Promise<BillRow> {
  const billId = newId('bill')
  const [row] = await tx.insert(bills).values({
    id: billId, tenantId, createdAt: now, digest: read.digest, format: read.format, accounts: read.accounts, from: read.from, to: read.to, currency: read.currency, rows: read.rows, matchedRows: read.matchedRows,
    micros: read.days.reduce((all, { micros }) => all + micros, read.unmatched.micros), unmatchedMicros: read.unmatched.micros,
    unmatched: read.unmatched.dearest.map(({ micros, ...kind }) => ({ ...kind, amount: amountOf(micros) })),
  }).returning()
  for (let from = 0; from < read.days.length; from += 5000) await tx.insert(billCharges).values(read.days.slice(from, from + 5000).map((day) => ({ billId, tenantId, ...day })))
  return row!
}
