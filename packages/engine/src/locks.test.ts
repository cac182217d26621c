import t from 'tap'
import { platformScope, transaction } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { Locks, type Lock } from './locks.ts'
import { cuttable, until } from './testing.ts'

const database = await testDatabase(t)
const newLocks = (t: { teardown(work: () => Promise<unknown>): void }, connectionString = database.connectionString): Locks => {
  const locks = new Locks(connectionString)
  t.teardown(() => locks.close())
  return locks
}
const assertHeld = (lock: Lock) => transaction(database, platformScope, (tx) => lock.assertHeld(tx))

t.test('a process takes a lock once; others besides', async (t) => {
  const locks = newLocks(t)
  const lock = await locks.take('hub:once')
  t.equal(await locks.take('hub:once'), null)
  await (await locks.take('hub:other'))!.release()
  await lock!.release()
  const again = await locks.take('hub:once')
  await t.resolves(assertHeld(again!))
  await again!.release()
})

t.test('a stale worker loses all its locks: it is told, and must not write', async (t) => {
  const [stale, next] = [newLocks(t), newLocks(t)]
  const [lost, another] = [(await stale.take('hub:stale'))!, (await stale.take('hub:another'))!]
  const taken = (await next.take('hub:stale'))!
  await until('the loss', () => lost.signal.aborted && another.signal.aborted)
  await t.rejects(assertHeld(lost), /lost to another worker/)
  await t.rejects(assertHeld(another), /lost to another worker/)
  await t.resolves(assertHeld(taken))
  await taken.release()
})

t.test('a lost lock is not taken by the same process while its pass still ends', async (t) => {
  const [stale, next] = [newLocks(t), newLocks(t)]
  const lost = (await stale.take('hub:ends'))!
  const taken = (await next.take('hub:ends'))!
  await until('the loss', () => lost.signal.aborted)
  t.equal(await stale.take('hub:ends'), null)
  await taken.release()
  await lost.release()
  const again = (await stale.take('hub:ends'))!
  await t.resolves(assertHeld(again))
  t.equal(await stale.take('hub:ends'), null, 'the release of the lost one did not give this one away')
  await again.release()
})

t.test('who has no job in hand takes no lock from anybody', async (t) => {
  const [first, second] = [newLocks(t), newLocks(t)]
  const lock = (await first.take('bills:polite'))!
  t.equal(await second.take('bills:polite', { polite: true }), null)
  t.notOk(lock.signal.aborted)
  await t.resolves(assertHeld(lock))
  await lock.release()
  await (await second.take('bills:polite', { polite: true }))!.release()
})

t.test('a released lock ends nobody: the next worker gets it in peace', async (t) => {
  const [first, second] = [newLocks(t), newLocks(t)]
  const other = (await first.take('hub:kept'))!
  await (await first.take('hub:peace'))!.release()
  await (await second.take('hub:peace'))!.release()
  t.notOk(other.signal.aborted)
  await t.resolves(assertHeld(other))
  await other.release()
})

t.test('a worker that is cut off from the database stops by itself, sooner than its job can be another\'s', async (t) => {
  const way = await cuttable(t, database.connectionString)
  const lock = (await newLocks(t, way.connectionString).take('hub:cut'))!
  const at = Date.now()
  way.cut()
  await until('the abort', () => lock.signal.aborted)
  t.ok(Date.now() - at < 6_500, `after ${Date.now() - at} ms; the job is another's after 9 s, and helm has 3 s to end`)
  const next = (await newLocks(t).take('hub:cut'))!
  await t.resolves(assertHeld(next))
  await lock.release()
  await next.release()
})
