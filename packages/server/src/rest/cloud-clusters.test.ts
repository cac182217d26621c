import { generateKeyPairSync } from 'node:crypto'
import t from 'tap'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const post = (path: string, body: unknown, query = '') => world.request('admin', 'POST', `/v1/tenants/physics/${path}${query}`, body)
const check = (body: object) => post('clusters', { name: 'course', ...body }, '?validateOnly=true')
const refused = (body: object, code: string, pointer: string, detail: RegExp) => t.match(body, { code, errors: [{ pointer, detail }] })

t.test('a cluster in a cloud needs a credential: the one that is named, or the only one', async (t) => {
  const { status, body } = await check({ provider: 'gke', region: 'us-central1' })
  t.equal(status, 422)
  t.match(body, { code: 'credential-missing', nextStep: /hubfleet credential create/ })
  const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey
  const key = { type: 'service_account', project_id: 'a-project', client_email: 'hubfleet@a-project.iam.gserviceaccount.com', private_key: privateKey }
  t.equal((await post('credentials', { name: 'google', spec: { type: 'gcp-key', project: 'a-project', key: JSON.stringify(key) } })).status, 202)
  t.equal((await check({ provider: 'gke', region: 'us-central1' })).status, 200)
  t.equal((await check({ provider: 'gke', region: 'us-central1', credential: 'google' })).status, 200)
  refused((await check({ provider: 'gke', region: 'us-central1', credential: 'other' })).body, 'invalid-request', '/credential', /hubfleet credential list/)
  refused((await check({ provider: 'aks', region: 'westeurope', credential: 'google' })).body, 'invalid-request', '/credential', /is for gcp/)
  t.equal((await post('credentials', { name: 'second', spec: { type: 'gcp-key', project: 'b-project', key: JSON.stringify({ ...key, project_id: 'b-project' }) } })).status, 202)
  refused((await check({ provider: 'gke', region: 'us-central1' })).body, 'invalid-request', '/credential', /google, second/)
})

t.test('the guide\'s own cluster: three n1-standard-2 in us-central1-b, with its price before it is made', async (t) => {
  const pools = [{ name: 'core', purpose: 'core', machineType: 'n1-standard-2', min: 3, max: 3 }]
  const { body } = await check({ provider: 'gke', zone: 'us-central1-b', credential: 'google', pools })
  t.match(body, { valid: true, warnings: [], cost: { before: { amount: '0.0000' }, incomplete: [] } })
  t.equal(body.cost.after.amount, '281.0489', 'the control plane and three machines')
  const made = await post('clusters', { name: 'guide', provider: 'gke', zone: 'us-central1-b', credential: 'google', pools })
  t.equal(made.status, 202)
  t.match((await world.request('admin', 'GET', '/v1/tenants/physics/clusters/guide')).body, { provider: 'gke', managed: true, region: 'us-central1', zone: 'us-central1-b', pools, credential: /^credential_/ })
  t.match((await world.request('admin', 'DELETE', '/v1/tenants/physics/credentials/google')).body, { code: 'credential-in-use' })
})

t.test('what cannot be is refused with what would be right', async () => {
  const gke = { provider: 'gke', credential: 'google' }
  refused((await check(gke)).body, 'invalid-request', '/region', /us-central1/)
  refused((await check({ ...gke, region: 'us-east1', zone: 'us-central1-b' })).body, 'invalid-request', '/zone', /us-east1-b/)
  refused((await check({ ...gke, region: 'us-central1', kubernetesVersion: 'newest' })).body, 'invalid-request', '/kubernetesVersion', /./)
  refused((await post('clusters', { ...gke, name: 'a'.repeat(41), region: 'us-central1' }, '?validateOnly=true')).body, 'invalid-request', '/name', /40/)
  const small = [{ name: 'core', purpose: 'core', machineType: 'e2-medium', min: 1, max: 1 }, { name: 'user', purpose: 'user', machineType: 'e2-micro', min: 0, max: 3 }]
  refused((await check({ ...gke, region: 'us-central1', pools: small })).body, 'invalid-request', '/pools/1/machineType', /e2-micro has \d+ MiB for servers, and one server has 1024 MiB/)
  refused((await check({ provider: 'sandbox', credential: 'google' })).body, 'invalid-request', '/credential', /is for gcp/)
  refused((await check({ provider: 'gkee', region: 'us-central1' })).body, 'invalid-request', '/provider', /gke/)
})

t.test('what the catalogue does not know may be there all the same: it is asked for by name, with the nearest', async (t) => {
  const pools = [{ name: 'core', purpose: 'core', machineType: 'e2-standrd-2', min: 1, max: 1 }]
  const { body } = await check({ provider: 'gke', credential: 'google', region: 'us-centrl1', pools })
  t.match(body, { valid: true, warnings: [/us-centrl1; did you mean us-central1\?/, /e2-standrd-2; did you mean e2-standard-2\?/], cost: null })
})

t.test('without pools it gets a small core, and room for people that costs nothing while nobody is there', async (t) => {
  await post('clusters', { name: 'plain', provider: 'gke', credential: 'google', region: 'us-central1' })
  t.match((await world.request('admin', 'GET', '/v1/tenants/physics/clusters/plain')).body, { pools: [{ purpose: 'core', min: 1 }, { purpose: 'user', min: 0 }] })
})
