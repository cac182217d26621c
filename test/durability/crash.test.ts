import t from 'tap'
import { hubNames } from '../../packages/core/src/index.ts'
import { jobsDatabase } from '../../packages/engine/src/testing.ts'
import { startFleet, type Fleet } from './fleet.ts'

t.setTimeout(400_000)

/** A hub's whole life, with people in it, and a helm that is cut once; what the world and the operations look like after each part of it. */
async function live(fleet: Fleet) {
  const sandbox = { students: { count: 20, pattern: 'always' } }
  const create = await fleet.createHub('algebra', { capacity: { seats: 1 }, values: { custom: { sandbox } } })
  const hub = create.targetId
  const life: object[] = []
  const note = async (part: Parameters<Fleet['ended']>[0]) => {
    const { kind, state, result } = await fleet.ended(part)
    life.push({ kind, state, clean: (result as { report?: { clean: boolean } })?.report?.clean ?? null, world: await fleet.world(hub) })
  }
  await note(create)
  await fleet.call('tenantAdvance', { seconds: 3 * 3600 })
  await note(await fleet.start('hubUpdate', { spec: { values: { custom: { sandbox: { ...sandbox, misbehave: 'sandbox-helm-cut' } } } } }, { hub }))
  await note(await fleet.start('hubScale', { seats: 3 }, { hub }))
  await note(await fleet.start('hubStop', {}, { hub }))
  await note(await fleet.start('hubStart', {}, { hub }))
  await note(await fleet.start('hubDelete', { homes: 'delete' }, { hub }))
  return { hub, life, events: (await fleet.eventTypes(hub)).filter((type) => /\.(create|update|scale|stop|start|delete|deleted)$/.test(type)) }
}

async function setUp(t: Parameters<typeof jobsDatabase>[0]): Promise<Fleet> {
  const fleet = await startFleet(t, await jobsDatabase(t))
  await fleet.startWorker()
  await fleet.makeCluster()
  return fleet
}

t.test('killed before and after every act, from create to delete, a hub lives as it does in peace: nothing twice, nothing left', async (t) => {
  const peaceful = await live(await setUp(t))
  t.match(peaceful.life.at(-1), { state: 'succeeded', clean: true, world: null })

  const fleet = await setUp(t)
  await fleet.strike({ act: '*', moment: '*', signal: 'SIGKILL' })
  await fleet.startWorker()
  // A dead worker is replaced, and its heartbeats are made old: how soon it is missed is another test's.
  let over = false
  const replacing = (async () => {
    for (let replaced = 0; !over; await new Promise((resolve) => setTimeout(resolve, 50))) {
      if ((await fleet.struck()).length <= replaced) continue
      replaced++
      await fleet.all(`update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active'`)
      await fleet.startWorker()
    }
  })()
  const crashed = await live(fleet).finally(() => { over = true })
  await replacing
  const deaths = await fleet.all<{ act: string; moment: string }>('select act, moment from struck')
  t.comment(`${deaths.length} workers were killed: ${deaths.map((d) => `${d.moment} ${d.act}`).join(', ')}`)
  for (const act of ['createNamespace', 'install', 'repair', 'setSeats', 'uninstall', 'deleteUserPods', 'deleteHomes', 'deleteDatabase', 'deleteNamespace']) t.ok(['before', 'after'].every((moment) => deaths.some((d) => d.act === act && d.moment === moment)), `killed before and after ${act}`)
  t.same(crashed.life, peaceful.life)
  t.same(crashed.events, peaceful.events)

  const acts = await fleet.acts(hubNames(crashed.hub).namespace)
  const died = new Map((await fleet.struck()).map(({ name, struck_at: at }) => [name, at]))
  const together = acts.filter((one, i) => acts.slice(i + 1).some((other) => other.worker !== one.worker && other.began < (one.ended ?? died.get(one.worker) ?? new Date())))
  t.same(together, [], 'no two workers were at it at once')
})

t.test('a worker that is killed is missed within 15 s', async (t) => {
  const fleet = await setUp(t)
  await fleet.strike({ act: 'install', moment: 'before', signal: 'SIGKILL' })
  const create = await fleet.createHub('taken')
  const at = fleet.workers[0]!
  await fleet.startWorker()
  t.equal((await fleet.ended(create)).state, 'succeeded')
  t.notOk(at.running())
  const [dead] = await fleet.struck()
  const next = (await fleet.acts(hubNames(create.targetId).namespace)).find((act) => act.worker !== dead!.name)!
  const seconds = (next.began.getTime() - dead!.struck_at.getTime()) / 1000
  t.comment(`takeover after a kill: ${seconds} s`)
  t.ok(seconds < 15, `${seconds} s`)
})
