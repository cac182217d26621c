import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { connect, migrate, startEmbedded } from '../../packages/database/src/index.ts'
import { migrateJobs } from '../../packages/engine/src/index.ts'
import { startFleet } from './fleet.ts'

t.setTimeout(200_000)

t.test('PostgreSQL restarts under a load of creates: what was acknowledged is there, once, and is reached', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'hubfleet-restart-'))
  let postgres = await startEmbedded(directory)
  t.teardown(async () => {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  })
  const connectionString = await postgres.database('hubfleet')
  await migrate(connectionString)
  await migrateJobs(connectionString)
  const database = connect(connectionString)
  t.teardown(() => database.close())
  const fleet = await startFleet(t, database)
  await fleet.startWorker()
  await fleet.startWorker()
  await fleet.makeCluster()

  const [callers, each] = [4, 5]
  let [refused, acknowledged] = [0, 0]
  const half = Promise.withResolvers<void>()
  /** As a client does: the same call with the same key, until it is answered. */
  const create = async (name: string) => {
    for (;;) {
      try {
        const operation = await fleet.createHub(name, {}, `create ${name}`)
        if (++acknowledged >= (callers * each) / 2) half.resolve()
        return operation
      } catch (error) {
        if (++refused > 2_000) throw error
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }
  const creating = Promise.all(Array.from({ length: callers }, async (_, caller) => {
    const done = []
    for (let n = 0; n < each; n++) done.push(await create(`hub-${caller}-${n}`))
    return done
  }))
  await half.promise
  await postgres.stop()
  postgres = await startEmbedded(directory)
  const operations = (await creating).flat()

  t.ok(refused > 0, `${refused} calls met the restart`)
  t.equal(new Set(operations.map((o) => o.targetId)).size, callers * each)
  t.same(await fleet.all('select count(*)::int as hubs from hubs'), [{ hubs: callers * each }])
  for (const operation of operations) t.equal((await fleet.ended(operation, 90)).state, 'succeeded')
})
