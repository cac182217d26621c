import { budgets, catalogues, clusters, credentials, cullings, hubs, inArray, lte, meterings, plans, platformScope, transaction, webhooks, type Database } from '@hubfleet/database'
import type { Job, Jobs } from './jobs.ts'

/** Of each kind at a time, so that the waking of many holds no row for long. */
const most = 500

/** Wakes the hubs, clusters, plans, cullings, credentials, meterings, budgets, catalogues and webhooks whose time has come. Costs an index probe per table while none is due. */
export async function wakeDue(database: Database, jobs: Jobs, now: Date): Promise<number> {
  return transaction(database, platformScope, async (tx) => {
    const due: Job[] = []
    for (const [type, table] of [['cluster', clusters], ['hub', hubs], ['plan', plans], ['culling', cullings], ['credential', credentials], ['metering', meterings], ['budget', budgets], ['catalogue', catalogues], ['webhook', webhooks]] as const) {
      const ripe = await tx.select({ id: table.id }).from(table).where(lte(table.wakeAt, now)).orderBy(table.wakeAt).limit(most).for('update', { skipLocked: true })
      if (ripe.length === 0) continue
      await tx.update(table).set({ wakeAt: null }).where(inArray(table.id, ripe.map(({ id }) => id)))
      due.push(...ripe.map(({ id }) => ({ type, id })))
    }
    // Sorted, so that two wakers take the jobs' rows in the same order.
    for (const job of due.sort((a, b) => (a.id < b.id ? -1 : 1))) await jobs.wake(tx, job)
    return due.length
  })
}
