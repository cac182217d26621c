import { Type } from 'typebox'
import { newId, Problem } from '@hubfleet/core'
import { and, eq, grants } from '@hubfleet/database'
import { loadCluster } from '../clusters/cluster.ts'
import { plainPlan } from '../plan.ts'
import { loadTenant } from '../tenants/tenant.ts'
import { verb } from '../verb.ts'
import { GrantSchema, showGrant } from './grant.ts'

export const createGrant = verb({
  noun: 'grant', verb: 'create', summary: 'Let another tenant place hubs on a cluster', action: 'platform:admin',
  input: Type.Object({
    grantee: Type.String({ minLength: 1, maxLength: 63, description: 'Id or name of the tenant' }),
    maxHubs: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    maxSeats: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  }, { $id: 'GrantCreate', additionalProperties: false }),
  answer: GrantSchema,
  async load(context, { grantee: ref }) {
    const cluster = await loadCluster(context, context.params.cluster!, { lock: true, own: true })
    const grantee = await context.asPlatform((tx) => loadTenant(tx, ref))
    const [taken] = await context.tx.select().from(grants).where(and(eq(grants.clusterId, cluster.id), eq(grants.granteeId, grantee.id)))
    if (taken) throw new Problem('name-taken', { noun: 'grant', name: grantee.name })
    return { cluster, grantee }
  },
  plan: async () => plainPlan(),
  async apply({ tx, now }, { cluster, grantee }, { maxHubs = null, maxSeats = null }) {
    const [row] = await tx.insert(grants).values({ id: newId('grant'), clusterId: cluster.id, tenantId: cluster.tenantId, granteeId: grantee.id, maxHubs, maxSeats, createdAt: now }).returning()
    return { answer: showGrant(row!), subject: row!.id }
  },
})
