import t from 'tap'
import { clusters, connect, platformScope, sql, transaction } from '@hubfleet/database'
import { Jobs } from './jobs.ts'
import { jobsDatabase } from './testing.ts'
import { wakeDue } from './waker.ts'

const now = new Date('2026-03-02T08:00:00Z')
const database = await jobsDatabase(t)
// One connection: it is its statistics that are read.
const single = connect(database.connectionString, { max: 1 })
t.teardown(() => single.close())
const jobs = new Jobs(database, { worker: false })
await jobs.start()
t.teardown(() => jobs.stop())

const many = 10_000
await transaction(single, platformScope, async (tx) => {
  await tx.insert(clusters).values({ id: 'cluster_lab', tenantId: 'tenant_test', name: 'lab', provider: 'sandbox', managed: true, state: 'ready', spec: { provider: 'sandbox' } })
  await tx.execute(sql`insert into hubs (id, tenant_id, cluster_id, name, state, spec, chart_digest, secrets, wake_at)
    select 'hub_' || n, 'tenant_test', 'cluster_lab', 'hub-' || n, 'ready', '{}', 'digest', 'secret', ${now}::timestamptz + n * interval '1 second' from generate_series(1, ${many}) as n`)
})
await single.pool.query('analyze hubs; analyze clusters')

const pendingJobs = async () => (await single.pool.query<{ id: string }>(`select data->>'id' as id from pgboss.job where name = 'reconcile' and state = 'created' order by 1`)).rows.map(({ id }) => id)

async function scans() {
  await single.pool.query('select pg_stat_force_next_flush()')
  const { rows: [row] } = await single.pool.query(`select sum(seq_scan)::int as sequential, sum(idx_scan)::int as index from pg_stat_user_tables where relname = 'hubs'`)
  return row as { sequential: number; index: number }
}

t.test('while nothing is due, 10,000 hubs cost a probe of an index, and no scan', async (t) => {
  const before = await scans()
  t.equal(await wakeDue(single, jobs, now), 0)
  const after = await scans()
  t.equal(after.sequential, before.sequential)
  t.ok(after.index > before.index)
})

t.test('what is due is woken once, and nothing else', async (t) => {
  t.equal(await wakeDue(single, jobs, new Date(now.getTime() + 3_000)), 3)
  t.same(await pendingJobs(), ['hub_1', 'hub_2', 'hub_3'])
  t.equal(await wakeDue(single, jobs, new Date(now.getTime() + 3_000)), 0)
})

t.test('two wakers share what is due and wait for nobody', async (t) => {
  const later = new Date(now.getTime() + 103_000)
  const [one, two] = await Promise.all([wakeDue(database, jobs, later), wakeDue(database, jobs, later)])
  t.equal(one + two, 100)
  t.equal((await pendingJobs()).length, 103)
})

t.test('of very many that are due at once each beat wakes a part, the longest due first', async (t) => {
  const all = new Date(now.getTime() + (many + 1) * 1000)
  t.equal(await wakeDue(single, jobs, all), 500)
  const { rows: [next] } = await single.pool.query<{ id: string }>(`begin; select set_config('hubfleet.tenant', '*', true)`).then(() => single.pool.query(`select id from hubs where wake_at is not null order by wake_at limit 1`))
  await single.pool.query('rollback')
  t.equal(next!.id, 'hub_604')
})
