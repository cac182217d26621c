import t from 'tap'
import { platformScope, transaction, type Database } from '@hubfleet/database'
import { Jobs, type Job } from './jobs.ts'
import { jobsDatabase, until } from './testing.ts'

const hub = (id: string): Job => ({ type: 'hub', id })

async function setUp(t: { teardown(work: () => Promise<unknown>): void }) {
  const database = await jobsDatabase(t)
  const jobs = new Jobs(database, { worker: true })
  await jobs.start()
  t.teardown(() => jobs.stop())
  return { database, jobs, wake: (job: Job) => transaction(database, platformScope, (tx) => jobs.wake(tx, job)) }
}

const pending = async (database: Database) => Number((await database.pool.query(`select count(*) as n from pgboss.job where name = 'reconcile' and state < 'completed'`)).rows[0].n)

t.test('a wake-up in a transaction that is rolled back wakes nobody', async (t) => {
  const { database, jobs, wake } = await setUp(t)
  const handled: string[] = []
  await t.rejects(transaction(database, platformScope, async (tx) => {
    await jobs.wake(tx, hub('never'))
    throw new Error('refused')
  }), /refused/)
  await wake(hub('ever'))
  await jobs.work('reconcile', 2, async ({ id }) => { handled.push(id) })
  await until('all to be handled', async () => handled.length > 0 && (await pending(database)) === 0)
  t.same(handled, ['ever'])
})

t.test('however often a target is woken during its pass, exactly one more pass follows, and never beside the first', async (t) => {
  const { database, jobs, wake } = await setUp(t)
  let runs = 0, running = 0, most = 0
  const gate = Promise.withResolvers<void>()
  await jobs.work('reconcile', 4, async () => {
    most = Math.max(most, ++running)
    if (++runs === 1) await gate.promise
    running--
  })
  await wake(hub('busy'))
  await until('the first pass', () => runs === 1)
  await Promise.all([1, 2, 3, 4].map(() => wake(hub('busy'))))
  gate.resolve()
  await until('all to be handled', async () => runs > 1 && (await pending(database)) === 0)
  t.same({ runs, most }, { runs: 2, most: 1 })
})

t.test('a wake-up is not lost when a worker fetches while its transaction is still open', async (t) => {
  const { database, jobs, wake } = await setUp(t)
  await database.pool.query('create table wanted (value int); insert into wanted values (1)')
  const seen: number[] = []
  const handled: string[] = []
  await wake(hub('slow'))
  const commit = Promise.withResolvers<void>()
  const woken = Promise.withResolvers<void>()
  const change = transaction(database, platformScope, async (tx) => {
    await tx.execute('update wanted set value = 2')
    await jobs.wake(tx, hub('slow'))
    woken.resolve()
    await commit.promise
  })
  await woken.promise
  await jobs.work('reconcile', 2, async ({ id }) => {
    if (id === 'slow') seen.push((await database.pool.query('select value from wanted')).rows[0].value as number)
    handled.push(id)
  })
  // Its pass shows that a worker has looked for jobs meanwhile.
  await wake(hub('other'))
  await until('another pass', () => handled.includes('other'))
  commit.resolve()
  await change
  await until('all to be handled', async () => (await pending(database)) === 0)
  t.equal(seen.at(-1), 2)
})

t.test('a pass that fails is tried again, at once when the target is woken', async (t) => {
  const { jobs, wake } = await setUp(t)
  let runs = 0
  await jobs.work('reconcile', 1, async () => { if (++runs < 3) throw new Error('the database restarts') })
  await wake(hub('fails'))
  await until('the second try', () => runs >= 2)
  await wake(hub('fails'))
  await until('the third try', () => runs >= 3)
  t.pass()
})

t.test('a job that waits for a worker is never swept as too old', async (t) => {
  const { database, wake } = await setUp(t)
  await wake(hub('waits'))
  await wake(hub('waits'))
  const { rows } = await database.pool.query(`select state, keep_until > now() + interval '1 year' as kept, start_after <= now() as due from pgboss.job where name = 'reconcile'`)
  t.same(rows, [{ state: 'created', kept: true, due: true }])
})
