import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { Problem } from '@hubfleet/core'
import { platformScope, sql, transaction, type Database } from '@hubfleet/database'

const journal = new URL('../../../migrations/meta/_journal.json', import.meta.url)

/** `/healthz`: the process answers. `/readyz`: so does the database, and its schema is this version's or newer. */
export function addHealth(app: FastifyInstance, database: Database): void {
  let wanted: Promise<number> | undefined
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    if ((await appliedMigration(database)) < (await (wanted ??= newestMigration()))) throw new Problem('unavailable', {}, { retryAfterSeconds: 2 })
    return { status: 'ready' }
  })
}

const newestMigration = async (): Promise<number> => {
  const { entries } = JSON.parse(await readFile(journal, 'utf8')) as { entries: { when: number }[] }
  return Math.max(...entries.map(({ when }) => when))
}

const appliedMigration = (database: Database): Promise<number> => transaction(database, platformScope, async (tx) => {
  const { rows: [newest] } = await tx.execute<{ when: string | null }>(sql`select max(created_at) as "when" from hubfleet_migrations.__drizzle_migrations`)
  return Number(newest?.when ?? 0)
})
