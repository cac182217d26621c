import t from 'tap'
import { Problem } from '@hubfleet/core'
import { registryLogin, startRegistry } from '../testing-registry.ts'
import { parseChallenge } from './challenge.ts'
import { createRegistry } from './registry.ts'

const registry = await startRegistry(t)
const asked: string[] = []
const { image } = createRegistry({ guard: async (host) => { asked.push(host) } })
const look = (name: string, credentials: typeof registryLogin | null = null) => image(`${registry.host}/${name}`, credentials, AbortSignal.timeout(10_000))

t.test('an image of one platform tells its digest, platform, size and labels', async (t) => {
  const digest = registry.serve('course/env', { tag: '2026-01', labels: { 'org.opencontainers.image.version': '7' }, layers: [10, 20, 30] })
  t.match(await look('course/env:2026-01'), { digest, platforms: ['linux/amd64'], sizeBytes: 60, labels: { 'org.opencontainers.image.version': '7' } })
  t.equal((await look(`course/env:2026-01@${digest}`)).digest, digest, 'a digest is what is asked for, whatever the tag')
})

t.test('of a list all platforms count, and what is of none does not; the digest is that of the list', async (t) => {
  const digest = registry.serve('course/multi', { tag: '1', platforms: ['linux/arm64', 'linux/amd64', 'linux/arm/v7'] })
  t.match(await look('course/multi:1'), { digest, platforms: ['linux/arm64', 'linux/amd64', 'linux/arm/v7'] })
})

t.test('a tag that was never pushed is missing, in the words of the registry', async (t) => {
  await t.rejects(look('course/env:nope'), { code: 'image-missing', params: { registry: registry.host, reason: 'MANIFEST_UNKNOWN: nope is not known' } })
})

t.test('a private image is denied without a login, given with the right one, and denied with a wrong one', async (t) => {
  registry.serve('secret/env', { tag: '1', private: true })
  await t.rejects(look('secret/env:1'), { code: 'image-denied' })
  t.match(await look('secret/env:1', registryLogin), { platforms: ['linux/amd64'] })
  const wrong = await look('secret/env:1', { username: 'robot', password: 'wrong-password' }).catch((error: unknown) => error as Problem)
  t.match(wrong, { code: 'image-denied', params: { reason: 'the name or the token is wrong' } })
  t.notMatch(JSON.stringify((wrong as Problem).toDocument()), 'wrong-password')
})

t.test('each host on the way is judged, the token service and the storage too; a refusal is told as it is', async (t) => {
  asked.length = 0
  await look('course/env:2026-01')
  t.same(new Set(asked), new Set(['127.0.0.1', 'localhost']))
  const careful = createRegistry({ guard: async (host) => { if (host === 'localhost') throw new Problem('address-refused', { address: host, reason: 'a loopback address' }) } })
  await t.rejects(careful.image(`${registry.host}/course/env:2026-01`, null, AbortSignal.timeout(10_000)), { code: 'address-refused' })
})

t.test('a registry that has had enough, or is not there, may answer later', async (t) => {
  registry.failing(429, 1)
  await t.rejects(look('course/env:2026-01'), { code: 'registry-not-answering', retryable: true, params: { reason: 'too many questions in a short time' } })
  registry.failing(503, 1)
  await t.rejects(look('course/env:2026-01'), { code: 'registry-not-answering', params: { reason: /answers 503/ } })
  await t.rejects(image('127.0.0.1:1/course/env:1', null, AbortSignal.timeout(10_000)), { code: 'registry-not-answering' })
})

t.test('a login is sent over https only, whatever a registry asks for', async (t) => {
  const shown: string[] = []
  const fetch = (async (url: URL, { headers }: { headers: Record<string, string> }) => {
    shown.push(`${url.origin} ${headers['authorization'] ?? ''}`)
    return new Response('{}', { status: 401, headers: { 'www-authenticate': 'Bearer realm="http://thief.example/token"' } })
  }) as unknown as typeof globalThis.fetch
  const { image } = createRegistry({ guard: async () => {}, fetch })
  await t.rejects(image('registry.example/a/b:1', registryLogin, AbortSignal.timeout(10_000)), { code: 'registry-not-answering', params: { reason: /no https address/ } })
  t.same(shown, ['https://registry.example '])
})

t.test('challenges are read as they come', async (t) => {
  t.match(parseChallenge('Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull,push"'), { realm: 'https://auth.docker.io/token', service: 'registry.docker.io', scope: 'repository:a/b:pull,push' })
  t.same(parseChallenge('Basic realm="Registry"'), { scheme: 'basic' })
  t.match(parseChallenge('Basic realm="x", Bearer realm="https://a/token",service="s"'), { scheme: 'bearer', realm: 'https://a/token', service: 's' })
  t.equal(parseChallenge('Negotiate'), null)
  t.equal(parseChallenge(null), null)
})
