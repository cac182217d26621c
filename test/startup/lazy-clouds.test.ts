import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import t from 'tap'
import { jobsDatabase } from '../../packages/engine/src/testing.ts'
import { Hubfleet } from '../../packages/sdk/src/index.ts'
import { freePorts } from '../processes/ports.ts'
import { startGuarded } from '../processes/guarded.ts'
import { waitFor } from '../processes/wait.ts'

t.setTimeout(180_000)

const clouds = /^(@google-cloud|google-|@grpc|@azure|@aws-sdk|@smithy)/
const root = join(import.meta.dirname, '../..')

t.test('a server and its worker load the library of a cloud, or of Kubernetes, when a cluster needs it and not before', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'hubfleet-lazy-'))
  t.teardown(() => rm(directory, { recursive: true, force: true }))
  const database = await jobsDatabase(t)
  const [port] = await freePorts(1)
  const [file, key] = [join(directory, 'loaded'), `hf_${randomBytes(24).toString('hex')}`]
  const server = startGuarded('server', [process.execPath, `--import=${join(import.meta.dirname, 'loaded.ts')}`, join(root, 'packages/main/src/serve.ts')], {
    log: join(directory, 'server.log'),
    env: {
      PATH: process.env['PATH']!, LOADED_FILE: file, DATABASE_URL: database.connectionString, HUBFLEET_DATA: join(directory, 'data'), HUBFLEET_PORT: String(port), HUBFLEET_LOG: 'silent', HUBFLEET_ADMIN_KEY: key,
      HUBFLEET_SECRET_KEYS: `k1:${randomBytes(32).toString('base64')}`, HUBFLEET_ALLOW_NETWORKS: '127.0.0.0/8',
    },
  })
  t.teardown(() => server.stop())
  const url = `http://127.0.0.1:${port}`
  await waitFor('the server', 60, async () => (await fetch(`${url}/healthz`)).ok, [server])
  const loaded = async () => (await readFile(file, 'utf8')).trim().split('\n')
  const unwanted = async () => (await loaded()).filter((name) => clouds.test(name))

  t.ok((await loaded()).includes('fastify'), 'what is loaded is seen')
  t.same(await unwanted(), [])
  t.notOk((await loaded()).includes('@kubernetes/client-node'))

  const client = new Hubfleet({ server: url, key })
  const tenant = 'physics'
  await client.tenants.create({ name: tenant, sandbox: true })
  const pools = [{ name: 'core', purpose: 'core' as const, machineType: 'sandbox-medium', min: 1, max: 2 }]
  await client.clusters.create({ tenant }, { name: 'campus', provider: 'sandbox', region: 'sandbox-north', pools }).wait()
  t.same(await unwanted(), [], 'a worker that works on a sandbox needs none')
  t.notOk((await loaded()).includes('@kubernetes/client-node'))

  const kubeconfig = { apiVersion: 'v1', kind: 'Config', 'current-context': 'c', clusters: [{ name: 'c', cluster: { server: 'https://127.0.0.1:9' } }], users: [{ name: 'u', user: { token: 't' } }], contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }] }
  await client.clusters.create({ tenant }, { name: 'away', provider: 'kubernetes', kubeconfig: JSON.stringify(kubeconfig) })
  await waitFor('the worker to open the cluster', 60, async () => (await loaded()).includes('@kubernetes/client-node'), [server])
  t.same(await unwanted(), [], 'a registered cluster needs no cloud')
})
