import t from 'tap'
import { sql } from './drizzle.ts'
import { keys, tenants } from './schema/index.ts'
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

t.test('every table with a tenant has forced row-level security', async (t) => {
  const db = await testDatabase(t)
  const { rows } = await db.pool.query(`select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`)
  t.same(rows, [])
})
