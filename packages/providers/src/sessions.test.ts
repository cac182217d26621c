import t from 'tap'
import type { OpenCredential } from './machines.ts'
import type { ClusterRecord } from './provider.ts'
import { sessionsOf } from './sessions.ts'

const credential = (secretAccessKey: string): OpenCredential => ({ type: 'aws-key', account: '123456789012', accessKeyId: 'AKIA0123456789ABCDEF', secretAccessKey, identityToken: async () => '' })
const record = (open?: () => Promise<OpenCredential>, tenantId = 'tenant_a'): ClusterRecord => ({ id: 'cluster_a', tenantId, name: 'a', spec: { provider: 'eks' }, access: null, ...(open && { credential: open }) })
const counted = () => {
  let made = 0
  return sessionsOf(() => ++made)
}

t.test('clusters of one tenant and one credential share what is connected, those of another tenant do not', async (t) => {
  const sessions = counted()
  const open = async () => credential('one')
  t.equal(await sessions(record(open))(), 1)
  t.equal(await sessions(record(open))(), 1)
  t.equal(await sessions(record(open, 'tenant_b'))(), 2)
  t.equal(await sessions(record(async () => credential('two')))(), 3)
})

t.test('a secret that was replaced counts within a minute and a moment, without a restart', async (t) => {
  let secret = 'old'
  const session = counted()(record(async () => credential(secret)))
  t.equal(await session(), 1)
  secret = 'new'
  t.equal(await session(), 1, 'not asked at each call')
  const { now } = Date
  t.teardown(() => { Date.now = now })
  Date.now = () => now() + 61_000
  t.equal(await session(), 2)
})

t.test('what failed is tried again: the opening as the connecting', async (t) => {
  let fails = 1
  const flaky = async () => {
    if (fails-- > 0) throw new Error('the database does not answer')
    return credential('one')
  }
  const session = counted()(record(flaky))
  await t.rejects(session(), /does not answer/)
  t.equal(await session(), 1)
  let refuses = 1
  const connecting = sessionsOf(async () => {
    if (refuses-- > 0) throw new Error('no connection')
    return 'connected'
  })(record(async () => credential('one')))
  await t.rejects(connecting(), /no connection/)
  t.equal(await connecting(), 'connected')
})

t.test('a cluster without a credential says so', async (t) => {
  await t.rejects(counted()(record())(), { code: 'credential-missing', params: { cluster: 'a', cloud: 'aws' } })
})
