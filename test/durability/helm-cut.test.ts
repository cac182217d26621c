import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { hubNames } from '../../packages/core/src/index.ts'
import { jobsDatabase } from '../../packages/engine/src/testing.ts'
import { readConfig, startHubfleet } from '../../packages/main/src/index.ts'
import { Hubfleet } from '../../packages/sdk/src/index.ts'
import { startBed } from '../kubernetes/bed.ts'
import { kubectl } from '../kubernetes/kubectl.ts'
import { skipWithoutBed } from '../kubernetes/programs.ts'
import { programUnder, startGuarded } from '../processes/guarded.ts'
import { waitFor } from '../processes/wait.ts'

t.setTimeout(240_000)

/** A node with this label lets the hook end on which helm waits. */
const gate = { key: 'hubfleet.dev/test-gate', value: randomBytes(4).toString('hex') }

t.test('helm is cut in the middle of an upgrade', { skip: skipWithoutBed() }, async (t) => {
  const bed = await startBed()
  t.teardown(() => bed.stop())
  const directory = await mkdtemp(join(tmpdir(), 'hubfleet-helm-cut-'))
  t.teardown(() => rm(directory, { recursive: true, force: true }))
  const database = await jobsDatabase(t)
  const env = (role: string) => ({
    HUBFLEET_ROLE: role, HUBFLEET_DATA: join(directory, 'data'), HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent', DATABASE_URL: database.connectionString, HUBFLEET_SECRET_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
    HUBFLEET_ALLOW_NETWORKS: '127.0.0.0/8', HUBFLEET_HELM: bed.helm, HUBFLEET_CHART_SOURCE: join(import.meta.dirname, '../../packages/cluster/chart/jupyterhub'),
  })
  const api = await startHubfleet(await readConfig(env('api')), { info: () => {}, error: (message, error) => t.comment(message, error) })
  t.teardown(() => api.stop())
  const startWorker = (name: string) => {
    const worker = startGuarded(name, [process.execPath, join(import.meta.dirname, '../../packages/main/src/serve.ts')], { env: { PATH: process.env['PATH']!, ...env('worker') }, log: join(directory, `${name}.log`) })
    t.teardown(() => worker.stop())
    return worker
  }

  const client = new Hubfleet({ server: api.url!, key: await api.newAdminKey('test') })
  const tenant = 'physics'
  await client.tenants.create({ name: tenant, policy: { allow: { placement: true } } })
  const first = startWorker('first')
  await client.clusters.create({ tenant }, { name: 'bed', provider: 'kubernetes', kubeconfig: await readFile(bed.kubeconfig, 'utf8') }).wait()
  const spec = { chart: { version: '4.4.0-standin.1' }, values: { scheduling: { userScheduler: { enabled: false } } } }
  const create = await client.hubs.create({ tenant }, { name: 'algebra', cluster: 'bed', spec })
  const ref = { tenant, hub: create.operation.target.id }
  const { namespace, release } = hubNames(ref.hub)
  t.teardown(() => kubectl(bed.kubeconfig, 'delete', 'namespace', namespace, '--wait=false', '--ignore-not-found'))

  /** helm's revisions, oldest first, as `number status`. */
  const revisions = async () => (await kubectl(bed.kubeconfig, 'get', 'secret', `--namespace=${namespace}`, `--selector=owner=helm,name=${release}`, '--sort-by=.metadata.creationTimestamp', '--output=jsonpath={range .items[*]}{.metadata.labels.version} {.metadata.labels.status}{"\\n"}{end}')).trim().split('\n')
  await waitFor('the first revision', 60, async () => (await revisions()).includes('1 deployed'), [first])

  const hook = { prePuller: { hook: { enabled: true, nodeSelector: { [gate.key]: gate.value } } } }
  const update = await client.hubs.update(ref, { spec: { values: { ...spec.values, ...hook } } })
  await waitFor('helm to be in the middle of the upgrade', 60, async () => (await revisions()).includes('2 pending-upgrade') && (await helmsOf(release)).length > 0, [first])

  await t.test('by a kill of its worker: no helm survives it, the release is repaired, and another worker reaches the revision', async (t) => {
    process.kill(await programUnder(first), 'SIGKILL')
    await waitFor('its helm to end', 10, async () => (await helmsOf(release)).length === 0)
    t.ok((await revisions()).includes('2 pending-upgrade'), 'it had no time to tidy up')

    await kubectl(bed.kubeconfig, 'label', 'node', 'node-1', `${gate.key}=${gate.value}`, '--overwrite')
    t.teardown(() => kubectl(bed.kubeconfig, 'label', 'node', 'node-1', `${gate.key}-`))
    startWorker('second')
    const step = async () => (await client.operations.get({ tenant, operation: update.operation.id })).steps.find(({ name }) => name === 'release')
    await waitFor('the revision to be reached', 90, async () => (await step())?.state === 'done')
    t.same(await revisions(), ['1 superseded', '2 deployed'])
  })

  await t.test('by a delete of the hub, which does not wait until helm gives up', async (t) => {
    const values = { ...spec.values, prePuller: { hook: { enabled: true, nodeSelector: { [gate.key]: 'never' }, pullOnlyOnChanges: false } } }
    const stuck = await client.hubs.update(ref, { spec: { values } })
    await waitFor('helm to be in the middle of the upgrade', 60, async () => (await revisions()).some((revision) => revision.endsWith('pending-upgrade')) && (await helmsOf(release)).length > 0)
    const remove = await client.hubs.delete(ref, { homes: 'delete' }).wait({ timeoutMs: 100_000 })
    t.match(remove, { state: 'succeeded', result: { report: { clean: true } } })
    t.match(await client.operations.get({ tenant, operation: stuck.operation.id }), { state: 'canceled', supersededBy: remove.id })
    t.same(await helmsOf(release), [])
  })
})

/** Processes whose command line names the release: the helms that work on it. */
async function helmsOf(release: string): Promise<number[]> {
  const found = []
  for (const pid of (await readdir('/proc')).map(Number).filter(Boolean)) {
    const [program = '', ...args] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
    if (/helm$/.test(program) && args.includes(release)) found.push(pid)
  }
  return found
}
