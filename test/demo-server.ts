import { randomBytes } from 'node:crypto'
import type { Test } from 'tap'
import type { Database } from '../packages/database/src/index.ts'
import { testDatabase } from '../packages/database/src/testing.ts'
import { demoCluster } from '../packages/main/src/demo/story.ts'
import { readConfig, startHubfleet } from '../packages/main/src/index.ts'
import { Hubfleet } from '../packages/sdk/src/index.ts'

/** A server with the tenant that `npm start` makes. */
export async function demoServer(t: Test, directory: string, settings: Record<string, string> = {}): Promise<{ server: string; key: string; /** Of a platform admin. */ platformKey: string; client: Hubfleet; admin: Hubfleet; database: Database }> {
  const { connectionString } = await testDatabase(t)
  const config = await readConfig({ HUBFLEET_DATA: directory, HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent', ...settings, HUBFLEET_PUBLIC_URL: 'https://hubfleet.example.org', DATABASE_URL: connectionString, HUBFLEET_SECRET_KEYS: `a:${randomBytes(32).toString('base64')}` })
  const hubfleet = await startHubfleet(config, { info() {}, error: (message, error) => t.comment(message, error) })
  t.teardown(() => hubfleet.stop())
  const server = hubfleet.url!
  const platformKey = await hubfleet.newAdminKey('how-to')
  const admin = new Hubfleet({ server, key: platformKey })
  await admin.tenants.create({ name: 'demo', sandbox: true, policy: { allow: { imageBuilds: true } } })
  await admin.clusters.create({ tenant: 'demo' }, demoCluster).wait()
  const { key } = await admin.keys.create({ tenant: 'demo' }, { name: 'how-to', role: 'admin' })
  return { server, key, platformKey, client: new Hubfleet({ server, key }), admin, database: hubfleet.database }
}
