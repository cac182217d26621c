import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { testDatabase } from '../packages/database/src/testing.ts'
import { demoCluster } from '../packages/main/src/demo/story.ts'
import { readConfig, startHubfleet } from '../packages/main/src/index.ts'
import { Hubfleet } from '../packages/sdk/src/index.ts'
import { waitFor } from './processes/wait.ts'

/*
 * What is learned of images from servers that run them, by a whole server and its worker on a hub of the sandbox. That real servers tell it is in
 * test/jupyterhub.
 */
t.setTimeout(300_000)
const dir = await mkdtemp(join(tmpdir(), 'hubfleet-images-'))
t.teardown(() => rm(dir, { recursive: true }))
const { connectionString } = await testDatabase(t)
const config = await readConfig({ HUBFLEET_DATA: dir, HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent', DATABASE_URL: connectionString, HUBFLEET_SECRET_KEYS: `a:${randomBytes(32).toString('base64')}` })
const hubfleet = await startHubfleet(config, { info() {}, error: (message, error) => t.comment(message, error) })
t.teardown(() => hubfleet.stop())
const admin = new Hubfleet({ server: hubfleet.url!, key: await hubfleet.newAdminKey('images') })
for (const tenant of ['school', 'other']) {
  await admin.tenants.create({ name: tenant, sandbox: true })
  await admin.clusters.create({ tenant }, { ...demoCluster, name: `of-${tenant}` }).wait()
}
const image = { name: 'quay.io/course/env', tag: 'sandbox-jupyterhub-4' }
const spec = { image, access: { allowAll: true, admins: ['teacher'] } }
const planned = async (tenant: string) => (await admin.hubs.create({ tenant }, { name: 'later', cluster: `of-${tenant}`, spec, confirm: ['open-login'] } as never, { validateOnly: true }) as unknown as { warnings: string[] }).warnings.join('\n')

t.test('the JupyterHub in an image is not known before a server runs it; then its hub says so, and so does each plan that brings the image', async (t) => {
  t.notMatch(await planned('school'), /JupyterHub/)
  await admin.hubs.create({ tenant: 'school' }, { name: 'lab', cluster: 'of-school', spec, confirm: ['open-login'] } as never).wait()
  const at = { tenant: 'school', hub: 'lab' }
  t.equal((await admin.hubs.images(at)).items[0]!.jupyterhub, null)
  await admin.servers.start({ ...at, server: 'teacher' }).wait()
  const condition = await waitFor('the condition', 60, async () => {
    const { conditions } = await admin.hubs.get(at)
    return conditions.find(({ type, reason }) => type === 'ImagesReady' && reason === 'JupyterHubMismatch')
  })
  t.match(condition, { status: 'False', message: /quay\.io\/course\/env:sandbox-jupyterhub-4 has JupyterHub 4\.1\.6.*the hub \d/ })
  t.equal((await admin.hubs.get(at)).state, 'ready', 'nothing is held up by it')
  t.match((await admin.hubs.images(at)).items[0]!.jupyterhub, { version: '4.1.6', by: /a server told/ })
  t.match(await planned('school'), /sandbox-jupyterhub-4 has JupyterHub 4\.1\.6 \(by what a server told that ran it\) and the hub/)
  t.notMatch(await planned('other'), /JupyterHub/, 'what the servers of one tenant say is told to no other')
})
