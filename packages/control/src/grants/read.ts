import { and, asc, eq, grants } from '@hubfleet/database'
import { loadCluster } from '../clusters/cluster.ts'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { GrantSchema, loadGrant, showGrant } from './grant.ts'

export const getGrant = query({
  noun: 'grant', verb: 'get', summary: 'A grant', action: 'tenant:read', input: Nothing, answer: GrantSchema,
  run: async (context) => showGrant(await loadGrant(context)),
})

export const listGrants = query({
  noun: 'grant', verb: 'list', summary: 'Who may use a cluster', action: 'tenant:read', input: pageInput({}), answer: pageOf(GrantSchema, 'GrantPage'),
  async run(context, input) {
    const cluster = await loadCluster(context, context.params.cluster!, { own: true })
    return paginate(context.control, 'grants', input, cluster.id, (after, count) =>
      context.tx.select().from(grants).where(and(eq(grants.clusterId, cluster.id), rowsAfter(grants, after))).orderBy(asc(grants.createdAt), asc(grants.id)).limit(count),
    showGrant)
  },
})
