import t from 'tap'
import { lifeOfHub } from './life.ts'
import { nodePlace } from './node-place.ts'
import { nodeKubeconfig, skipWithoutNode } from './node.ts'

const skip = skipWithoutNode()
if (skip) t.plan(0, skip)
else {
  t.setTimeout(900_000)
  await t.test('one hub from nothing to gone, where pods run', async (t) => lifeOfHub(t, await nodePlace(t, nodeKubeconfig!)))
}
