import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:tls'
import t, { type Test } from 'tap'
import { Problem } from '@hubfleet/core'
import { testCertificate } from '../../core/src/testing-certificates.ts'
import { createOutside } from './outside.ts'

const host = 'hub.example.org'
const signal = new AbortController().signal
const guard = async () => {}

/** A DNS server that knows the addresses of version 4 of one name. `code` 3 is "no such name", 2 a failure of the server. */
async function dns(t: Test, addresses: readonly string[], code = 0): Promise<string> {
  const socket = createSocket('udp4')
  t.teardown(() => { socket.close() })
  socket.on('message', (query, { port, address }) => {
    const question = query.subarray(12, query.indexOf(0, 12) + 5)
    const answers = question.at(-3) === 1 && code === 0 ? addresses : []
    const header = Buffer.from([query[0]!, query[1]!, 0x81, 0x80 | code, 0, 1, 0, answers.length, 0, 0, 0, 0])
    const records = answers.map((ip) => Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...ip.split('.').map(Number)]))
    socket.send(Buffer.concat([header, question, ...records]), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return `127.0.0.1:${socket.address().port}`
}

async function https(t: Test, options: { cert: string; key: string }): Promise<number> {
  const server = createServer(options, (socket) => socket.on('error', () => {}).end())
  t.teardown(() => server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

t.test('a name has the addresses that the DNS has for it, and none when it is not known', async (t) => {
  const known = createOutside({ guard, dnsServers: [await dns(t, ['203.0.113.4', '203.0.113.5'])] })
  t.same(await known.resolve(host, signal), ['203.0.113.4', '203.0.113.5'])
  t.same(await known.resolve('203.0.113.9', signal), ['203.0.113.9'], 'an address is its own')
  const unknown = createOutside({ guard, dnsServers: [await dns(t, [], 3)] })
  t.same(await unknown.resolve(host, signal), [])
})

t.test('a DNS server that fails is not taken for a name that is not known', async (t) => {
  const failing = createOutside({ guard, dnsServers: [await dns(t, [], 2)] })
  await t.rejects(failing.resolve(host, signal), { code: 'dns-not-answering' })
})

t.test('the certificate is the one that is shown for the host, whoever signed it, with whether it is trusted', async (t) => {
  const httpsPort = await https(t, await testCertificate(host))
  const outside = createOutside({ guard, httpsPort })
  t.match(await outside.certificate(host, ['127.0.0.1'], signal), { certificate: { names: [host, `*.${host}`], issuer: host }, untrusted: /SELF_SIGNED|self.signed/i })
})

t.test('an address that the guard refuses is never connected to', async (t) => {
  const httpsPort = await https(t, await testCertificate(host))
  const judged: string[] = []
  const outside = createOutside({ httpsPort, guard: async (address) => {
    judged.push(address)
    throw new Problem('address-refused', { address, reason: 'inside' })
  } })
  await t.rejects(outside.certificate(host, ['127.0.0.1'], signal), { code: 'address-refused' })
  t.same(judged, ['127.0.0.1'], 'it is asked about the address itself, not about a name')
})

t.test('nobody who listens, or who never answers, is told as such and in time', async (t) => {
  const closed = createServer()
  closed.listen(0, '127.0.0.1')
  await once(closed, 'listening')
  const { port } = closed.address() as AddressInfo
  await new Promise((done) => closed.close(done))
  t.match(await createOutside({ guard, httpsPort: port }).certificate(host, ['127.0.0.1'], signal), { certificate: null, reason: /does not answer by https/ })

  const { createServer: createSilent } = await import('node:net')
  const silent = createSilent()
  t.teardown(() => silent.close())
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const outside = createOutside({ guard, httpsPort: (silent.address() as AddressInfo).port, timeoutMs: 200 })
  t.match(await outside.certificate(host, ['127.0.0.1'], signal), { certificate: null, reason: /within 0\.2 s/ })
})
