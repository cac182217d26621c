import t from 'tap'
import { Problem } from '@hubfleet/core'
import { runPass, type PassReport } from './pass.ts'
import { drifted, inSync, refused, waiting, type Observation, type Step } from './step.ts'

interface World { looks: string[]; acts: string[] }

/** A step that is seen as `seen` says, in turn; the last one stays. */
function step(name: string, seen: Observation[], act?: () => Promise<void> | void): Step<World> {
  let look = 0
  return {
    name, condition: 'Ready',
    observe: async (world) => {
      world.looks.push(name)
      return seen[Math.min(look++, seen.length - 1)]!
    },
    ...(act && { act: async (world: World) => {
      world.acts.push(name)
      await act()
    } }),
  }
}

const nothing = () => {}
const silent: PassReport<World> = { observed: async () => {}, acting: async () => {} }
const newWorld = (): World => ({ looks: [], acts: [] })
const run = async (steps: Step<World>[], { report = silent, signal = new AbortController().signal } = {}) => {
  const world = newWorld()
  return { world, result: await runPass(steps, world, report, signal) }
}

t.test('what is in sync is only looked at', async (t) => {
  const { world, result } = await run([step('a', [inSync()], nothing), step('b', [inSync()])])
  t.match(result, { outcome: 'reached' })
  t.same(world, { looks: ['a', 'b'], acts: [] })
})

t.test('what drifted is nudged and looked at again: an act is never taken for its effect', async (t) => {
  const { world, result } = await run([step('a', [drifted('off'), inSync()], nothing)])
  t.match(result, { outcome: 'reached' })
  t.same(world, { looks: ['a', 'a'], acts: ['a'] })
})

t.test('drift that stays after three nudges waits for the next pass and holds no slot', async (t) => {
  const { world, result } = await run([step('a', [drifted('off')], nothing), step('b', [inSync()])])
  t.match(result, { outcome: 'waiting', at: 'a', message: 'off', againSeconds: 2 })
  t.same(world, { looks: ['a', 'a', 'a', 'a'], acts: ['a', 'a', 'a'] })
})

t.test('the first step that waits or is refused ends the pass: later steps are not even looked at', async (t) => {
  const later = step('later', [inSync()])
  const waits = await run([step('a', [waiting('pods', 7)], nothing), later])
  t.match(waits.result, { outcome: 'waiting', at: 'a', againSeconds: 7 })
  const problem = new Problem('namespace-foreign', { namespace: 'x' })
  const refuses = await run([step('a', [refused(problem)], nothing), later])
  t.match(refuses.result, { outcome: 'refused', at: 'a', problem })
  t.same([...waits.world.looks, ...waits.world.acts, ...refuses.world.looks, ...refuses.world.acts], ['a', 'a'])
})

t.test('what a step throws is a refusal, and what is no Problem tells nothing of itself', async (t) => {
  const problem = new Problem('namespace-foreign', { namespace: 'x' })
  t.match((await run([step('a', [drifted('')], () => { throw problem })])).result, { outcome: 'refused', problem })
  const { result } = await run([step('a', [drifted('')], () => { throw new Error('password=hunter2') })])
  t.match(result, { outcome: 'refused', problem: { code: 'internal' } })
  t.notMatch(JSON.stringify((result as { problem: Problem }).problem.toDocument()), /hunter2/)
})

t.test('an abort ends the pass before the next act, and is no refusal', async (t) => {
  const controller = new AbortController()
  const world = newWorld()
  const report = { ...silent, observed: async () => controller.abort(new Error('lost')) }
  await t.rejects(runPass([step('a', [drifted('')], nothing)], world, report, controller.signal), { message: 'lost' })
  t.same(world.acts, [])
})

t.test('nothing is done where the lock turns out to be lost right before the act', async (t) => {
  const world = newWorld()
  const report = { ...silent, acting: async () => { throw new Error('The lock was lost to another worker') } }
  await t.rejects(runPass([step('a', [drifted('')], nothing)], world, report, new AbortController().signal), /lost to another/)
  t.same(world.acts, [])
})

t.test('an advisory step that is not in sync is told, and holds up neither the steps after it nor the target', async (t) => {
  const advice = (seen: Observation[], act?: () => void) => ({ ...step('advice', seen, act), advisory: true as const })
  const fault = new Problem('internal', {})
  for (const observation of [waiting('not yet'), refused(fault), drifted('differs')]) {
    const told: string[] = []
    const report: PassReport<World> = { ...silent, observed: async ({ name }, { is }) => { told.push(`${name} ${is}`) } }
    const { world, result } = await run([advice([observation]), step('b', [inSync()])], { report })
    t.match(result, { outcome: 'reached' })
    t.same(world.looks, ['advice', 'b'])
    t.same(told, [`advice ${observation.is}`, 'b in-sync'])
  }
  const { world } = await run([advice([drifted('off'), inSync()], nothing)])
  t.same(world.acts, ['advice'], 'and is nudged like any other')
})
