import t from 'tap'
import { waitFor } from '../processes/wait.ts'
import { jobsDatabase } from '../../packages/engine/src/testing.ts'
import { startFleet } from './fleet.ts'

t.setTimeout(200_000)

const fleet = await startFleet(t, await jobsDatabase(t))
await fleet.startWorker()
await fleet.makeCluster()

const stuck = { values: { custom: { sandbox: { misbehave: 'sandbox-lb-pending' } } } }
const started = (operation: { id: string }) => waitFor('the operation to run', 30, async () => (await fleet.operation(operation.id)).state === 'running')

t.test('a delete while the hub is being made pre-empts: the create is canceled for it, and nothing is left', async (t) => {
  const create = await fleet.createHub('short', stuck)
  await started(create)
  const remove = await fleet.start('hubDelete', { homes: 'delete' }, { hub: create.targetId })
  t.match(await fleet.ended(remove), { state: 'succeeded', result: { report: { clean: true } } })
  t.match(await fleet.operation(create.id), { state: 'canceled', supersededBy: remove.id })
  t.equal(await fleet.world(create.targetId), null)
  t.match(await fleet.hub(create.targetId), { state: 'deleted' })
})

t.test('a second delete while the hub goes ends too, and its word on the homes is the one that counts', async (t) => {
  const create = await fleet.createHub('twice')
  await fleet.ended(create)
  const [first, second] = [await fleet.start('hubDelete', { homes: 'keep' }, { hub: create.targetId }), await fleet.start('hubDelete', { homes: 'delete' }, { hub: create.targetId })]
  t.match(await fleet.ended(second), { state: 'succeeded', result: { report: { clean: true } } })
  t.match(await fleet.ended(first), { finishedAt: Date })
  t.match(await fleet.hub(create.targetId), { state: 'deleted', homes: 'delete' })
})

t.test('a delete cancels a cull that waits for the hub', async (t) => {
  const create = await fleet.createHub('culled', stuck)
  await started(create)
  const cull = await fleet.start('hubCull', {}, { hub: create.targetId })
  const remove = await fleet.start('hubDelete', { homes: 'delete' }, { hub: create.targetId })
  t.match(await fleet.ended(remove), { state: 'succeeded' })
  t.match(await fleet.operation(cull.id), { state: 'canceled' })
})

t.test('of updates while an update runs the last is reached, and the others are canceled for a later one', async (t) => {
  const create = await fleet.createHub('busy')
  await fleet.ended(create)
  const updates = []
  for (const timeoutSeconds of [1200, 1800, 2400]) updates.push(await fleet.start('hubUpdate', { spec: { culling: { timeoutSeconds } } }, { hub: create.targetId }))
  const last = await fleet.ended(updates.at(-1)!)
  t.match(last, { state: 'succeeded' })
  for (const update of updates.slice(0, -1)) {
    const row = await fleet.operation(update.id)
    // The worker may have been quick enough for an earlier one.
    t.ok(row.state === 'succeeded' || (row.state === 'canceled' && updates.some((later) => later.id === row.supersededBy && later.generation! > row.generation!)), row.state)
  }
  t.match(await fleet.hub(create.targetId), { generation: 4, observedGeneration: 4, state: 'ready' })
})

t.test('a canceled operation ends where it is: the hub is paused, and goes on when it is resumed', async (t) => {
  const create = await fleet.createHub('halted', stuck)
  await started(create)
  await fleet.call('operationCancel', {}, { operation: create.id })
  t.match(await fleet.ended(create), { state: 'canceled', supersededBy: null })
  t.match(await fleet.hub(create.targetId), { paused: true })
  const update = await fleet.start('hubUpdate', { spec: { values: {} } }, { hub: create.targetId })
  await fleet.call('hubResume', {}, { hub: create.targetId })
  t.match(await fleet.ended(update), { state: 'succeeded' })
  t.match(await fleet.hub(create.targetId), { state: 'ready', paused: false })
})

t.test('after its deadline an operation fails and says what it waited for; the hub goes on and is reached when the cause has gone', async (t) => {
  const create = await fleet.createHub('late', stuck)
  await waitFor('the wait for an address', 30, async () => (await fleet.operation(create.id)).steps.some(({ name, state }) => name === 'address' && state === 'waiting'))
  await fleet.all(`update operations set deadline_at = now() where id = $1`, [create.id])
  t.match(await fleet.ended(create), { state: 'failed', error: { code: 'deadline-exceeded', detail: /address/ } })
  const update = await fleet.start('hubUpdate', { spec: { values: {} } }, { hub: create.targetId })
  t.match(await fleet.ended(update), { state: 'succeeded' })
  t.match(await fleet.hub(create.targetId), { state: 'ready' })
})
