import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import t from 'tap'
import { connectKubernetes } from './kubernetes.ts'
import { delayOf, watchCluster } from './watch.ts'

t.test('the wait between tries grows, never beyond its longest, and differs between watchers', async (t) => {
  const backoff = { firstMs: 500, maxMs: 30_000 }
  fc.assert(fc.property(fc.integer({ min: 1, max: 2_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, luck) => {
    const delay = delayOf(failures, backoff, () => luck)
    return delay >= 250 && delay <= 30_000
  }))
  t.ok(delayOf(5, backoff, () => 0) > delayOf(2, backoff, () => 1))
  t.not(delayOf(3, backoff, () => 0), delayOf(3, backoff, () => 1))
})

t.test('a watch goes on where it ended, begins anew when it is too late for that, and outlasts outages', async (t) => {
  const versions: (string | null)[] = []
  const accepted = new Set<string | undefined>()
  const line = (type: string, object: object): string => `${JSON.stringify({ type, object })}\n`
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://x')
    // the other kinds stay silent
    if (url.pathname !== '/api/v1/pods') return void response.writeHead(200).flushHeaders()
    accepted.add(request.headers.accept)
    versions.push(url.searchParams.get('resourceVersion'))
    switch (versions.length) {
      case 1: return void response.end(line('ADDED', { metadata: { name: 'p', namespace: 'first', resourceVersion: '5' } }) + line('BOOKMARK', { metadata: { resourceVersion: '9' } }))
      case 2: return void response.writeHead(503).end()
      case 3: return void response.end(line('ERROR', { code: 410, message: 'too old resource version' }))
      case 4: return void request.socket.destroy()
      default: response.write(line('ADDED', { metadata: { name: 'p', namespace: 'last', resourceVersion: '20' } }))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const access = { server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, insecureSkipTlsVerify: true, credentials: { token: 't' } }
  const kubernetes = await connectKubernetes({ cluster: 'lab', access, guard: async () => {} })
  t.teardown(async () => { await kubernetes.close(); server.closeAllConnections(); server.close() })
  const stop = new AbortController()
  const told: string[] = []
  await watchCluster(kubernetes, (namespace) => {
    told.push(namespace)
    if (namespace === 'last') stop.abort()
  }, stop.signal, { gatherMs: 1, backoff: { firstMs: 2, maxMs: 10 } })
  t.same(told, ['first', 'last'])
  t.same(versions, [null, '9', '9', null, null])
  t.match([...accepted][0], 'PartialObjectMetadata')
})
