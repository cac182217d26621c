/**
 * Databases for tests: each test file gets its own, copied from a template that is migrated once. The server is the one that
 * the test run started (`HUBFLEET_TEST_POSTGRES`, an administrator's address), or one of the file's own.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { connect } from './connect.ts'
import { asAdmin, startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import type { Database } from './transaction.ts'

interface Teardown { teardown(handler: () => Promise<unknown>): void }

/** What a template holds beyond our own tables, e.g. the job engine's. `name` must change with what it prepares. */
export interface TemplateExtra { name: string; prepare(connectionString: string): Promise<void> }

/** An own, migrated database; it goes when the test ends. */
export async function testDatabase(t: Teardown, extra?: TemplateExtra): Promise<Database> {
  const admin = process.env['HUBFLEET_TEST_POSTGRES'] ?? (await startOwn(t))
  const template = await ensureTemplate(admin, extra)
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(admin, (client) => client.query(`create database ${name} template ${template} owner hubfleet`))
  const database = connect(onDatabase(admin, name), { max: 10 })
  t.teardown(async () => {
    await database.close()
    await asAdmin(admin, (client) => client.query(`drop database ${name} with (force)`))
  })
  return database
}

async function startOwn(t: Teardown): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'hubfleet-test-'))
  const server = await startEmbedded(directory)
  t.teardown(async () => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  })
  return server.adminConnectionString
}

async function ensureTemplate(admin: string, extra: TemplateExtra | undefined): Promise<string> {
  const name = `template_${await migrationsHash()}${extra ? `_${extra.name}` : ''}`
  await asAdmin(admin, async (client) => {
    await client.query('select pg_advisory_lock(1)')
    await client.query(`do $$ begin create role hubfleet login; exception when duplicate_object then null; end $$`)
    if ((await client.query('select from pg_database where datname = $1', [name])).rowCount) return
    // Under another name until it is whole: a run that was cut must not leave a half-made template.
    await client.query(`drop database if exists ${name}_new`)
    await client.query(`create database ${name}_new owner hubfleet`)
    await migrate(onDatabase(admin, `${name}_new`))
    await extra?.prepare(onDatabase(admin, `${name}_new`))
    await client.query(`alter database ${name}_new rename to ${name}`)
  })
  return name
}

/** The same server, as the plain role. */
function onDatabase(admin: string, name: string): string {
  const { host, port } = new pg.Client({ connectionString: admin })
  return host.startsWith('/') ? `postgres://hubfleet@/${name}?host=${encodeURIComponent(host)}` : `postgres://hubfleet@${host}:${port}/${name}`
}

async function migrationsHash(): Promise<string> {
  const folder = fileURLToPath(new URL('../../../migrations', import.meta.url))
  const hash = createHash('sha256')
  for (const file of (await readdir(folder)).filter((f) => f.endsWith('.sql')).sort()) hash.update(await readFile(join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}
