import { core } from '../drizzle.ts'
import { at, createdAt, generation, id } from './columns.ts'

const { index, integer, jsonb, pgTable, text } = core

/*
 * Prices are nobody's: every tenant reads them, and only the platform writes them (`migrations`, where the three rows of `catalogues` are made).
 */

/** The clouds whose prices are refreshed, each with when that is done next. The id is `catalogue_` and the provider. */
export const catalogues = pgTable('catalogues', {
  id: id(),
  provider: text().notNull(),
  generation: generation(),
  wakeAt: at(),
}, (t) => [index('catalogues_wake').on(t.wakeAt)])

/** What came of each refresh, for good: an old estimate names the version that it was made with. */
export const catalogueVersions = pgTable('catalogue_versions', {
  /** Provider and moment. */
  id: id(),
  provider: text().notNull(),
  state: text().$type<'applied' | 'rejected'>().notNull(),
  /** Day of the figures, YYYY-MM-DD. */
  asOf: text().notNull(),
  /** Where they were read. */
  source: text().notNull(),
  /** sha256 of the prices that were told. */
  digest: text().notNull(),
  found: integer().notNull(),
  changed: integer().notNull(),
  /** Why all of it was refused; none for an applied one. */
  reasons: jsonb().$type<string[]>().notNull(),
  /** Figures that stayed as they were: all that were odd, and those of what was missing, as far as there is room. */
  kept: jsonb().$type<{ figure: string; was: number | null; found: number | null; why: string }[]>().notNull(),
  keptCount: integer().notNull(),
  /** The whole catalogue as `packages/pricing` knows it; null for a rejected one. */
  catalogue: jsonb().$type<Record<string, unknown>>(),
  createdAt: createdAt(),
}, (t) => [index('catalogue_versions_newest').on(t.provider, t.createdAt)])

export type CatalogueVersionRow = typeof catalogueVersions.$inferSelect
