import t from 'tap'
import { eq, getTableName, sql } from './drizzle.ts'
import { clusterSamples, costRollups, hubSamples, keys, sessions, tenants, usageRollups } from './schema/index.ts'
import { platformScope, transaction } from './transaction.ts'
import { testDatabase } from './testing.ts'

t.test('a transaction sees and writes only the rows of its tenant', async (t) => {
  const db = await testDatabase(t)
  await transaction(db, platformScope, async (tx) => {
    await tx.insert(tenants).values(['a', 'b'].map((name) => ({ id: `tenant_${name}`, name, displayName: name, policy: {} as never })))
    await tx.insert(keys).values(['a', 'b'].map((name) => ({ id: `key_${name}`, holder: `key_${name}`, tenantId: `tenant_${name}`, name, role: 'admin' as const, hash: name, prefix: name })))
  })
  const seenBy = (scope: string) => transaction(db, scope, async (tx) => (await tx.select({ id: keys.id }).from(keys)).map((k) => k.id).sort())
  t.same(await seenBy('tenant_a'), ['key_a'])
  t.same(await seenBy(platformScope), ['key_a', 'key_b'])
  t.same(await seenBy(''), [], 'an unset tenant sees nothing')
  t.same((await db.pool.query('select id from keys')).rows, [], 'nor does a connection that was used before')
  await t.rejects(transaction(db, 'tenant_a', (tx) => tx.insert(keys).values({ id: 'key_c', holder: 'key_c', tenantId: 'tenant_b', name: 'c', role: 'admin', hash: 'c', prefix: 'c' })), { cause: { code: '42501' } })
  t.equal((await transaction(db, 'tenant_a', (tx) => tx.execute(sql`update keys set name = 'x' where id = 'key_b'`))).rowCount, 0)
})

t.test('what is read by the ten thousand is walled as well: rollups, samples and sessions of a tenant, also by a statement that names another', async (t) => {
  const db = await testDatabase(t)
  const at = new Date('2026-03-02T08:00:00Z')
  await transaction(db, platformScope, async (tx) => {
    await tx.execute(sql`select sample_partitions_of('2026-03-02')`)
    for (const tenantId of ['tenant_a', 'tenant_b']) {
      const of = { tenantId, clusterId: tenantId, hubId: tenantId }
      await tx.insert(costRollups).values({ ...of, level: 'hub-day', start: at, component: 'servers', pool: '', group: '', user: '', currency: 'USD', micros: 1n, seconds: 1, coreSeconds: 1, gibSeconds: 1 })
      await tx.insert(usageRollups).values({ ...of, level: 'hub-day', start: at, users: 1, peakServers: 1, peakNodes: 1, serverSeconds: 1, gapSeconds: 0 })
      await tx.insert(clusterSamples).values({ ...of, at, holdsSeconds: 300, nodes: [] })
      await tx.insert(hubSamples).values({ ...of, at, sample: {} as never })
      await tx.insert(sessions).values({ ...of, user: 'ada', server: '', startedAt: at, seen: '{}', active: '{}' })
    }
  })
  const tables = { costRollups, usageRollups, clusterSamples, hubSamples, sessions }
  for (const [name, table] of Object.entries(tables)) {
    const seenBy = (scope: string) => transaction(db, scope, async (tx) => (await tx.select({ tenantId: table.tenantId }).from(table)).map(({ tenantId }) => tenantId).sort())
    t.same(await seenBy('tenant_a'), ['tenant_a'], name)
    t.same(await seenBy(platformScope), ['tenant_a', 'tenant_b'], name)
    t.same(await seenBy(''), [], name)
    t.same((await db.pool.query(`select from ${getTableName(table)}`)).rows, [], name)
    t.same(await transaction(db, 'tenant_a', (tx) => tx.select({ tenantId: table.tenantId }).from(table).where(eq(table.tenantId, 'tenant_b'))), [], name)
    t.equal((await transaction(db, 'tenant_a', (tx) => tx.delete(table).where(eq(table.tenantId, 'tenant_b')))).rowCount, 0, name)
  }
  await t.rejects(transaction(db, 'tenant_a', (tx) => tx.insert(clusterSamples).values({ tenantId: 'tenant_b', clusterId: 'c', at, holdsSeconds: 300, nodes: [] })), { cause: { code: '42501' } })
})

t.test('every table with a tenant has forced row-level security', async (t) => {
  const db = await testDatabase(t)
  const { rows } = await db.pool.query(`select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`)
  t.same(rows, [])
})
