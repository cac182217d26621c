import { Type } from 'typebox'
import { eventPattern } from '@hubfleet/core'
import type { EventRow } from '@hubfleet/database'
import { IdSchema, NullableText, TimeSchema } from '../wire.ts'

export const EventSchema = Type.Object({
  id: IdSchema('evt'),
  position: Type.Integer({ description: 'Its place in the order in which events became visible: what comes later has a higher one' }),
  type: Type.String({ examples: ['hub.create', 'operation.succeeded'] }),
  timestamp: TimeSchema,
  tenantId: IdSchema('tenant'),
  subject: Type.String({ description: 'Id of what it is about' }),
  hubId: { ...NullableText, description: 'The hub that it is about' },
  data: Type.Record(Type.String(), Type.Unknown(), { description: 'What the type of event says; the webhooks of the OpenAPI document have the schema of each' }),
}, { $id: 'Event' })

export const showEvent = (row: EventRow) => ({
  id: row.id, position: row.position!, type: row.type, timestamp: row.createdAt.toISOString(), tenantId: row.tenantId, subject: row.subject, hubId: row.hubId, data: row.data,
})

/** How types of events are asked for. */
export const patternWords = 'Types of events: hub.culled, all of a noun as budget.*, what happened to any as *.failed, or *'

export const PatternsSchema = Type.Array(Type.String({ pattern: eventPattern, maxLength: 63 }), { minItems: 1, maxItems: 50, description: patternWords, examples: [['operation.*', 'hub.degraded']] })

/** What a list or a stream of events may be narrowed to. */
export const eventFilters = {
  type: Type.Optional(PatternsSchema),
  hub: Type.Optional(Type.String({ minLength: 1, maxLength: 63, description: 'Only what is about this hub, by id or name' })),
}
