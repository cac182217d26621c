import { createServer } from 'node:https'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { RequestListener } from 'node:http'
import type { Test } from 'tap'
import t from 'tap'
import { connectKubernetes } from './kubernetes.ts'

const signal = new AbortController().signal

/** An API server as far as one answer goes. */
async function apiServer(t: Test, listener: RequestListener, timeoutMs?: number) {
  const dir = t.testdir()
  const [key, certificate] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', certificate, '-days', '2',
    '-subj', '/CN=test', '-addext', 'subjectAltName=IP:127.0.0.1'], { stdio: 'ignore' })
  const pem = readFileSync(certificate)
  const server = createServer({ key: readFileSync(key), cert: pem }, listener)
  let connections = 0
  server.on('secureConnection', () => { connections++ })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const access = { server: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, certificateAuthorityData: pem.toString('base64'), credentials: { token: 's3cret' } }
  const kubernetes = await connectKubernetes({ cluster: 'lab', access, guard: async () => {}, timeoutMs })
  t.teardown(async () => { await kubernetes.close(); server.closeAllConnections(); server.close() })
  return { kubernetes, access, connections: () => connections }
}

const answer = (status: number, body: unknown): RequestListener => (_, response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

t.test('the token goes with each call, and calls share connections', async (t) => {
  const tokens: (string | undefined)[] = []
  const { kubernetes, connections } = await apiServer(t, (request, response) => {
    tokens.push(request.headers.authorization)
    answer(200, { kind: 'NodeList', items: [{ metadata: { name: 'n', creationTimestamp: '2026-01-01T00:00:00Z' } }] })(request, response)
  })
  for (let i = 0; i < 5; i++) {
    const { items } = await kubernetes.call(signal, ({ core }, options) => core.listNode({}, options))
    t.same(items[0]?.metadata?.creationTimestamp, new Date('2026-01-01T00:00:00Z'))
  }
  t.same(new Set(tokens), new Set(['Bearer s3cret']))
  t.equal(tokens.length, 5)
  // the pool may open a second one while the first is being given back
  t.ok(connections() <= 2, `${connections()} connections`)
})

t.test('what is not there is null where that is an answer, and a problem elsewhere', async (t) => {
  const { kubernetes } = await apiServer(t, answer(404, { message: 'nodes "x" not found' }))
  t.equal(await kubernetes.find(signal, ({ core }, options) => core.readNode({ name: 'x' }, options)), null)
  await t.rejects(kubernetes.call(signal, ({ core }, options) => core.readNode({ name: 'x' }, options)), { code: 'provider-failed', message: /not found/ })
})

t.test('a server that never answers is a cluster out of reach, in bounded time', async (t) => {
  const { kubernetes } = await apiServer(t, () => {}, 200)
  await t.rejects(kubernetes.call(signal, ({ core }, options) => core.listNode({}, options)), { code: 'cluster-unreachable', message: /no answer in time/ })
})

t.test('a login that is refused by a cluster whose clock is another says so', async (t) => {
  for (const [seconds, told] of [[0, false], [-30, false], [400, true], [-400, true]] as const) {
    const { kubernetes } = await apiServer(t, (_, response) => void response.writeHead(401, { 'content-type': 'application/json', date: new Date(Date.now() + seconds * 1000).toUTCString() }).end('{"message":"Unauthorized"}'))
    for (const ask of [() => kubernetes.call(signal, ({ core }, options) => core.listNode({}, options)), () => kubernetes.request(signal, { method: 'GET', path: '/version' })]) {
      const { code, message } = await (ask() as Promise<unknown>).then(() => t.fail('it is refused'), (error: { code: string; message: string }) => error) as { code: string; message: string }
      t.equal(code, 'cluster-denied')
      if (told) t.match(message, seconds > 0 ? /(39|40)\d s behind the cluster's.*NTP/ : /(39|40)\d s ahead of the cluster's/)
      else t.notMatch(message, /clock/)
    }
  }
})

t.test('an aborted call ends with the reason of the abort', async (t) => {
  const { kubernetes } = await apiServer(t, () => {})
  const stop = AbortSignal.timeout(100)
  await t.rejects(kubernetes.call(stop, ({ core }, options) => core.listNode({}, options)), { name: 'TimeoutError' })
})

t.test('a certificate that the kubeconfig does not vouch for is refused', async (t) => {
  const { access } = await apiServer(t, answer(200, { items: [] }))
  const kubernetes = await connectKubernetes({ cluster: 'lab', access: { ...access, certificateAuthorityData: undefined }, guard: async () => {} })
  t.teardown(() => kubernetes.close())
  await t.rejects(kubernetes.call(signal, ({ core }, options) => core.listNode({}, options)), { code: 'cluster-unreachable', message: /certificate/ })
})

t.test('nothing is sent to a host that the guard refuses', async (t) => {
  let requests = 0
  const { access } = await apiServer(t, (request, response) => { requests++; answer(200, { items: [] })(request, response) })
  const kubernetes = await connectKubernetes({ cluster: 'lab', access, guard: async (host) => { throw new Error(`${host} is refused`) } })
  t.teardown(() => kubernetes.close())
  await t.rejects(kubernetes.call(signal, ({ core }, options) => core.listNode({}, options)), { message: /127\.0\.0\.1 is refused/ })
  t.equal(requests, 0)
})
