import { setImmediate as turn } from 'node:timers/promises'
import { Problem } from '@hubfleet/core'
import t from 'tap'
import { createCredentials } from './credentials.ts'

const signal = new AbortController().signal
const name = { cluster: 'lab', server: 'https://lab.example.org' }
const unauthorized = Object.assign(new Error('401'), { code: 401 })

/** A cloud whose tokens live for so long, and a clock that stands still until it is moved. */
function cloud({ lifeMs = 3_600_000, answer = async () => {} }: { lifeMs?: number; answer?: (count: number) => Promise<void> } = {}) {
  const asked: { fresh: boolean }[] = []
  let time = 1_000_000
  const credentials = createCredentials({
    server: name.server,
    token: async (_signal, options) => {
      const count = asked.push(options)
      await answer(count)
      return { token: `token-${count}`, expiresAt: new Date(time + lifeMs) }
    },
  }, name, { now: () => time, timeoutMs: 200, followMs: 1 })
  const now = async () => (await credentials.current(signal)).token
  return { credentials, asked, now, pass: (ms: number) => { time += ms } }
}

t.test('one token serves all callers until it is near its end, and one renewal serves all who wait', async (t) => {
  const { asked, now, pass } = cloud()
  t.same(new Set(await Promise.all(Array.from({ length: 50 }, now))), new Set(['token-1']))
  pass(55 * 60_000)
  t.equal(await now(), 'token-1')
  t.equal(asked.length, 1)
  pass(90 * 60_000)
  t.same(new Set(await Promise.all(Array.from({ length: 50 }, now))), new Set(['token-2']))
  t.same(asked, [{ fresh: false }, { fresh: false }])
})

t.test('it is renewed before its end while calls go on with the one that still holds', async (t) => {
  let open = () => {}
  const { now, pass } = cloud({ answer: (count) => (count === 2 ? new Promise((resolve) => { open = resolve }) : Promise.resolve()) })
  t.equal(await now(), 'token-1')
  pass(57 * 60_000)
  t.equal(await now(), 'token-1')
  open()
  await turn()
  t.equal(await now(), 'token-2')
})

t.test('who needs it for longer waits for the next one', async (t) => {
  const { credentials, pass, now } = cloud()
  await now()
  pass(59 * 60_000)
  t.equal((await credentials.current(signal, { forMs: 75_000 })).token, 'token-2')
})

t.test('a renewal that fails is a problem once nothing holds any more, and is made good by the next', async (t) => {
  const down = new Problem('cloud-credential-refused', { cloud: 'Google', reason: 'the key was deleted', fix: 'Make another' })
  const { asked, now, pass } = cloud({ answer: async (count) => { if (count > 1 && count < 5) throw down } })
  await now()
  pass(57 * 60_000)
  t.equal(await now(), 'token-1', 'it still holds')
  await turn()
  for (let call = 0; call < 20; call++) await now()
  t.equal(asked.length, 2, 'the cloud is not asked with each call')
  pass(5_000)
  await now()
  await turn()
  t.equal(asked.length, 3)
  pass(10 * 60_000)
  for (let call = 0; call < 20; call++) await t.rejects(now(), { code: 'cloud-credential-refused' })
  t.equal(asked.length, 4, 'nor where nothing holds: its last answer stands for a while')
  pass(20_000)
  t.equal(await now(), 'token-5')
})

t.test('a cloud that keeps refusing is asked ever more seldom, but each minute', async (t) => {
  const { asked, now, pass } = cloud({ answer: async () => { throw new Problem('cloud-unavailable', { cloud: 'Google', reason: 'no' }) } })
  for (let second = 0; second < 600; second++) {
    await t.rejects(now(), { code: 'cloud-unavailable' })
    pass(1_000)
  }
  t.ok(asked.length >= 10 && asked.length <= 14, `${asked.length} times`)
})

t.test('what a cloud\'s library says of a failure is not told on, since it may quote a secret', async (t) => {
  const { now } = cloud({ answer: async () => { throw Object.assign(new Error('POST /token?assertion=s3cret'), { code: 'ECONNREFUSED' }) } })
  const problem = await now().then(() => t.fail('there is no token'), (error: Problem) => error)
  t.match(problem, { code: 'cluster-token-missing', retryable: true, message: /Error ECONNREFUSED/ })
  t.notMatch(JSON.stringify((problem as Problem).toDocument()) + String((problem as Problem).stack), 's3cret')
})

t.test('a cloud that never answers, a token that ended before it came and one that is none are problems', async (t) => {
  const staying = setInterval(() => {}, 1_000) // the silence alone does not hold the process
  t.teardown(() => clearInterval(staying))
  await t.rejects(cloud({ answer: () => new Promise(() => {}) }).now(), { code: 'cluster-token-missing', message: /no answer in time/ })
  await t.rejects(cloud({ lifeMs: -1 }).now(), { code: 'cluster-token-missing', message: /clock/ })
  for (const token of ['', 'two\r\nlines: x']) {
    const { current } = createCredentials({ server: name.server, token: async () => ({ token, expiresAt: new Date(Date.now() + 60_000) }) }, name)
    await t.rejects(current(signal), { code: 'cluster-token-missing', message: /no token/ })
  }
})

t.test('a caller that is aborted goes at once, and the others get what they wait for', async (t) => {
  let open = () => {}
  const { credentials } = cloud({ answer: () => new Promise((resolve) => { open = resolve }) })
  const stop = new AbortController()
  const [gone, stays] = [credentials.current(stop.signal), credentials.current(signal)]
  stop.abort(new Error('enough'))
  await t.rejects(gone, { message: 'enough' })
  open()
  t.equal((await stays).token, 'token-1')
})

t.test('a call that is answered 401 runs once more with another token, which serves all that come after', async (t) => {
  const { credentials, asked } = cloud()
  const refusedOnes = new Set<string | null>()
  const call = () => credentials.use(signal, async ({ token }) => {
    if (refusedOnes.has(token)) throw unauthorized
    return token
  })
  await call()
  refusedOnes.add('token-1')
  t.same(new Set(await Promise.all(Array.from({ length: 20 }, call))), new Set(['token-2']))
  t.same(asked, [{ fresh: false }, { fresh: true }])
})

t.test('where the cluster takes no token any more, each call is told so, and the cloud is not asked with each', async (t) => {
  const { credentials, asked, pass, now } = cloud()
  let revoked = false
  const call = () => credentials.use(signal, async () => { if (revoked) throw unauthorized })
  await call()
  revoked = true
  for (let count = 0; count < 20; count++) await t.rejects(call(), { code: 401 })
  t.equal(asked.length, 2)
  revoked = false
  pass(5_000)
  await call()
  t.equal(await now(), 'token-3')
})

t.test('where the token was revoked and there is no other, each call is told why, not only the first', async (t) => {
  const down = new Problem('cloud-credential-refused', { cloud: 'Google', reason: 'the key was deleted', fix: 'Make another' })
  const { credentials, asked } = cloud({ answer: async (count) => { if (count > 1) throw down } })
  let revoked = false
  const call = () => credentials.use(signal, async () => { if (revoked) throw unauthorized })
  await call()
  revoked = true
  for (let count = 0; count < 20; count++) await t.rejects(call(), { code: 'cloud-credential-refused' })
  t.equal(asked.length, 2)
})

t.test('any answer but 401 says that the token is good', async (t) => {
  const { credentials, asked } = cloud()
  await t.rejects(credentials.use(signal, async () => { throw Object.assign(new Error('no'), { code: 403 }) }), { code: 403 })
  let count = 0
  t.equal(await credentials.use(signal, async ({ token }) => { if (count++ === 0) throw unauthorized; return token }), 'token-2')
  t.equal(asked.length, 2)
})

t.test('who follows is told each token that comes after', async (t) => {
  const { credentials, pass, now } = cloud()
  const first = await credentials.current(signal)
  const told: (string | null)[] = []
  let unfollow = () => {}
  await new Promise<void>((resolve) => {
    unfollow = credentials.follow(first, ({ token }) => {
      told.push(token)
      if (told.length === 2) resolve()
      pass(57 * 60_000)
    })
    pass(57 * 60_000)
  })
  unfollow()
  t.same(told, ['token-2', 'token-3'])
  pass(2 * 3_600_000)
  t.equal(await now(), 'token-4')
  await turn()
  t.equal(told.length, 2)
})

t.test('a close does not leave who still follows without the next token', async (t) => {
  const { credentials, pass, now } = cloud()
  const first = await credentials.current(signal)
  let unfollow = () => {}
  const told = new Promise<string | null>((resolve) => { unfollow = credentials.follow(first, ({ token }) => resolve(token)) })
  credentials.close()
  pass(57 * 60_000)
  t.equal(await told, 'token-2')
  unfollow()
  pass(2 * 3_600_000)
  await t.rejects(now(), { code: 'cluster-token-missing' }, 'then nothing is asked any more')
})

t.test('what does not end is shown as it is, and a 401 is what it is', async (t) => {
  const credentials = createCredentials({ server: name.server, credentials: { token: 'static' } }, name)
  let calls = 0
  await t.rejects(credentials.use(signal, async ({ token }) => { calls++; t.equal(token, 'static'); throw unauthorized }), { code: 401 })
  t.equal(calls, 1)
  const certificate = createCredentials({ server: name.server, credentials: { clientCertificateData: 'c', clientKeyData: 'k' } }, name)
  t.same(await certificate.current(signal), { token: null, expiresAt: null })
})
