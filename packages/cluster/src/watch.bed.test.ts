import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { connectBed, skipWithoutBed, uniqueName } from './bed.ts'
import { watchCluster } from './watch.ts'

const signal = new AbortController().signal

t.test('a change of a hub is told by its namespace, one that is no hub\'s is not, and the watch ends with its signal', { skip: skipWithoutBed }, async (t) => {
  const kubernetes = await connectBed()
  const [ours, other] = [uniqueName('watched'), uniqueName('other')]
  const make = (name: string, labels: Record<string, string>) => kubernetes.call(signal, ({ core }, options) => core.createNamespace({ body: { metadata: { name, labels } } }, options))
  const told: string[] = []
  const stop = new AbortController()
  const watching = watchCluster(kubernetes, (namespace) => told.push(namespace), stop.signal, { gatherMs: 10 })
  await make(other, {})
  await make(ours, { 'app.kubernetes.io/managed-by': 'hubfleet' })
  t.teardown(async () => {
    for (const name of [ours, other]) await kubernetes.call(signal, ({ core }, options) => core.deleteNamespace({ name }, options))
    await kubernetes.close()
  })
  const tellsOnce = async (): Promise<void> => {
    for (const deadline = Date.now() + 10_000; !told.includes(ours); await sleep(20)) if (Date.now() > deadline) throw new Error('nothing was told')
  }
  await tellsOnce()
  told.length = 0
  const body = { metadata: { name: 'claim', labels: { app: 'jupyterhub' } }, spec: { ports: [{ port: 80 }] } }
  await kubernetes.call(signal, ({ core }, options) => core.createNamespacedService({ namespace: other, body: { ...body, metadata: { name: 'plain' } } }, options))
  await kubernetes.call(signal, ({ core }, options) => core.createNamespacedService({ namespace: ours, body }, options))
  await tellsOnce()
  t.notOk(told.includes(other))
  stop.abort()
  await watching
})
