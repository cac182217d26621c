import { Type } from 'typebox'
import { isId, Problem } from '@hubfleet/core'
import { and, asc, eq, events, gt, gte, isNotNull, sql } from '@hubfleet/database'
import { loadHub } from '../hubs/hub.ts'
import { pageInput, pageOf, placeCursors } from '../pagination.ts'
import { query, type ReadContext } from '../verb.ts'
import { Nothing, TimeSchema } from '../wire.ts'
import { eventFilters, EventSchema, showEvent } from './event.ts'

/** In the order of positions: events are added at the end only, so pages lose none. */
export const listEvents = query({
  noun: 'event', verb: 'list', summary: 'What happened in a tenant, the oldest first', action: 'tenant:read',
  description: 'Asked for as `text/event-stream` it goes on as things happen. Events are kept for 90 days.',
  input: pageInput({ ...eventFilters, since: Type.Optional({ ...TimeSchema, description: 'Only what happened from then on' }) }), answer: pageOf(EventSchema, 'EventPage'),
  async run(context, { limit = 20, cursor, type, hub, since }) {
    const { tx, control, tenant } = context
    const cursors = placeCursors(control, 'events', [tenant.id, type, hub, since])
    const [after = 0] = cursors.read(cursor)
    const rows = await tx.select().from(events).where(and(
      eq(events.tenantId, tenant.id), gt(events.position, after), hub === undefined ? undefined : eq(events.hubId, await hubIdOf(context, hub)),
      type && sql`${events.type} like any(${sql.param(type.map((pattern) => pattern.replaceAll('*', '%')))}::text[])`, since === undefined ? undefined : gte(events.createdAt, new Date(since)),
    )).orderBy(asc(events.position)).limit(limit + 1)
    const items = rows.slice(0, limit).map(showEvent)
    return { items, nextCursor: rows.length > limit ? cursors.write([items.at(-1)!.position]) : null }
  },
})

export const getEvent = query({
  noun: 'event', verb: 'get', summary: 'An event', action: 'tenant:read', input: Nothing, answer: EventSchema,
  async run({ tx, tenant, params }) {
    const [row] = await tx.select().from(events).where(and(eq(events.tenantId, tenant.id), eq(events.id, params.event!), isNotNull(events.position)))
    if (!row) throw new Problem('not-found', { noun: 'event', ref: params.event! })
    return showEvent(row)
  },
})

/** Of a hub that is gone only the id is known, and is enough. */
export const hubIdOf = async (context: ReadContext, ref: string): Promise<string> => (isId(ref, 'hub') ? ref : (await loadHub({ ...context, params: { hub: ref } })).id)
