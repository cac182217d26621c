import { core } from '../drizzle.ts'

const { text, timestamp, integer } = core

/** Columns that most tables share. Times are UTC with milliseconds. */
export const id = () => text().primaryKey()
export const at = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })
export const createdAt = () => at().notNull().defaultNow()
export const tenantId = () => text().notNull()
export const generation = () => integer().notNull().default(1)
