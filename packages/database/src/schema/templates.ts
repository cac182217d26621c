import { core } from '../drizzle.ts'
import type { TemplateParameter } from '@hubfleet/core'
import { createdAt, id, tenantId } from './columns.ts'

const { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } = core

/** What hubs of one kind have in common. Those of the platform can be used, and not changed, by every tenant. */
export const templates = pgTable('templates', {
  id: id(),
  tenantId: tenantId(),
  name: text().notNull(),
  description: text().notNull(),
  /** The newest version. */
  version: integer().notNull().default(1),
  managedBy: text(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
}, (t) => [uniqueIndex('templates_name').on(t.tenantId, t.name), index('templates_list').on(t.tenantId, t.createdAt, t.id)])

/** What a template was, immutable: a hub stays with the version that it was made from until somebody moves it on. */
export const templateVersions = pgTable('template_versions', {
  templateId: text().notNull().references(() => templates.id, { onDelete: 'cascade' }),
  version: integer().notNull(),
  tenantId: tenantId(),
  parameters: jsonb().$type<TemplateParameter[]>().notNull(),
  /** A patch of a hub's spec in which parameters stand for values. */
  spec: jsonb().$type<Record<string, unknown>>().notNull(),
  createdBy: text().notNull(),
  createdAt: createdAt(),
}, (t) => [primaryKey({ columns: [t.templateId, t.version] })])

export type TemplateRow = typeof templates.$inferSelect
export type TemplateVersionRow = typeof templateVersions.$inferSelect
