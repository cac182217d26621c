import { core } from '../drizzle.ts'
import { at, tenantId } from './columns.ts'

const { pgTable, primaryKey, text } = core

/** People whom a tenant has measured, by pseudonyms; kept from when on the tenant has a key for them (`tenants.person_key`). */
export const persons = pgTable('persons', {
  tenantId: tenantId(),
  /** Of the name, by the tenant's key. */
  pseudonym: text().notNull(),
  /** Null once it is erased. */
  name: text(),
  /** What rows have instead of an erased name, those that come late too. */
  tombstone: text(),
  erasedAt: at(),
  /** The last hour that was computed with something of theirs. */
  seenAt: at().notNull(),
}, (t) => [primaryKey({ columns: [t.tenantId, t.pseudonym] })])

export type PersonRow = typeof persons.$inferSelect
