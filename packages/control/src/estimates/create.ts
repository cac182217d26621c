import { Type } from 'typebox'
import { MoneySchema } from '../plan.ts'
import { query } from '../verb.ts'
import { estimate, type EstimateInput } from '@hubfleet/pricing'

/** Far beyond any hub, and small enough that no sum of products leaves what a price can hold. */
const most = 1_000_000
const positive = (description: string) => Type.Optional(Type.Number({ minimum: 0, maximum: most, description }))
const count = () => Type.Integer({ minimum: 0, maximum: most })
const bootDisk = Type.Optional(Type.Union([Type.Object({ gib: Type.Number({ minimum: 0, maximum: most }), storageClass: Type.Optional(Type.String()) }, { additionalProperties: false }), Type.Null()]))
const hour = Type.Number({ minimum: 0, maximum: 24 })

/** What anybody can ask, without a hub: the estimator's own input. */
export const EstimateInputSchema = Type.Object({
  provider: Type.String({ description: 'gcp, azure, aws, sandbox, or own with ownPrices', examples: ['gcp'] }),
  region: Type.String({ examples: ['us-central1'] }),
  users: Type.Object({
    count: count(), memoryGuaranteeGiB: Type.Number({ exclusiveMinimum: 0, maximum: most }), cpuGuarantee: positive('Cores'), homeGiB: positive('Size of each home'),
    storageClass: Type.Optional(Type.Union([Type.String(), Type.Null()])), homes: Type.Optional(count()),
  }, { $id: 'EstimateUsers', additionalProperties: false }),
  userPools: Type.Array(Type.Object({
    name: Type.Optional(Type.String()), machine: Type.String(), min: Type.Optional(count()), max: Type.Optional(count()), share: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    spotShare: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })), bootDisk,
  }, { $id: 'EstimatePool', additionalProperties: false }), { minItems: 1, maxItems: 20 }),
  corePool: Type.Optional(Type.Union([Type.Object({ machine: Type.String(), count: count(), bootDisk }, { $id: 'EstimateCorePool', additionalProperties: false }), Type.Null()])),
  mode: Type.Optional(Type.Object({
    kind: Type.Union([Type.Literal('autoscale'), Type.Literal('fixed')]), nodes: Type.Optional(count()), peakUsers: Type.Optional(count()), headroom: positive('Share of the peak'),
  }, { $id: 'EstimateMode', additionalProperties: false })),
  pattern: Type.Optional(Type.Object({
    peakConcurrent: positive('Share of the users at the peak'), activeHoursPerWeek: positive('Per user'),
    classes: Type.Optional(Type.Array(Type.Object({ day: Type.Integer({ minimum: 0, maximum: 6 }), start: hour, hours: hour, attendance: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })) }, { additionalProperties: false }), { maxItems: 200 })),
  }, { $id: 'EstimatePattern', additionalProperties: false })),
  culling: Type.Optional(Type.Union([Type.Object({ timeoutSeconds: Type.Integer({ minimum: 60, maximum: 31_536_000 }), everySeconds: Type.Integer({ minimum: 10, maximum: 31_536_000 }), maxAgeSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 31_536_000 })) }, { additionalProperties: false }), Type.Null()])),
  placeholders: Type.Optional(count()),
  loadBalancers: Type.Optional(count()), addresses: Type.Optional(count()),
  controlPlane: Type.Optional(Type.Union([Type.String(), Type.Null()])), sharedByHubs: Type.Optional(Type.Integer({ minimum: 1, maximum: most })),
  hubDiskGiB: positive(''), egressGiB: positive('Per month'), hoursPerMonth: positive('Default 730'), discount: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'Share taken off the on-demand price of nodes' })),
  sustainedUse: Type.Optional(Type.Boolean()), months: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
  extras: Type.Optional(Type.Array(Type.Object({ name: Type.String(), perMonth: Type.Number({ minimum: 0, maximum: most }) }, { additionalProperties: false }), { maxItems: 50 })),
}, { $id: 'EstimateInput', additionalProperties: false })

export const EstimateSchema = Type.Object({
  monthly: Type.Object({ low: MoneySchema, expected: MoneySchema, high: MoneySchema }, { $id: 'MoneyRange' }),
  perUser: Type.Union([MoneySchema, Type.Null()]),
  fixed: MoneySchema,
  variable: MoneySchema,
  components: Type.Array(Type.Record(Type.String(), Type.Unknown()), { description: 'What is billed, line by line; known amounts add up to the expected amount' }),
  peakNodes: Type.Integer(),
  assumptions: Type.Array(Type.String()),
  warnings: Type.Array(Type.String()),
  incomplete: Type.Array(Type.String(), { description: 'What has no known price: with any of it, the amount is not the whole truth' }),
}, { $id: 'Estimate', additionalProperties: true })

export const createEstimate = query({
  noun: 'estimate', verb: 'create', summary: 'What a hub would cost', description: 'Keeps nothing. Amounts are list prices in USD, without tax.', action: 'tenant:read', post: true,
  input: EstimateInputSchema,
  answer: EstimateSchema,
  run: async (_context, input) => estimate(input as unknown as EstimateInput) as unknown as Record<string, unknown>,
})
