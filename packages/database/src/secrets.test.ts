import { randomBytes } from 'node:crypto'
import t from 'tap'
import { reseal } from './reseal.ts'
import { charts, clusters, credentials, hubs, signingKeys, tenants } from './schema/index.ts'
import { open, parseKeyRing, seal, type KeyRing } from './secrets.ts'
import { testDatabase } from './testing.ts'
import { platformScope, transaction } from './transaction.ts'

const key = () => new Uint8Array(randomBytes(32))
const old: KeyRing = { current: 'k1', keys: { k1: key() } }
const both: KeyRing = { current: 'k2', keys: { ...old.keys, k2: key() } }
const fresh: KeyRing = { current: 'k2', keys: { k2: both.keys['k2']! } }

t.test('what is sealed shows nothing of itself, opens for its own row only, and not when it was touched', async (t) => {
  const sealed = await seal(old, 'hub_a', { cookieSecret: 'swordfish' })
  t.notMatch(Buffer.from(sealed, 'base64url').toString('latin1'), 'swordfish')
  t.same(await open(old, 'hub_a', sealed), { cookieSecret: 'swordfish' })
  await t.rejects(open(old, 'hub_b', sealed), /hub_a was found in the row hub_b/)
  const parts = sealed.split('.')
  await t.rejects(open(old, 'hub_a', [...parts.slice(0, 3), Buffer.from('other').toString('base64url'), parts[4]].join('.')))
  t.not(await seal(old, 'hub_a', {}), await seal(old, 'hub_a', {}), 'twice the same looks different')
})

t.test('a key that left the ring is named, with what to do', async (t) => {
  await t.rejects(open(fresh, 'hub_a', await seal(old, 'hub_a', {})), /k1 is not in the key ring.*HUBFLEET_SECRET_KEYS/)
})

t.test('a ring is read with the first key current, and a key of another length is refused', async (t) => {
  const text = `b:${Buffer.from(both.keys['k2']!).toString('base64')}, a:${Buffer.from(old.keys['k1']!).toString('base64')}`
  t.same(parseKeyRing(text), { current: 'b', keys: { b: both.keys['k2'], a: old.keys['k1'] } })
  for (const wrong of ['', 'k1', 'k1:', `k1:${randomBytes(16).toString('base64')}`]) t.throws(() => parseKeyRing(wrong), /32-byte keys/)
})

t.test('after a rotation everything opens without the old key', async (t) => {
  const database = await testDatabase(t)
  const many = Array.from({ length: 250 }, (_, n) => `hub_${String(n).padStart(3, '0')}`)
  await transaction(database, platformScope, async (tx) => {
    await tx.insert(tenants).values({ id: 'tenant_a', name: 'a', displayName: 'A', policy: {} as never })
    await tx.insert(charts).values({ digest: 'd', source: 's', name: 'jupyterhub', version: '4.4.0', appVersion: '', kubeVersion: '', schema: {} })
    await tx.insert(clusters).values([{ id: 'cluster_a', access: await seal(old, 'cluster_a', { token: 't' }) }, { id: 'cluster_b', access: null }].map((row) => (
      { ...row, tenantId: 'tenant_a', name: row.id, provider: 'kubernetes', managed: false, state: 'ready', spec: {} as never })))
    await tx.insert(hubs).values(await Promise.all(many.map(async (id) => (
      { id, tenantId: 'tenant_a', clusterId: 'cluster_a', name: id, state: 'ready', spec: {} as never, chartDigest: 'd', secrets: await seal(id === 'hub_007' ? both : old, id, { of: id }) }))))
  })
  await transaction(database, platformScope, async (tx) => {
    await tx.insert(credentials).values({ id: 'credential_a', tenantId: 'tenant_a', name: 'a', cloud: 'aws', state: 'ready', spec: { type: 'aws-key' }, secrets: await seal(old, 'credential_a', { of: 'credential_a' }) })
    await tx.insert(signingKeys).values({ id: 'key', publicKey: {}, sealed: await seal(old, 'key', { of: 'key' }), signsFrom: new Date() })
  })
  t.equal(await reseal(database, both), 252)
  const [hubRows, clusterRows] = await transaction(database, platformScope, async (tx) => [await tx.select().from(hubs), await tx.select().from(clusters)] as const)
  for (const { id, secrets } of hubRows) t.same(await open(fresh, id, secrets), { of: id })
  t.same(await open(fresh, 'cluster_a', clusterRows.find(({ id }) => id === 'cluster_a')!.access!), { token: 't' })
  const [[credential], [key]] = await transaction(database, platformScope, async (tx) => [await tx.select().from(credentials), await tx.select().from(signingKeys)] as const)
  t.same(await open(fresh, 'credential_a', credential!.secrets!), { of: 'credential_a' })
  t.same(await open(fresh, 'key', key!.sealed), { of: 'key' })
  t.equal(await reseal(database, both), 0, 'and is done')
})
