import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { demoServer } from './demo-server.ts'

t.setTimeout(300_000)

/*
 * A hub whose SQLite has filled its disk: what keeps it down is told by its name, with what mends it, and that does.
 */
t.test('a hub whose database has no room left says so, and a larger disk mends it', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'hubfleet-full-'))
  t.teardown(() => rm(directory, { recursive: true }))
  const { client } = await demoServer(t, directory)
  const hub = { tenant: 'demo', hub: 'full' }
  const making = client.hubs.create({ tenant: 'demo' }, { name: 'full', cluster: 'campus', spec: { values: { custom: { sandbox: { misbehave: 'sandbox-database-full' } } } } })
  const failed = await making.wait().then(() => null, (error: unknown) => error)
  t.match(failed, { operation: { state: 'failed', error: { code: 'database-disk-full', nextStep: /set database\.capacity to more than 1Gi, such as 2Gi/ } } })
  const { conditions } = await client.hubs.get(hub)
  t.match(conditions.find(({ type }) => type === 'StorageReady'), { status: 'False', reason: 'DatabaseDiskFull', message: /database room: .*claim hub-db-dir of 1Gi.*such as 2Gi/ })
  t.match(conditions.find(({ type }) => type === 'Ready'), { status: 'False', reason: 'DatabaseDiskFull' })
  t.match((await client.hubs.logs(hub, { lines: 50 })).items[0]!.text, 'database or disk is full')

  await client.hubs.update(hub, { spec: { database: { capacity: '2Gi' } } }).wait()
  const mended = await client.hubs.get(hub)
  t.equal(mended.state, 'ready')
  t.match(mended.conditions.find(({ type }) => type === 'StorageReady'), { status: 'True' })
})
