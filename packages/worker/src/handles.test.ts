import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { ClusterRow } from '@hubfleet/database'
import type { ClusterHandle, Provider } from '@hubfleet/providers'
import { Handles, type HandlesOptions } from './handles.ts'

function world(managed: boolean, times: { reopenMs: number; graceMs: number }) {
  const handles: { closed: boolean; watch: AbortSignal | null }[] = []
  const provider = {
    kind: 'cloud', capabilities: { managed, virtualTime: false, loadBalancer: true, metrics: false },
    open: async () => {
      const state: (typeof handles)[number] = { closed: false, watch: null }
      handles.push(state)
      return { watch: async (_changed: unknown, signal: AbortSignal) => { state.watch = signal }, close: async () => { state.closed = true } } as unknown as ClusterHandle
    },
  } as unknown as Provider
  const row = { id: 'cluster_a', provider: 'cloud', name: 'a', tenantId: 'tenant_t', generation: 1, credentialRevision: 0, access: null, spec: {} } as unknown as ClusterRow
  const options = { providers: [provider], watch: { changed() {}, onError(error: unknown) { throw error } } } as unknown as HandlesOptions
  return { opened: new Handles(options, times), handles, row }
}

t.test('a cluster whose row changed is opened anew at once, its old watch ends, and what others do with the old handle goes on for a while', async (t) => {
  const { opened, handles, row } = world(true, { reopenMs: 60_000, graceMs: 50 })
  const first = await opened.get(row)
  t.equal(await opened.get(row), first, 'one handle for all')
  t.not(await opened.get({ ...row, generation: 2 }), first)
  t.match(handles, [{ closed: false, watch: { aborted: true } }, { closed: false, watch: { aborted: false } }])
  while (!handles[0]!.closed) await sleep(5)
  t.notOk(handles[1]!.closed)
  await opened.close()
  t.ok(handles[1]!.closed)
})

t.test('a cloud\'s cluster that fails is looked up in its cloud again, but not with each failure; a registered one has nothing to look up', async (t) => {
  const { opened, handles, row } = world(true, { reopenMs: 0, graceMs: 60_000 })
  await opened.get(row)
  await sleep(2)
  opened.doubt(row)
  await opened.get(row)
  t.equal(handles.length, 2)
  await opened.close()
  t.same(handles.map(({ closed }) => closed), [true, true], 'a worker that ends leaves none open')

  for (const { opened, handles, row } of [world(true, { reopenMs: 60_000, graceMs: 0 }), world(false, { reopenMs: 0, graceMs: 0 })]) {
    await opened.get(row)
    await sleep(2)
    opened.doubt(row)
    await opened.get(row)
    t.equal(handles.length, 1)
    await opened.close()
  }
})
