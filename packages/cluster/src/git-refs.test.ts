import t from 'tap'
import { createGit, parseRefs } from './git-refs.ts'

const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(40))
const packet = (line: string) => (line.length + 4).toString(16).padStart(4, '0') + line
const advertisement = Buffer.from([
  packet('# service=git-upload-pack\n'), '0000', packet(`${one} HEAD\0multi_ack symref=HEAD:refs/heads/main\n`), packet(`${one} refs/heads/main\n`), packet(`${two} refs/tags/v1\n`), packet(`${three} refs/tags/v1^{}\n`), '0000',
].join(''))
const answering = (body: Buffer, status = 200) => (async () => new Response(new Uint8Array(body), { status })) as unknown as typeof globalThis.fetch
const signal = () => AbortSignal.timeout(5_000)

t.test('a branch, a tag and HEAD are the commits that the repository says, a tag with a message the commit below it', async (t) => {
  const git = createGit({ guard: async () => {}, fetch: answering(advertisement) })
  const of = (ref: string) => git.commit('https://git.example.org/env', ref, null, signal())
  t.equal(await of('HEAD'), one)
  t.equal(await of('main'), one)
  t.equal(await of('v1'), three)
  t.equal(await of(two!), two, 'a whole commit is taken as it is')
  await t.rejects(of('nope'), { code: 'commit-unknown', params: { reason: 'it has no such branch or tag' } })
  t.equal(parseRefs(advertisement).size, 4)
})

t.test('what is no repository says so, and the guard is asked first', async (t) => {
  await t.rejects(createGit({ guard: async () => {}, fetch: answering(Buffer.from('<html>')) }).commit('https://git.example.org/env', 'main', null, signal()), { code: 'commit-unknown' })
  await t.rejects(createGit({ guard: async () => {}, fetch: answering(Buffer.from(''), 404) }).commit('https://git.example.org/env', 'main', null, signal()), { code: 'commit-unknown', params: { reason: /answers 404/ } })
  const asked: string[] = []
  await createGit({ guard: async (host) => { asked.push(host) }, fetch: answering(advertisement) }).commit('https://git.example.org/env', 'main', null, signal())
  t.same(new Set(asked), new Set(['git.example.org']))
  asked.length = 0
  await createGit({ guard: async (host) => { asked.push(host) } }).commit('https://git.example.org/env', one!, null, signal())
  t.same(asked, ['git.example.org'], 'a whole commit too: a pod goes there')
})

t.test('a login is shown over https to the origin that it is for, and the reason tells what a refusal means', async (t) => {
  const login = { username: 'robot', token: 'glpat-s3cret' }
  const shown: [string, string | null][] = []
  const redirecting = (async (url: URL, { headers }: RequestInit) => {
    shown.push([url.host, new Headers(headers).get('authorization')])
    return url.host === 'git.example.org' ? new Response(null, { status: 302, headers: { location: 'https://mirror.example.net/env/info/refs' } }) : new Response(new Uint8Array(advertisement))
  }) as unknown as typeof globalThis.fetch
  await createGit({ guard: async () => {}, fetch: redirecting }).commit('https://git.example.org/env', 'main', login, signal())
  t.same(shown, [['git.example.org', `Basic ${Buffer.from('robot:glpat-s3cret').toString('base64')}`], ['mirror.example.net', null]])
  const refusing = createGit({ guard: async () => {}, fetch: answering(Buffer.from(''), 404) })
  const told = (shown: typeof login | null) => refusing.commit('https://git.example.org/env', 'main', shown, signal()).catch((error: Error) => error)
  t.match(await told(login), { params: { reason: /token of build\.git may not read it/ } })
  t.match(await told(null), { params: { reason: /it is not public/ } })
})
