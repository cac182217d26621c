import t from 'tap'
import { deliveries, events, isNull, platformScope, transaction } from '../../packages/database/src/index.ts'
import { jobsDatabase, until } from '../../packages/engine/src/testing.ts'
import { startReceiver } from '../webhook-receiver.ts'
import { startFleet } from './fleet.ts'

t.setTimeout(200_000)

t.test('a worker that is killed between what it sent and the note of it is followed by one that sends the same again, and nothing is lost', async (t) => {
  const fleet = await startFleet(t, await jobsDatabase(t))
  const receiver = await startReceiver(t)
  await fleet.call('webhookCreate', { name: 'portal', url: receiver.url, events: ['key.create'] })
  // No worker is there: what happens waits for one, in the very transaction in which it happened.
  for (let n = 0; n < 20; n++) await fleet.call('keyCreate', { name: `key ${n}`, role: 'reader' })
  t.equal(receiver.taken.length, 0)
  const kills = [3, 11]
  let worker = await fleet.startWorker()
  let dead: string[] = []
  receiver.answers((response, _message, before) => {
    if (kills.includes(before)) {
      // It has sent this one, and maybe others beside it, and hears no answer.
      worker.signal('SIGKILL')
      dead = [...dead, worker.name]
    } else response.writeHead(200).end()
  })
  for (const [at] of kills.entries()) {
    await until('the kill', () => dead.length > at && !worker.running(), 60)
    worker = await fleet.startWorker()
  }
  const all = await until('all to be taken', async () => {
    const rows = await transaction(fleet.database, platformScope, (tx) => tx.select().from(deliveries))
    return rows.length === 20 && rows.every(({ state }) => state === 'succeeded') && rows
  }, 60)
  const told = await transaction(fleet.database, platformScope, (tx) => tx.select({ id: events.id, type: events.type }).from(events))
  const wanted = told.filter(({ type }) => type === 'key.create').map(({ id }) => id).sort()
  t.same(all.map(({ eventId }) => eventId).sort(), wanted, 'each has one delivery')
  t.same([...new Set(receiver.taken.map(({ headers }) => headers['webhook-id']))].sort(), wanted, 'and was sent at least once')
  const again = receiver.taken.filter(({ headers }, at) => receiver.taken.findIndex((other) => other.headers['webhook-id'] === headers['webhook-id']) < at)
  t.ok(again.length >= kills.length, `${again.length} were sent again`)
  for (const { headers, body } of again) t.equal(body, receiver.taken.find((other) => other.headers['webhook-id'] === headers['webhook-id'])!.body)
  t.same(await transaction(fleet.database, platformScope, (tx) => tx.select().from(events).where(isNull(events.position))), [])
})
