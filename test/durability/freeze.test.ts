import t from 'tap'
import { hubNames } from '../../packages/core/src/index.ts'
import { cuttable, jobsDatabase } from '../../packages/engine/src/testing.ts'
import { waitFor } from '../processes/wait.ts'
import { startFleet, type Fleet } from './fleet.ts'

t.setTimeout(200_000)

/** Until the next worker began to act on the hub, in seconds. */
async function takeover(fleet: Fleet, hub: string, stale: string, since: Date): Promise<number> {
  const next = (await fleet.acts(hubNames(hub).namespace)).find((act) => act.worker !== stale && act.began > since)!
  return (next.began.getTime() - since.getTime()) / 1000
}

for (const moment of ['before', 'after'] as const) {
  t.test(`a worker that freezes ${moment} its act is replaced within 60 s, and does no harm when it wakes`, async (t) => {
    const fleet = await startFleet(t, await jobsDatabase(t))
    const frozen = await fleet.startWorker()
    await fleet.makeCluster()
    const create = await fleet.createHub('iced')
    await fleet.ended(create)
    const hub = create.targetId

    await fleet.strike({ act: 'install', moment, signal: 'SIGSTOP' })
    const update = await fleet.start('hubUpdate', { spec: { culling: { timeoutSeconds: 1200 } } }, { hub })
    const { struck_at: at } = await waitFor('the freeze', 20, async () => (await fleet.struck())[0])
    const next = await fleet.startWorker()
    t.equal((await fleet.ended(update)).state, 'succeeded')
    // By now the sleeper dreams of an older revision.
    t.equal((await fleet.ended(await fleet.start('hubUpdate', { spec: { culling: { timeoutSeconds: 1800 } } }, { hub }))).state, 'succeeded')
    const seconds = await takeover(fleet, hub, frozen.name, at)
    t.comment(`takeover after a freeze: ${seconds} s`)
    t.ok(seconds < 60, `${seconds} s`)
    const [world, row] = [await fleet.world(hub), await fleet.hub(hub)]

    frozen.signal('SIGCONT')
    await waitFor('the end of the act it was in', 20, async () => (await fleet.acts(hubNames(hub).namespace)).every((act) => act.ended))
    const acts = (await fleet.acts(hubNames(hub).namespace)).filter((act) => act.worker === frozen.name && act.ended! > row.updatedAt)
    t.equal(acts.length, 1, 'it does nothing more')
    if (moment === 'before') t.notMatch(acts[0], { outcome: 'done' }, 'what it was about to do is refused')
    // Its pass has ended when it works again: on another hub, alone.
    next.signal('SIGSTOP')
    t.equal((await fleet.ended(await fleet.createHub('later'))).state, 'succeeded')
    next.signal('SIGCONT')
    t.same(await fleet.world(hub), world)
    t.match(await fleet.hub(hub), { observedGeneration: 3, generation: 3, state: 'ready' })
    t.same((await fleet.operation(update.id)).finishedAt! < row.updatedAt, true, 'what was settled stays as it was')
  })
}

t.test('a worker that freezes inside a transaction holds nobody\'s rows for long', async (t) => {
  const fleet = await startFleet(t, await jobsDatabase(t))
  await fleet.startWorker()
  await fleet.makeCluster()
  const create = await fleet.createHub('held')
  await fleet.ended(create)
  const client = await fleet.database.pool.connect()
  client.on('error', () => {})
  await client.query(`begin; select set_config('hubfleet.tenant', '*', true); select from hubs for update`)
  const at = Date.now()
  await fleet.start('hubScale', { seats: 2 }, { hub: create.targetId })
  t.ok(Date.now() - at < 10_000, `${Date.now() - at} ms`)
  client.release(true)
})

t.test('a worker that is cut off from the database is replaced within 60 s, and its pass ends by itself', async (t) => {
  const database = await jobsDatabase(t)
  const fleet = await startFleet(t, database)
  const way = await cuttable(t, database.connectionString)
  const cut = await fleet.startWorker(way.connectionString)
  await fleet.makeCluster()
  const create = await fleet.createHub('island', { values: { custom: { sandbox: { misbehave: 'sandbox-lb-pending' } } } })
  await waitFor('the first act', 30, async () => (await fleet.acts(hubNames(create.targetId).namespace)).length > 0)
  way.cut()
  const at = new Date()
  await fleet.startWorker()
  const update = await fleet.start('hubUpdate', { spec: { values: {} } }, { hub: create.targetId })
  t.equal((await fleet.ended(update, 80)).state, 'succeeded')
  const seconds = await takeover(fleet, create.targetId, cut.name, at)
  t.comment(`takeover after a cut: ${seconds} s`)
  t.ok(seconds < 60, `${seconds} s`)
})
