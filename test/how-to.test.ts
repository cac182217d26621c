import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { testDatabase } from '../packages/database/src/testing.ts'
import { demoCluster } from '../packages/main/src/demo/story.ts'
import { readConfig, startHubfleet } from '../packages/main/src/index.ts'
import { Hubfleet } from '../packages/sdk/src/index.ts'
import { commandsOf, runCommands } from './how-to-page.ts'

t.setTimeout(900_000)

/** Each page with what its last commands print. */
const pages = {
  'guide.md': 'The cluster is gone', 'how-to/config-files.md': 'Second look: nothing is left', 'how-to/cli.md': 'Second look: nothing is left', 'how-to/sandbox.md': 'The cluster is gone',
  'how-to/plans.md': 'Second look: nothing is left', 'how-to/images.md': 'Second look: nothing is left',
  'how-to/storage.md': 'Second look: nothing is left', 'how-to/exposure.md': 'Second look: nothing is left',
  'how-to/security.md': 'Second look: nothing is left',
}

for (const [page, end] of Object.entries(pages)) {
  t.test(`the commands of docs/${page} work one after the other, as they stand`, async (t) => {
    const directory = await mkdtemp(join(tmpdir(), 'hubfleet-how-to-'))
    t.teardown(() => rm(directory, { recursive: true }))
    const { server, key, platformKey } = await demoServer(t, directory)
    await writeFile(join(directory, 'key.txt'), `${key}\n`)
    const script = await commandsOf(page)
    t.match(script, 'hubfleet hub create')
    // What logs in by itself is told the server only; the other pages begin with what `npm start` prints.
    const login: Record<string, string> = script.includes('hubfleet login') ? { SERVER: server } : { HUBFLEET_URL: server, HUBFLEET_TENANT: 'demo', HUBFLEET_KEY: key, PLATFORM_KEY: platformKey }
    const { code, out, err } = await runCommands(script, directory, login)
    t.equal(code, 0, err)
    t.match(out, end)
    t.notMatch(out + err, key)
  })
}

/** A server with the tenant that `npm start` makes. */
async function demoServer(t: Test, directory: string): Promise<{ server: string; key: string; platformKey: string }> {
  const { connectionString } = await testDatabase(t)
  const config = await readConfig({ HUBFLEET_DATA: directory, HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent', DATABASE_URL: connectionString, HUBFLEET_SECRET_KEYS: `a:${randomBytes(32).toString('base64')}` })
  const hubfleet = await startHubfleet(config, { info() {}, error: (message, error) => t.comment(message, error) })
  t.teardown(() => hubfleet.stop())
  const server = hubfleet.url!
  const platformKey = await hubfleet.newAdminKey('how-to')
  const admin = new Hubfleet({ server, key: platformKey })
  await admin.tenants.create({ name: 'demo', sandbox: true })
  await admin.clusters.create({ tenant: 'demo' }, demoCluster).wait()
  const { key } = await admin.keys.create({ tenant: 'demo' }, { name: 'how-to', role: 'admin' })
  return { server, key, platformKey }
}
