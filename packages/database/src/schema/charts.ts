import { core } from '../drizzle.ts'
import { createdAt } from './columns.ts'

const { index, jsonb, pgTable, text } = core

/** Charts that were fetched once, by the digest of their archive. A fact of the world and so of no tenant. */
export const charts = pgTable('charts', {
  digest: text().primaryKey(),
  source: text().notNull(),
  name: text().notNull(),
  version: text().notNull(),
  appVersion: text().notNull(),
  kubeVersion: text().notNull(),
  schema: jsonb().$type<Record<string, unknown>>().notNull(),
  fetchedAt: createdAt(),
}, (t) => [index('charts_version').on(t.source, t.version)])

export type ChartRow = typeof charts.$inferSelect
