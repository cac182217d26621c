import { eventsAfter, read, startOfEvents, type Call, type Control, type EventFilter, type EventSchema } from '@hubfleet/control'
import type { Static } from 'typebox'
import { invalid } from '../call-options.ts'
import type { Changes } from '../changes.ts'
import { heartbeatMs } from './sse.ts'

export type TenantEvent = Static<typeof EventSchema>
export interface EventStart { tenantId: string; position: number; filter: EventFilter }

type Asked = Pick<Call, 'caller' | 'params'>

/** Where a stream begins: after the event that the client had last, or now. Throws what forbids the reading, and for an id that is none of ours: to begin now would lose what came between. */
export async function startStream(control: Control, call: Asked, filters: { type?: string[]; hub?: string }, lastEventId: string | undefined): Promise<EventStart> {
  if (lastEventId !== undefined && !/^\d{1,15}$/.test(lastEventId)) throw invalid('last-event-id', 'This must be the id of an event of this stream, or 0 for the oldest.')
  return await read(control, startOfEvents, { ...call, input: { after: lastEventId === undefined ? null : Number(lastEventId), ...filters } }) as unknown as EventStart
}

/**
 * The events of a tenant after a position, without end; a number, as a heartbeat, is the position up to which they were told. Positions become visible in their order, so none is
 * lost. `recheck` throws when the key is no longer valid.
 */
export async function* tenantEvents(control: Control, changes: Changes, call: Asked, { tenantId, position, filter }: EventStart, signal: AbortSignal, recheck: () => Promise<void>): AsyncGenerator<TenantEvent | number> {
  const watch = changes.watch(`events ${tenantId}`, signal)
  try {
    yield position
    for (let after = position; !watch.ended;) {
      await recheck()
      const { items, position: last, more } = await read(control, eventsAfter, { ...call, input: { after, filter } }) as unknown as { items: TenantEvent[]; position: number; more: boolean }
      yield* items
      after = last
      if (more) continue
      await watch.next(heartbeatMs)
      if (items.length === 0) yield after
    }
  } finally {
    watch.close()
  }
}
