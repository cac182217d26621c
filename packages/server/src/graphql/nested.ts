import { clusters, desc, eq, hubs, inArray, operations, platformScope, sql, transaction, type Transaction } from '@hubfleet/database'
import { isPlatform, showCluster, showOperation, type Control } from '@hubfleet/control'
import type { GraphqlContext } from './context.ts'
import type { ExtraFields, Types } from './types.ts'

interface HubSource { id: string; clusterId: string }
interface Asked<Source> { obj: Source }

/** What can be asked of a hub beside its own fields. */
export const nestedFields = (types: () => Types<GraphqlContext>): ExtraFields<GraphqlContext> => ({
  Hub: () => ({
    cluster: { type: types().named('Cluster'), description: 'Where it lives; null when the key may not see it any more' },
    latestOperation: { type: types().named('Operation'), description: 'The newest operation on it' },
  }),
})

/** One query answers a field for all hubs of a page. Row-level security decides what of it the caller sees. */
export const nestedLoaders = (control: Control) => ({
  Hub: {
    async cluster(asked: Asked<HubSource>[], context: GraphqlContext) {
      const ids = [...new Set(asked.map(({ obj }) => obj.clusterId))]
      const rows = await within(control, context, (tx) => tx.select().from(clusters).where(inArray(clusters.id, ids)))
      const byId = new Map(rows.map((row) => [row.id, showCluster(row)]))
      return asked.map(({ obj }) => byId.get(obj.clusterId) ?? null)
    },
    async latestOperation(asked: Asked<HubSource>[], context: GraphqlContext) {
      const ids = [...new Set(asked.map(({ obj }) => obj.id))]
      const rows = await within(control, context, (tx) => {
        const newest = tx.select().from(operations).where(eq(operations.targetId, hubs.id)).orderBy(desc(operations.createdAt), desc(operations.id)).limit(1).as('newest')
        return tx.select().from(hubs).innerJoinLateral(newest, sql`true`).where(inArray(hubs.id, ids))
      })
      const byTarget = new Map(rows.map(({ newest }) => [newest.targetId, showOperation(newest)]))
      return asked.map(({ obj }) => byTarget.get(obj.id) ?? null)
    },
  },
})

const within = <T>(control: Control, { caller }: GraphqlContext, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  transaction(control.database, isPlatform(caller) ? platformScope : caller.tenantId, work)
