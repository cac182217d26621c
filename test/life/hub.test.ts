import t from 'tap'
import { startBed } from '../kubernetes/bed.ts'
import { skipWithoutBed } from '../kubernetes/programs.ts'
import { skipWithoutJupyterHub } from '../jupyterhub/programs.ts'
import { bedPlace } from './bed-place.ts'
import { lifeOfHub } from './life.ts'

const skip = skipWithoutBed() || skipWithoutJupyterHub()
if (skip) t.plan(0, skip)
else {
  // A server must have been idle for a minute before anybody may cull it.
  t.setTimeout(600_000)
  const bed = await startBed()
  t.teardown(bed.stop)
  await t.test('one hub from nothing to gone', async (t) => lifeOfHub(t, await bedPlace(t, bed)))
}
