import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import t from 'tap'
import { platformScope, signingKeys, transaction } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { identityToken } from './identity-token.ts'
import { publishedKeys } from './signing-keys.ts'

/*
 * Clouds keep what they fetched for long: a key is known everywhere before it signs, and as long as a token of it is good.
 */
const database = await testDatabase(t)
const keyRing = { current: 'k', keys: { k: new Uint8Array(32) } }
const hours = (count: number) => new Date(Date.parse('2026-01-01T00:00:00Z') + count * 3600_000)
const published = async (now: Date): Promise<JSONWebKeySet> => ({ keys: await publishedKeys({ database, keyRing }, now) as unknown as JSONWebKeySet['keys'] })
const token = (now: Date, publicUrl: string | null = 'https://hubfleet.test') => identityToken({ database, keyRing, publicUrl, clock: { now: () => now } }, 'tenant_a', 'sts.amazonaws.com')
const believes = async (keys: JSONWebKeySet, text: string, now: Date) => jwtVerify(text, createLocalJWKSet(keys), { currentDate: now, audience: 'sts.amazonaws.com' }).then(({ payload }) => payload.sub, (error: { code: string }) => error.code)

t.test('over a year, whoever fetched the keys within the last day and a half believes every token', async (t) => {
  const kids = new Set<string>()
  for (let hour = 0; hour < 365 * 24; hour += 36) {
    const known = await published(hours(hour))
    t.ok(known.keys.length >= 1 && known.keys.length <= 2, `${known.keys.length} keys`)
    for (const later of [0, 18, 35]) {
      const text = await token(hours(hour + later))
      t.equal(await believes(known, text, hours(hour + later)), 'tenant:tenant_a')
      t.equal(await believes(await published(hours(hour + later)), text, hours(hour + later)), 'tenant:tenant_a')
    }
    for (const { kid } of known.keys) kids.add(kid!)
  }
  t.ok(kids.size >= 12 && kids.size <= 14, `${kids.size} keys in a year`)
})

t.test('a token ends after ten minutes', async (t) => {
  const now = hours(365 * 24)
  const text = await token(now)
  t.equal(await believes(await published(now), text, new Date(now.getTime() + 599_000)), 'tenant:tenant_a')
  t.equal(await believes(await published(now), text, new Date(now.getTime() + 601_000)), 'ERR_JWT_EXPIRED')
})

t.test('many that need a key at the same time make one', async (t) => {
  const now = hours(500 * 24)
  const sets = await Promise.all(Array.from({ length: 10 }, () => published(now)))
  t.equal(new Set(sets.map(({ keys }) => JSON.stringify(keys.map(({ kid }) => kid)))).size, 1)
})

t.test('what is published has no private part, and the database keeps it sealed', async (t) => {
  const now = hours(500 * 24)
  for (const key of (await published(now)).keys) t.same(Object.keys(key).sort(), ['alg', 'e', 'kid', 'kty', 'n', 'use'])
  const rows = await transaction(database, platformScope, (tx) => tx.select().from(signingKeys))
  for (const { sealed } of rows) t.match(sealed, /^eyJ[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/)
  t.same(await transaction(database, 'tenant_a', (tx) => tx.select().from(signingKeys)), [], 'no tenant sees one')
})

t.test('without a public address nothing is signed', (t) => t.rejects(token(hours(0), null), { code: 'federation-unset', nextStep: /HUBFLEET_PUBLIC_URL/ }))
