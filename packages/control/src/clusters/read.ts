import { and, asc, clusters, eq, isNull, or } from '@hubfleet/database'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { ManagedByFilter, Nothing } from '../wire.ts'
import { ClusterSchema, granted, loadCluster, showCluster } from './cluster.ts'

export const getCluster = query({
  noun: 'cluster', verb: 'get', summary: 'A cluster', action: 'tenant:read', input: Nothing, answer: ClusterSchema,
  run: async (context) => showCluster(await loadCluster(context, context.params.cluster!)),
  revision: (cluster) => cluster['generation'] as number,
})

export const listClusters = query({
  noun: 'cluster', verb: 'list', summary: 'The clusters of a tenant, and those that a grant lets it use', action: 'tenant:read',
  input: pageInput({ managedBy: ManagedByFilter }), answer: pageOf(ClusterSchema, 'ClusterPage'),
  run: ({ tx, control, tenant }, input) => paginate(control, 'clusters', input, [tenant.id, input.managedBy], (after, count) =>
    tx.select().from(clusters)
      .where(and(isNull(clusters.deletedAt), input.managedBy === undefined ? or(eq(clusters.tenantId, tenant.id), granted(tenant.id)) : and(eq(clusters.tenantId, tenant.id), eq(clusters.managedBy, input.managedBy)), rowsAfter(clusters, after)))
      .orderBy(asc(clusters.createdAt), asc(clusters.id)).limit(count),
  showCluster),
})
