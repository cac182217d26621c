import { readFile } from 'node:fs/promises'
import t from 'tap'
import { audit, keys, plans } from './schema/index.ts'
import { platformScope, transaction } from './transaction.ts'
import { sql } from './drizzle.ts'
import { testDatabase } from './testing.ts'

t.test('the keys of an installation that is older than their descent get it from the audit, and its plans get their holders', async (t) => {
  const database = await testDatabase(t)
  const migration = await readFile(new URL('../../../migrations/0007_key_holders.sql', import.meta.url), 'utf8')
  const made = { root: null, teacher: 'root', helper: 'teacher', second: 'helper', other: 'root', lost: null }
  const tenantOf = (id: string) => (id === 'root' ? 'tenant_platform' : 'tenant_a')
  await transaction(database, platformScope, async (tx) => {
    await tx.execute(sql`insert into tenants (id, name, display_name, policy) values ('tenant_a', 'a', 'a', '{}')`)
    for (const [id, maker] of Object.entries(made)) {
      await tx.insert(keys).values({ id, tenantId: tenantOf(id), name: id, role: 'admin', hash: id, prefix: id, holder: 'x' })
      if (maker) await tx.insert(audit).values({ id: `evt_${id}`, tenantId: 'tenant_a', principal: maker, verb: 'keyCreate', target: id, requestId: 'req' })
    }
    for (const createdBy of ['second', 'gone']) await tx.insert(plans).values({ id: `plan_${createdBy}`, tenantId: 'tenant_a', change: 'hubUpdate', clusterId: 'c', hubId: 'h', hubName: 'h', state: 'ready', planned: {}, createdBy, holder: 'x', expiresAt: new Date() })
    await tx.execute(sql`alter table keys drop column makers, drop column holder`)
    await tx.execute(sql`alter table plans drop column holder`)
    for (const statement of migration.split('--> statement-breakpoint')) await tx.execute(sql.raw(statement))
  })
  const { found, planned } = await transaction(database, platformScope, async (tx) => ({ found: await tx.select().from(keys), planned: await tx.select().from(plans) }))
  t.same(Object.fromEntries(found.map(({ id, makers, holder }) => [id, [holder, ...makers]])), {
    root: ['root'], teacher: ['teacher', 'root'], helper: ['teacher', 'root', 'teacher'], second: ['teacher', 'root', 'teacher', 'helper'], other: ['other', 'root'], lost: ['lost'],
  })
  t.same(Object.fromEntries(planned.map(({ id, holder }) => [id, holder])), { plan_second: 'teacher', plan_gone: 'gone' })
})
