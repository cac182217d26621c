import { core } from '../drizzle.ts'
import type { CullWarning } from '@hubfleet/core'
import { at, id, tenantId } from './columns.ts'
import { hubs } from './hubs.ts'

const { index, jsonb, pgTable, text } = core

/** The hubs that Hubfleet itself culls, each with when it does so next. The id is the hub's with another prefix. */
export const cullings = pgTable('cullings', {
  id: id(),
  hubId: text().notNull().references(() => hubs.id),
  tenantId: tenantId(),
  /** What is said to people now. */
  warnings: jsonb().$type<CullWarning[]>().notNull().default([]),
  /** The last round, by the clock that the hub's cluster lives by. */
  roundAt: at(),
  wakeAt: at(),
}, (t) => [index('cullings_wake').on(t.wakeAt), index('cullings_tenant').on(t.tenantId)])

export type CullingRow = typeof cullings.$inferSelect

export const cullingId = (hubId: string): string => hubId.replace(/^hub_/, 'culling_')
