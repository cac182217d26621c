/** What a credential of Google is found to be, against a Google on this machine. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { gkeProvider, type OpenCredential } from '../../../packages/providers/src/index.ts'
import { actAs, computePermissions } from '../../../packages/providers/src/gke/permissions.ts'
import { googleBed, serviceAccount } from './bed.ts'

const signal = new AbortController().signal
const bed = await googleBed()
const { world } = bed.google
t.teardown(() => bed.stop())
t.afterEach(() => {
  world.denied.clear()
  world.apis = new Set(['container.googleapis.com', 'compute.googleapis.com'])
  world.billing = { enabled: true, account: 'billingAccounts/1' }
  Object.assign(world, { lifecycle: 'ACTIVE', defaultAccount: true })
  bed.wire.reset()
})
const check = (credential: OpenCredential) => bed.provider().checkCredential!(credential, signal)

t.test('a key and a federated token that may all are found so, by calls that change nothing', async (t) => {
  for (const type of ['gcp-key', 'gcp-federation'] as const) {
    t.same(await check(bed.credential(type)), { cloud: 'gcp', identity: serviceAccount, missing: [], account: 'Hub Fleet (hub-fleet-test)' })
  }
  t.ok(bed.wire.calls.length > 0)
  t.same(bed.wire.calls.filter(({ changes }) => changes), [])
})

t.test('each permission that is missing is listed', async (t) => {
  world.denied = new Set(['container.clusters.create', 'compute.disks.delete'])
  t.same((await check(bed.credential('gcp-key'))).missing, ['container.clusters.create', 'compute.disks.delete'])
})

t.test('acting as the nodes\' account is enough on that account alone', async (t) => {
  world.denied = new Set([actAs])
  t.same((await check(bed.credential('gcp-key'))).missing, [])
  world.denied.add(`on the account: ${actAs}`)
  t.same((await check(bed.credential('gcp-key'))).missing, [actAs])
})

t.test('what no role mends is said with what mends it', async (t) => {
  world.apis.delete('container.googleapis.com')
  await t.rejects(check(bed.credential('gcp-key')), { code: 'cloud-account-unusable', message: /container\.googleapis\.com is not enabled/, nextStep: /gcloud services enable/ })
  world.apis.add('container.googleapis.com')
  world.billing = { enabled: false, account: 'billingAccounts/1' }
  await t.rejects(check(bed.credential('gcp-key')), { code: 'cloud-account-unusable', message: /billingAccounts\/1 is closed/, nextStep: /gcloud billing projects link hub-fleet-test/ })
  world.billing = { enabled: false, account: '' }
  await t.rejects(check(bed.credential('gcp-key')), { message: /no billing account is linked/ })
  world.billing = { enabled: true, account: 'billingAccounts/1' }
  world.lifecycle = 'DELETE_REQUESTED'
  await t.rejects(check(bed.credential('gcp-key')), { message: /delete requested/, nextStep: /gcloud projects undelete/ })
  world.lifecycle = 'ACTIVE'
  world.denied = new Set([actAs])
  world.defaultAccount = false
  await t.rejects(check(bed.credential('gcp-key')), { code: 'cloud-account-unusable', message: /not fully initialized with the default service accounts/, nextStep: /compute\.googleapis\.com/ })
})

t.test('a project that is not there, or not to be seen', async (t) => {
  await t.rejects(check(bed.credential('gcp-key', { project: 'nobodys' })), { code: 'cloud-permissions-missing', message: /resourcemanager\.projects\.get/ })
})

t.test('a credential that is not taken says why, and never itself', async (t) => {
  const key = JSON.parse((bed.credential('gcp-key') as unknown as { key: string }).key) as Record<string, string>
  const other = (change: object) => bed.credential('gcp-key', { key: JSON.stringify({ ...key, ...change }) })
  const rows: [OpenCredential, RegExp][] = [
    [other({ client_email: 'gone@hub-fleet-test.iam.gserviceaccount.com' }), /account not found/],
    [other({ private_key: 'damaged' }), /./],
    [bed.credential('gcp-key', { key: 'no json' }), /no JSON/],
    [other({ private_key: undefined }), /no private_key/],
    [bed.credential('gcp-federation', { identityToken: async () => 'of somebody else' }), /attribute condition/],
    [bed.credential('gcp-federation', { workloadIdentityProvider: 'projects/1/locations/global/workloadIdentityPools/none/providers/none' }), /invalid_target/],
    [bed.credential('gcp-federation', { serviceAccount: 'other@hub-fleet-test.iam.gserviceaccount.com' }), /getAccessToken/],
  ]
  for (const [credential, reason] of rows) {
    const error = await check(credential).then(() => null, (problem: unknown) => problem as Error & { toDocument(): object })
    t.match(error, { code: 'cloud-credential-refused', message: reason })
    t.notMatch(JSON.stringify(error!.toDocument()) + error!.message, /PRIVATE KEY|of somebody else/)
  }
})

t.test('what calls itself a key and could run programs or ask other addresses is not read', async (t) => {
  const external = { type: 'external_account', audience: 'x', subject_token_type: 'urn:ietf:params:oauth:token-type:jwt', token_url: 'http://127.0.0.1:1/', credential_source: { executable: { command: '/bin/false' } } }
  await t.rejects(check(bed.credential('gcp-key', { key: JSON.stringify(external) })), { code: 'cloud-credential-refused', message: /only service_account is taken/ })
})

t.test('addresses of a credential are judged before anything is asked of them', async (t) => {
  const provider = gkeProvider({ guard: async (host) => { throw new Error(`${host} is inside`) } })
  await t.rejects(provider.checkCredential!(bed.credential('gcp-key'), signal), /127\.0\.0\.1 is inside/)
  t.same(bed.wire.calls, [])
})

t.test('a token that was revoked in the middle is made anew when it is refused', async (t) => {
  const record = bed.record()
  const machines = bed.provider().machines!(record)
  t.same(await machines.pools(signal), [])
  bed.google.login.revoke()
  t.same(await machines.pools(signal), [])
})

t.test('the role that is published is the one that is asked for', async (t) => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/how-to/gke.md'), 'utf8')
  const published = [...new Set(page.match(/\b(compute|resourcemanager|serviceusage|file|artifactregistry|logging)\.[a-zA-Z]+\.[a-zA-Z]+\b(?!\.googleapis)/g))].filter((name) => !name.includes('googleapis')).sort()
  t.same(published, [...computePermissions].sort())
  t.match(page, /roles\/container\.admin/)
  t.match(page, /roles\/iam\.serviceAccountUser/)
})
