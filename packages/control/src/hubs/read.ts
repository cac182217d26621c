import { Type } from 'typebox'
import type { LayerName } from '@hubfleet/core'
import { and, asc, eq, hubs, isNull } from '@hubfleet/database'
import { loadCluster } from '../clusters/cluster.ts'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { ManagedByFilter, Nothing } from '../wire.ts'
import { newerLayers } from './layers.ts'
import { HubSchema, loadHub, showHub, showOneHub } from './hub.ts'

export const getHub = query({
  noun: 'hub', verb: 'get', summary: 'A hub', action: 'tenant:read', input: Nothing, answer: HubSchema,
  run: async (context) => showOneHub(context, await loadHub(context)),
  revision: (hub) => hub['generation'] as number,
})

export const listHubs = query({
  noun: 'hub', verb: 'list', summary: 'The hubs of a tenant', action: 'tenant:read',
  input: pageInput({
    cluster: Type.Optional(Type.String({ description: 'Only those in this cluster' })),
    state: Type.Optional(Type.String({ description: 'Only those in this state' })),
    managedBy: ManagedByFilter,
  }),
  answer: pageOf(HubSchema, 'HubPage'),
  async run(context, input) {
    const { tx, control, tenant } = context
    const clusterId = input.cluster === undefined ? undefined : (await loadCluster(context, input.cluster)).id
    let newer = new Map<string, LayerName[]>()
    return paginate(control, 'hubs', input, [tenant.id, clusterId, input.state, input.managedBy], async (after, count) => {
      const rows = await tx.select().from(hubs)
        .where(and(
          eq(hubs.tenantId, tenant.id), isNull(hubs.deletedAt), clusterId ? eq(hubs.clusterId, clusterId) : undefined, input.state ? eq(hubs.state, input.state) : undefined,
          input.managedBy ? eq(hubs.managedBy, input.managedBy) : undefined, rowsAfter(hubs, after),
        ))
        .orderBy(asc(hubs.createdAt), asc(hubs.id)).limit(count)
      newer = await newerLayers(context, rows)
      return rows
    }, (row) => showHub(row, newer.get(row.id) ?? []))
  },
})
