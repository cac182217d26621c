import { Type } from 'typebox'
import { query, read, type Call, type Control } from '@hubfleet/control'
import { and, asc, eq, events, gt, sql, type EventRow } from '@hubfleet/database'
import { invalid } from '../call-options.ts'
import type { Changes } from '../changes.ts'
import { heartbeatMs, type ServerSentEvent } from './sse.ts'

const batch = 500

export const EventSchema = Type.Object({
  id: Type.String(),
  position: Type.Integer(),
  type: Type.String({ examples: ['hub.create', 'operation.succeeded'] }),
  subject: Type.String({ description: 'Id of what it is about' }),
  data: Type.Record(Type.String(), Type.Unknown()),
  createdAt: Type.String({ format: 'date-time' }),
}, { $id: 'Event' })

/** The next events after a position; `after: null` asks for none, only for where the end is. */
const nextEvents = query({
  noun: 'tenant', verb: 'events', summary: 'What happens in a tenant', action: 'tenant:read',
  input: Type.Object({ after: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]) }, { additionalProperties: false }),
  answer: Type.Object({ items: Type.Array(EventSchema), last: Type.Integer() }),
  async run({ tx, tenant }, { after }) {
    if (after === null) {
      const [end] = await tx.select({ last: sql<number>`coalesce(max(${events.position}), 0)::float8` }).from(events).where(eq(events.tenantId, tenant.id))
      return { items: [], last: end!.last }
    }
    const rows = await tx.select().from(events).where(and(eq(events.tenantId, tenant.id), gt(events.position, after))).orderBy(asc(events.position)).limit(batch)
    return { items: rows.map(showEvent), last: rows.at(-1)?.position ?? after }
  },
})

const showEvent = (row: EventRow) => ({ id: row.id, position: row.position!, type: row.type, subject: row.subject, data: row.data, createdAt: row.createdAt.toISOString() })

/** Where a stream begins: after the event that the client had last, or now. Throws what forbids the reading, and for an id that is none of ours: to begin now would lose what came between. */
export async function startOfEvents(control: Control, call: Pick<Call, 'caller' | 'params'>, lastEventId: string | undefined): Promise<number> {
  if (lastEventId !== undefined && !/^\d{1,15}$/.test(lastEventId)) throw invalid('last-event-id', 'This must be the id of an event of this stream, or 0 for the oldest.')
  const given = lastEventId === undefined ? null : Number(lastEventId)
  const { last } = await read(control, nextEvents, { ...call, input: { after: given } })
  return given ?? (last as number)
}

/** The events of a tenant after a position, without end. Positions become visible in their order, so none is lost. `recheck` throws when the key is no longer valid. */
export async function* tenantEvents(
  control: Control, changes: Changes, call: Pick<Call, 'caller' | 'params'>, after: number, signal: AbortSignal, recheck: () => Promise<void>,
): AsyncGenerator<ServerSentEvent | null> {
  const watch = changes.watch('events', signal)
  try {
    for (let position = after; !watch.ended;) {
      await recheck()
      const { items, last } = await read(control, nextEvents, { ...call, input: { after: position } }) as { items: ReturnType<typeof showEvent>[]; last: number }
      for (const event of items) yield { id: String(event.position), event: event.type, data: event }
      position = last
      if (items.length === batch) continue
      await watch.next(heartbeatMs)
      if (items.length === 0) yield null
    }
  } finally {
    watch.close()
  }
}
