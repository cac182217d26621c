import { newId } from '@hubfleet/core'
import { and, asc, billFiles, eq, lte, or, sql, transaction, type BillFileRow, type Database } from '@hubfleet/database'
import type { LyingBill } from './scan.ts'

/** After so long a refused one is tried again: what it was refused for may be another now. */
const againMs = 86_400_000

/** What is known of a tenant's part of the folder becomes what lies there. Answers what is to be read: what was the same for `steadyMs`, the oldest first, since a later export replaces an earlier one. */
export async function noteLying(database: Database, tenantId: string, lying: readonly LyingBill[], { now, steadyMs }: { now: Date; steadyMs: number }): Promise<BillFileRow[]> {
  const column = (of: (bill: LyingBill) => unknown) => sql.param(lying.map(of))
  return transaction(database, tenantId, async (tx) => {
    await tx.execute(sql`delete from bill_files where tenant_id = ${tenantId} and name <> all(${column(({ name }) => name)}::text[])`)
    if (lying.length > 0) await tx.execute(sql`
      insert into bill_files as known (id, tenant_id, created_at, name, parts, bytes, modified_at, steady_since, state, notes)
      select id, ${tenantId}, ${now.toISOString()}::timestamptz, name, parts, bytes, modified_at, ${now.toISOString()}::timestamptz, 'waiting', '{}'
      from unnest(${column(() => newId('file'))}::text[], ${column(({ name }) => name)}::text[], ${column(({ files }) => files.length)}::integer[], ${column(({ bytes }) => bytes)}::bigint[], ${column(({ modifiedAt }) => modifiedAt.toISOString())}::timestamptz[])
        as lies(id, name, parts, bytes, modified_at)
      on conflict (tenant_id, name) do update set parts = excluded.parts, bytes = excluded.bytes, modified_at = excluded.modified_at, steady_since = excluded.steady_since, state = 'waiting'
      where (known.parts, known.bytes, known.modified_at) <> (excluded.parts, excluded.bytes, excluded.modified_at)`)
    return tx.select().from(billFiles).where(and(eq(billFiles.tenantId, tenantId), or(
      and(eq(billFiles.state, 'waiting'), lte(billFiles.steadySince, new Date(now.getTime() - steadyMs))),
      and(eq(billFiles.state, 'refused'), lte(billFiles.readAt, new Date(now.getTime() - againMs))),
    ))).orderBy(asc(billFiles.modifiedAt), asc(billFiles.name))
  })
}

/** What became of one, unless it is another by now. */
export const noteRead = (database: Database, row: BillFileRow, became: Pick<BillFileRow, 'state' | 'billId' | 'notes' | 'problem'>, now: Date): Promise<unknown> =>
  transaction(database, row.tenantId, (tx) => tx.update(billFiles).set({ ...became, readAt: now }).where(and(eq(billFiles.id, row.id), eq(billFiles.steadySince, row.steadySince))))
