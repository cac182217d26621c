import t from 'tap'
import { completeHubSpec } from '@hubfleet/core'
import { eq, hubs, platformScope, sql, transaction, tenants, clusters } from '../index.ts'
import { testDatabase } from '../testing.ts'

t.test('a spec that was stored before a field existed reads with the default of that field', async (t) => {
  const database = await testDatabase(t)
  await transaction(database, platformScope, async (tx) => {
    await tx.insert(tenants).values({ id: 'tenant_a', name: 'a', displayName: 'a', policy: {} as never })
    await tx.insert(clusters).values({ id: 'cluster_a', tenantId: 'tenant_a', name: 'a', provider: 'sandbox', managed: true, state: 'ready', spec: { provider: 'sandbox' } })
    await tx.insert(hubs).values({ id: 'hub_a', tenantId: 'tenant_a', clusterId: 'cluster_a', name: 'a', state: 'ready', spec: completeHubSpec({ memory: { guarantee: '2G' } }), chartDigest: 'd', secrets: 's' })
    await tx.update(hubs).set({ spec: sql`${hubs.spec} - 'culling' - 'cpu'` }).where(eq(hubs.id, 'hub_a'))
    const [row] = await tx.select().from(hubs).where(eq(hubs.id, 'hub_a'))
    t.same(row!.spec, completeHubSpec({ memory: { guarantee: '2G' } }))
  })
})
