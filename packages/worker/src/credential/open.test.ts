import t from 'tap'
import { clusters, credentials, eq, platformScope, seal, tenants, transaction } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import type { ClusterMachines, ClusterRecord, Provider } from '@hubfleet/providers'
import { Handles } from '../handles.ts'

/*
 * What makes a cluster gets the credential that its spec names, as it is in the moment in which it is asked for, and no other tenant's.
 */
const database = await testDatabase(t)
const keyRing = { current: 'k', keys: { k: new Uint8Array(32) } }
const records: ClusterRecord[] = []
const provider: Provider = {
  kind: 'eks', capabilities: { managed: true, virtualTime: false, loadBalancer: true, metrics: false },
  machines: (record) => { records.push(record); return {} as ClusterMachines },
  open: async () => { throw new Error('not made') },
}
const handles = new Handles({ database, keyRing, clock: { now: () => new Date() }, publicUrl: 'https://hubfleet.test', providers: [provider] })
const spec = { type: 'aws-key' as const, account: '123456789012', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }
const sealed = (id: string, secretAccessKey: string) => seal(keyRing, id, { secretAccessKey })
await transaction(database, platformScope, async (tx) => {
  for (const name of ['a', 'b']) {
    const id = `credential_${name}`
    await tx.insert(tenants).values({ id: `tenant_${name}`, name, displayName: name, policy: {} as never })
    await tx.insert(credentials).values({ id, tenantId: `tenant_${name}`, name: 'aws', cloud: 'aws', state: 'ready', spec, secrets: await sealed(id, `secret of ${name}`) })
  }
  const cluster = { tenantId: 'tenant_a', provider: 'eks', managed: true, state: 'creating' }
  await tx.insert(clusters).values([
    { ...cluster, id: 'cluster_own', name: 'own', spec: { provider: 'eks', credential: 'credential_a' } }, { ...cluster, id: 'cluster_foreign', name: 'foreign', spec: { provider: 'eks', credential: 'credential_b' } },
    { ...cluster, id: 'cluster_none', name: 'none', spec: { provider: 'eks' } },
  ])
})
const recordOf = async (id: string): Promise<ClusterRecord> => {
  const [row] = await transaction(database, platformScope, (tx) => tx.select().from(clusters).where(eq(clusters.id, id)))
  handles.machines(row!)
  return records.at(-1)!
}

t.test('the secret is opened when it is asked for, as it is then', async (t) => {
  const record = await recordOf('cluster_own')
  t.match(await record.credential!(), { ...spec, secretAccessKey: 'secret of a' })
  await transaction(database, platformScope, async (tx) => tx.update(credentials).set({ secrets: await sealed('credential_a', 'another') }).where(eq(credentials.id, 'credential_a')))
  t.match(await record.credential!(), { secretAccessKey: 'another' })
  t.match(JSON.parse(Buffer.from((await (await record.credential!()).identityToken('sts.amazonaws.com')).split('.')[1]!, 'base64url').toString()), { sub: 'tenant:tenant_a', aud: 'sts.amazonaws.com', iss: 'https://hubfleet.test' })
})

t.test('a cluster whose credential is changed is opened anew, and only then', async (t) => {
  const before = await recordOf('cluster_own')
  t.equal(await recordOf('cluster_own'), before)
  await transaction(database, platformScope, (tx) => tx.update(clusters).set({ credentialRevision: 2 }).where(eq(clusters.id, 'cluster_own')))
  t.not(await recordOf('cluster_own'), before)
})

t.test('who works with a cluster as it was goes over to its next credential', async (t) => {
  const before = await recordOf('cluster_own')
  await transaction(database, platformScope, async (tx) => {
    await tx.insert(credentials).values({ id: 'credential_next', tenantId: 'tenant_a', name: 'next', cloud: 'aws', state: 'ready', spec, secrets: await sealed('credential_next', 'secret of the next') })
    await tx.update(clusters).set({ spec: { provider: 'eks', credential: 'credential_next' } as never }).where(eq(clusters.id, 'cluster_own'))
  })
  t.match(await before.credential!(), { secretAccessKey: 'secret of the next' })
})

t.test('none, and one of another tenant, are missing alike', async (t) => {
  for (const id of ['cluster_none', 'cluster_foreign']) await t.rejects((await recordOf(id)).credential!(), { code: 'credential-missing', nextStep: /hubfleet credential create/ })
})
