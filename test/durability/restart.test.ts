import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { demoCluster } from '../../packages/main/src/demo/story.ts'
import { Hubfleet } from '../../packages/sdk/src/index.ts'
import { programUnder, startGuarded } from '../processes/guarded.ts'
import { freePorts } from '../processes/ports.ts'
import { waitFor } from '../processes/wait.ts'

t.setTimeout(180_000)

t.test('a server with its embedded PostgreSQL is killed in the middle of a create and started again: the same operation succeeds, with the same key', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'hubfleet-restart-'))
  t.teardown(() => rm(directory, { recursive: true, force: true }))
  const [port] = await freePorts(1)
  const key = `hf_${'restart'.repeat(6)}`
  const url = `http://127.0.0.1:${port}`
  const start = async () => {
    const env = { PATH: process.env['PATH']!, HUBFLEET_DATA: join(directory, 'data'), HUBFLEET_PORT: String(port), HUBFLEET_LOG: 'silent', HUBFLEET_ADMIN_KEY: key }
    const server = startGuarded('server', [process.execPath, join(import.meta.dirname, '../../packages/main/src/serve.ts')], { env, log: join(directory, 'server.log') })
    t.teardown(() => server.stop())
    await waitFor('the server to be ready', 60, async () => (await fetch(`${url}/readyz`)).ok, [server])
    return server
  }
  const server = await start()
  const client = new Hubfleet({ server: url, key })
  const tenant = 'physics'
  await client.tenants.create({ name: tenant, sandbox: true })
  await client.clusters.create({ tenant }, demoCluster).wait()
  const { operation } = await client.hubs.create({ tenant }, { name: 'algebra', cluster: demoCluster.name })
  await waitFor('the create to run', 30, async () => (await client.operations.get({ tenant, operation: operation.id })).state === 'running')
  process.kill(await programUnder(server), 'SIGKILL')
  await waitFor('the server to be gone', 20, async () => !server.running())

  await start()
  await waitFor('the end of the create', 60, async () => (await client.operations.get({ tenant, operation: operation.id })).done)
  t.match(await client.operations.get({ tenant, operation: operation.id }), { state: 'succeeded' })
  t.match(await client.hubs.get({ tenant, hub: 'algebra' }), { state: 'ready', generation: 1, observedGeneration: 1 })
})
