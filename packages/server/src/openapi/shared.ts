import { savePlanWords } from '../call-options.ts'

/*
 * Headers and parameters that many operations share.
 */

export const parameters = {
  ValidateOnly: { name: 'validateOnly', in: 'query', description: 'Answers the plan with 200 and changes nothing', schema: { type: 'boolean' } },
  SavePlan: { name: 'savePlan', in: 'query', description: savePlanWords, schema: { type: 'boolean' } },
  IdempotencyKey: { name: 'Idempotency-Key', in: 'header', description: 'The same request sent twice with the same key happens once; for 24 hours. Bare or quoted', schema: { type: 'string', minLength: 1, maxLength: 255 } },
  IfMatch: { name: 'If-Match', in: 'header', description: 'The ETag of the revision that is changed; another one answers 412', schema: { type: 'string', examples: ['"r12"'] } },
  LastEventId: { name: 'Last-Event-ID', in: 'header', description: 'Id of the last event that was received: the stream goes on after it, losing none. 0 begins with the oldest; without it the stream begins now', schema: { type: 'string' } },
  WebhookId: { name: 'webhook-id', in: 'header', required: true, description: 'Id of the event: the same whenever it is sent again', schema: { type: 'string' } },
  WebhookTimestamp: { name: 'webhook-timestamp', in: 'header', required: true, description: 'Seconds since 1970 at which this attempt was signed', schema: { type: 'string' } },
  WebhookSignature: { name: 'webhook-signature', in: 'header', required: true, description: 'As Standard Webhooks has it: `v1,` and the HMAC-SHA256 of id, timestamp and body, in base64; two of them, with a space between, while a secret is rotated', schema: { type: 'string' } },
} as const

export const headers = {
  RequestId: { description: 'Id of the request, as in the log', schema: { type: 'string' } },
  RateLimit: { description: 'What is left of the budget, and seconds until it is full again', schema: { type: 'string', examples: ['"default";r=1199;t=60'] } },
  ETag: { description: 'The revision', schema: { type: 'string', examples: ['"r12"'] } },
  Location: { description: 'Address of the resource', schema: { type: 'string' } },
  OperationLocation: { description: 'Address of the operation', schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds after which to ask again', schema: { type: 'integer' } },
  IdempotencyReplayed: { description: 'true: this is the answer of an earlier request with the same key', schema: { type: 'string', enum: ['true'] } },
} as const
