import { Type } from 'typebox'
import { matchesPattern, Problem } from '@hubfleet/core'
import { and, asc, eq, events, gt, sql } from '@hubfleet/database'
import { query } from '../verb.ts'
import { NullableText } from '../wire.ts'
import { eventFilters, EventSchema, PatternsSchema, showEvent } from './event.ts'
import { hubIdOf } from './read.ts'

export const eventBatch = 500

/** What a stream is narrowed to, once it is known which hub is meant. */
export interface EventFilter { type: string[] | null; hubId: string | null }

/** Where a stream begins: after a position, or where the end is now. A position whose event is not there any more would lose what was forgotten with it. */
export const startOfEvents = query({
  noun: 'event', verb: 'follow', summary: 'What happens in a tenant, as it happens', action: 'tenant:read',
  input: Type.Object({ after: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]), ...eventFilters }, { additionalProperties: false }),
  answer: Type.Object({ tenantId: Type.String(), position: Type.Integer(), filter: Type.Object({ type: Type.Union([PatternsSchema, Type.Null()]), hubId: NullableText }) }),
  async run(context, { after, type, hub }) {
    const { tx, tenant } = context
    const filter: EventFilter = { type: type ?? null, hubId: hub === undefined ? null : await hubIdOf(context, hub) }
    const [end] = after === null
      ? await tx.select({ position: sql<number>`coalesce(max(${events.position}), 0)::float8` }).from(events).where(eq(events.tenantId, tenant.id))
      : await tx.select({ position: events.position }).from(events).where(and(eq(events.tenantId, tenant.id), eq(events.position, after)))
    if (!end && after !== 0) throw new Problem('event-unknown', { id: String(after) })
    return { tenantId: tenant.id, position: end?.position ?? 0, filter }
  },
})

/** The next events after a position, and up to where they were looked for: what is filtered out is not read twice. */
export const eventsAfter = query({
  noun: 'event', verb: 'follow', summary: 'What happens in a tenant, as it happens', action: 'tenant:read',
  input: Type.Object({ after: Type.Integer({ minimum: 0 }), filter: Type.Object({ type: Type.Union([PatternsSchema, Type.Null()]), hubId: NullableText }) }, { additionalProperties: false }),
  answer: Type.Object({ items: Type.Array(EventSchema), position: Type.Integer(), more: Type.Boolean() }),
  async run({ tx, tenant }, { after, filter: { type, hubId } }) {
    const rows = await tx.select().from(events).where(and(eq(events.tenantId, tenant.id), gt(events.position, after))).orderBy(asc(events.position)).limit(eventBatch)
    const wanted = rows.filter((row) => (hubId === null || row.hubId === hubId) && (type === null || matchesPattern(row.type, type)))
    return { items: wanted.map(showEvent), position: rows.at(-1)?.position ?? after, more: rows.length === eventBatch }
  },
})
