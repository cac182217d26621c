/**
 * A worker process as `serve.ts` makes one, that notes its acts on hubs in the table `acts` and, where the table `faults` says so,
 * dies or freezes right before or after one. `WORKER` is its name, `TEST_DATABASE` its database.
 */
import { systemClock } from '../../packages/core/src/index.ts'
import { connect, platformScope, transaction } from '../../packages/database/src/index.ts'
import { Jobs, Listener } from '../../packages/engine/src/index.ts'
import { createSandboxProvider } from '../../packages/providers/src/index.ts'
import { Worker } from '../../packages/worker/src/index.ts'
import { aroundActs } from './around-acts.ts'
import { clockOf, keyRing, testChart } from './fixtures.ts'

const name = process.env['WORKER']!
const database = connect(process.env['TEST_DATABASE']!)
// Not one of the worker's connections: its notes survive what its transactions do not.
const notes = connect(process.env['TEST_DATABASE']!, { max: 4 })

/** A fault happens once, in whichever worker comes first; one of every act (`*`) once in each revision of the hub. */
async function faultAt(act: string, moment: 'before' | 'after'): Promise<void> {
  const { rows: [fault] } = await transaction(notes, platformScope, (tx) => tx.client.query<{ signal: string }>(
    `insert into struck (fault, act, moment, generation) select f.id, $1, $2, case when f.act = '*' then (select max(observed_generation) from hubs) end from faults f where f.act in ($1, '*') and f.moment in ($2, '*')
     on conflict do nothing returning (select signal from faults where id = struck.fault)`, [act, moment]))
  if (!fault) return
  await notes.pool.query('update workers set struck_at = clock_timestamp(), struck_by = $2 where name = $1', [name, fault.signal])
  process.kill(process.pid, fault.signal)
}

const sandbox = createSandboxProvider({ database, clockOf: clockOf(database), notifications: await startListener() })
const worker = new Worker({
  database, jobs: new Jobs(database, { worker: true }), clock: systemClock, keyRing,
  providers: [aroundActs(sandbox, async (act, namespace, run) => {
    const { rows: [row] } = await notes.pool.query<{ id: number }>('insert into acts (worker, act, namespace) values ($1, $2, $3) returning id', [name, act, namespace])
    const end = (outcome: string) => notes.pool.query('update acts set ended = clock_timestamp(), outcome = $2 where id = $1', [row!.id, outcome])
    try {
      await faultAt(act, 'before')
      const result = await run()
      await faultAt(act, 'after')
      await end('done')
      return result
    } catch (error) {
      await end(String(error))
      throw error
    }
  })],
  chartArchive: async () => testChart,
  guard: async () => {},
  onError: (error) => console.error(error),
})
await worker.start()
await notes.pool.query('insert into workers (name, pid) values ($1, $2)', [name, process.pid])

async function startListener(): Promise<Listener> {
  const listener = new Listener(database.connectionString)
  await listener.start()
  return listener
}
