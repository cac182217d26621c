import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../../packages/database/src/index.ts'
import { testDatabase } from '../../packages/database/src/testing.ts'
import { completePolicy, strictPolicy } from '../../packages/core/src/index.ts'
import { readConfig, startHubfleet } from '../../packages/main/src/index.ts'
import { Hubfleet } from '../../packages/sdk/src/index.ts'
import { program } from '../kubernetes/programs.ts'
import { temporaryFolder } from '../processes/temporary.ts'

export interface Scope { teardown(work: () => Promise<unknown>): void; comment(...words: unknown[]): void }

/** Folder of the chart that the tests install: the one that HUBFLEET_TEST_CHART names, such as an unpacked official one, or the stand-in. */
export const chart = process.env['HUBFLEET_TEST_CHART'] ?? join(import.meta.dirname, '../../packages/cluster/chart/jupyterhub')

export const chartVersion = async (): Promise<string> => /^version: *"?([^"\s]+)/m.exec(await readFile(join(chart, 'Chart.yaml'), 'utf8'))?.[1] ?? ''

export interface Installation {
  url: string
  /** Of a platform admin. */
  key: string
  /** With that key. */
  client: Hubfleet
  /** Its own. */
  database: Database
  /** A tenant whose raw values may hold everything: what a bed lacks is made up for by them. */
  tenant: string
}

/** A whole Hubfleet in this process with a database of its own, which reaches clusters in `allowNetworks`. */
export async function startInstallation(t: Scope, { allowNetworks = '127.0.0.0/8', helm = program('helm'), chartSource = chart, meteringSeconds = 300 } = {}): Promise<Installation> {
  const { dir, remove } = await temporaryFolder('hubfleet-life-')
  t.teardown(remove)
  const database = await testDatabase(t)
  const config = await readConfig({
    HUBFLEET_DATA: dir, HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent', DATABASE_URL: database.connectionString, HUBFLEET_SECRET_KEYS: `a:${randomBytes(32).toString('base64')}`,
    HUBFLEET_HELM: helm, HUBFLEET_CHART_SOURCE: chartSource, HUBFLEET_ALLOW_NETWORKS: allowNetworks, HUBFLEET_METERING_SECONDS: String(meteringSeconds),
  })
  const hubfleet = await startHubfleet(config, { info() {}, error: (message, error) => t.comment(message, error) })
  t.teardown(() => hubfleet.stop())
  const url = hubfleet.url!
  const key = await hubfleet.newAdminKey('life')
  const client = new Hubfleet({ server: url, key })
  const allow = Object.fromEntries(Object.keys(strictPolicy.allow).map((capability) => [capability, true]))
  await client.tenants.create({ name: 'physics', policy: completePolicy({ allow }) })
  return { url, key, client, database, tenant: 'physics' }
}
