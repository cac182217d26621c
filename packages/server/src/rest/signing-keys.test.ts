import type { AddressInfo } from 'node:net'
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose'
import t from 'tap'
import { identityToken } from '@hubfleet/control'
import { testWorld } from '../testing.ts'

/*
 * Whoever runs Hubfleet rotates the keys by which it signs: a cloud that reads them as the standard says believes every token all the way through,
 * and none of a key that was taken away.
 */
const world = await testWorld(t)
await world.app.listen({ port: 0, host: '127.0.0.1' })
const address = new URL(`http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}/.well-known/jwks.json`)
const audience = 'sts.amazonaws.com'
const token = () => identityToken(world.control, 'tenant_a', audience)
/** A cloud that has fetched nothing yet, and keeps what it fetches. */
const cloud = () => createRemoteJWKSet(address, { cooldownDuration: 0 })
const believes = (keys: JWTVerifyGetKey, text: string) => jwtVerify(text, keys, { audience, issuer: 'https://hubfleet.test', currentDate: world.control.clock.now() }).then(({ protectedHeader }) => protectedHeader.kid, (error: { code: string }) => error.code)
const ask = (method: 'GET' | 'POST' | 'DELETE', path = '', body?: object) => world.request('platformAdmin', method, `/v1/signing-keys${path}`, body)
const states = async () => (await ask('GET')).body.items.map(({ id, state }: { id: string; state: string }) => [id, state])
/** Servers keep what they tell for five minutes. */
const told = 300_000
const seconds = (count: number) => world.advance(count * 1000)

t.test('clouds of all ages believe every token across a rotation; the old key goes when its tokens have ended', async (t) => {
  const early = cloud()
  const before = await token()
  const old = await believes(early, before)
  t.same(await states(), [[old, 'signs']])

  const { status, body: made } = await ask('POST', '', {})
  t.equal(status, 201)
  t.match(made, { state: 'next', algorithm: 'RS256', signsUntil: null, publishedUntil: null })
  t.equal(Date.parse(made.signsFrom) - Date.parse(made.createdAt), 2 * 86_400_000)
  t.match((await ask('GET', `/${old}`)).body, { state: 'signs', signsUntil: made.signsFrom })
  t.equal(await believes(early, await token()), old, 'the old one still signs')

  world.advance(told)
  const meanwhile = cloud()
  t.equal(await believes(meanwhile, await token()), old)
  seconds(2 * 86_400 - 300)
  const after = await token()
  for (const keys of [meanwhile, cloud(), early]) t.equal(await believes(keys, after), made.id, 'published before it signs; who fetched earlier fetches again')
  t.same(await states(), [[made.id, 'signs'], [old, 'retired']])
  t.match((await ask('GET', `/${old}`)).body, { tokensEnd: new Date(Date.parse(made.signsFrom) + 600_000).toISOString(), publishedUntil: new Date(Date.parse(made.signsFrom) + 86_400_000).toISOString() })
  seconds(86_400)
  world.advance(told)
  const late = cloud()
  t.equal(await believes(late, await token()), made.id)
  t.same(await states(), [[made.id, 'signs']], 'and the old one is gone')
})

t.test('a key that somebody else may have is replaced within minutes, and no token of it is believed any more', async (t) => {
  const stolen = await token()
  const leaked = (await believes(cloud(), stolen))!
  t.match(await ask('DELETE', `/${leaked}`), { status: 409, body: { code: 'signing-key-in-use', nextStep: /signing-key create/ } }, 'not while nothing else signs')
  t.match((await ask('POST', '?validateOnly=true', { signsAfterSeconds: 600 })).body, { warnings: [/up to a day/] })
  const { body: next } = await ask('POST', '', { signsAfterSeconds: 600 })
  t.match(await ask('DELETE', `/${leaked}`), { status: 409 }, 'nor before the next one signs')
  seconds(601)
  t.equal(await believes(cloud(), stolen), 'ERR_JWT_EXPIRED')
  t.match((await ask('DELETE', `/${leaked}?validateOnly=true`)).body, { warnings: [/^Tokens of it are good until/] })
  t.match(await ask('DELETE', `/${leaked}`), { status: 200, body: { id: leaked } })
  world.advance(told)
  t.equal(await believes(cloud(), stolen), 'ERR_JWKS_NO_MATCHING_KEY')
  t.equal(await believes(cloud(), await token()), next.id)
  t.same(await states(), [[next.id, 'signs']])
  t.match(await ask('GET', `/${leaked}`), { status: 404 })
})

t.test('a next one can be taken back; no private half is ever answered', async (t) => {
  const { body: next } = await ask('POST', '', {})
  t.match(await ask('DELETE', `/${next.id}`), { status: 200 })
  const answers = JSON.stringify([next, (await ask('GET')).body])
  t.notMatch(answers, /"(d|p|q|dp|dq|qi|sealed)":/)
  t.match(await ask('POST', '', { signsAfterSeconds: 10 }), { status: 400, body: { errors: [{ pointer: '/signsAfterSeconds' }] } })
})

t.test('made before any token, one signs at once beside it', async (t) => {
  const fresh = await testWorld(t)
  await fresh.request('platformAdmin', 'POST', '/v1/signing-keys', {})
  t.ok(await identityToken(fresh.control, 'tenant_a', audience))
  t.same((await fresh.request('platformAdmin', 'GET', '/v1/signing-keys')).body.items.map(({ state }: { state: string }) => state), ['next', 'signs'])
})
