import { core } from '../drizzle.ts'
import { at, tenantId } from './columns.ts'

const { pgTable, primaryKey, text } = core

/** People whom a tenant has measured, by pseudonyms; kept from when on the tenant has a key for them (`tenants.person_key`). */
export const persons = pgTable('persons', {
  tenantId: tenantId(),
  /** Of the name, by the tenant's key. */
  pseudonym: text().notNull(),
  name: text().notNull(),
  /** The last hour that was computed with something of theirs. */
  seenAt: at().notNull(),
}, (t) => [primaryKey({ columns: [t.tenantId, t.pseudonym] })])

export type PersonRow = typeof persons.$inferSelect
