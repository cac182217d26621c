import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { drizzle, migrate as runMigrations } from './drizzle.ts'

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url))
const lockKey = 7263012

/** Brings the database's schema to this version. Safe to call from several processes at once: one migrates, the others wait. */
export async function migrate(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await refusePowerfulRole(client)
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await runMigrations(drizzle(client), { migrationsFolder: folder, migrationsSchema: 'hubfleet_migrations' })
  } finally {
    await client.end()
  }
}

/** Row-level security does not hold a superuser or a role with BYPASSRLS: with such a role the wall between tenants would be painted on. */
async function refusePowerfulRole(client: pg.Client): Promise<void> {
  const { rows: [role] } = await client.query<{ name: string; powerful: boolean; version: number }>(
    `select current_user as name, rolsuper or rolbypassrls as powerful, current_setting('server_version_num')::int / 10000 as version from pg_roles where rolname = current_user`)
  if (role && role.version < 15) throw new Error(`PostgreSQL ${role.version} is too old: Hubfleet needs 15 or newer.`)
  if (role?.powerful) {
    throw new Error(`The database role ${role.name} is a superuser or has BYPASSRLS, so row-level security would not hold it. ` +
      `Next step: create role hubfleet login password '…'; create database hubfleet owner hubfleet; and name that role in DATABASE_URL.`)
  }
}
