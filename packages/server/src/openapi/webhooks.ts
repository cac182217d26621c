import { EventSchema } from '@hubfleet/control'
import { CallEventSchema, eventCatalogue } from '@hubfleet/core'
import type { VerbEndpoint } from '../endpoints.ts'
import type { Components } from './components.ts'

type Json = Record<string, unknown>

/** What is sent to webhooks: each type of event with the schema of its data, and each verb, that it was accepted. */
export function webhookItems(verbs: readonly VerbEndpoint[], components: Components): Record<string, Json> {
  const event = components.addAnswered(EventSchema)
  const call = components.addAnswered({ ...CallEventSchema, $id: 'CallEvent' })
  const told = Object.entries(eventCatalogue).map(([type, { summary, data }]) => [type, item(type, summary, event, components.addAnswered(data))] as const)
  const accepted = verbs.map(({ verb: { noun, verb, summary } }) => [`${noun}.${verb}`, item(`${noun}.${verb}`, `Accepted: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`, event, call)] as const)
  return Object.fromEntries([...told, ...accepted].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const item = (type: string, summary: string, event: unknown, data: unknown): Json => ({
  post: {
    operationId: `event-${type}`, summary, tags: ['webhook'], security: [],
    parameters: ['id', 'timestamp', 'signature'].map((name) => ({ $ref: `#/components/parameters/Webhook${name.charAt(0).toUpperCase()}${name.slice(1)}` })),
    requestBody: { required: true, content: { 'application/json': { schema: { allOf: [event, { type: 'object', properties: { type: { const: type }, data } }] } } } },
    responses: { '2XX': { description: 'Taken' }, 410: { description: 'Send nothing any more: the webhook is disabled' }, default: { description: 'Not taken: it is sent again, for three days' } },
  },
})
