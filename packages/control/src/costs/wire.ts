import { Type, type Static } from 'typebox'
import { NullableText, TimeSchema } from '../wire.ts'

const AmountSchema = Type.String({ description: 'Exact decimal in the currency beside it, at most six places', examples: ['12.5'] })
const NullableAmount = Type.Union([AmountSchema, Type.Null()])
const amounts = (description: string) => Type.Array(NullableAmount, { description: `${description}, period by period` })
const hours = (description: string) => Type.Array(Type.Number(), { description: `${description}, period by period` })

const KeySchema = Type.Object({
  by: Type.String({ examples: ['hub'] }),
  value: Type.Union([Type.String(), Type.Null()], { description: 'Ids of tenants, hubs and clusters, else names. Null: it is of none, such as what a cluster has beside its hubs' }),
  name: Type.String({ description: 'To show' }),
}, { $id: 'CostKey' })

const SeriesSchema = Type.Object({
  label: Type.String({ description: 'Its keys in words', examples: ['course · servers'] }),
  keys: Type.Array(KeySchema, { description: 'One for each `by`, in its order; of the rest, only those after the first' }),
  rest: Type.Boolean({ description: 'It holds all that are not among the `top`' }),
  currency: Type.String(),
  amounts: amounts('At list prices; null where no price is known of anything'),
  total: NullableAmount,
  before: Type.Union([AmountSchema, Type.Null()], { description: 'The total of the span before, where `before` asked for it' }),
  billed: amounts('As the provider billed it; null until a bill tells of all of it'),
  billedTotal: NullableAmount,
  hours: hours('How long it was there, times how many'),
  coreHours: hours('Reserved cores times hours, of servers'),
  gibHours: hours('Reserved GiB of memory times hours, of servers'),
  unpricedHours: Type.Number({ description: 'So much of its hours has no price: above zero, its amounts are not the whole truth' }),
}, { $id: 'CostSeries' })

export const ForecastSchema = Type.Object({
  from: TimeSchema, to: TimeSchema,
  actual: AmountSchema,
  low: AmountSchema, expected: AmountSchema, high: AmountSchema,
  days: Type.Integer({ description: 'So many days were learned from' }),
  method: Type.String(),
}, { $id: 'CostForecast', description: 'What the present month will have cost; four of five end between low and high' })

const TotalSchema = Type.Object({
  currency: Type.String(),
  amounts: amounts('At list prices'),
  total: NullableAmount,
  before: Type.Union([AmountSchema, Type.Null()], { description: 'Of the span before, where `before` asked for it' }),
  billed: amounts('As the provider billed it'),
  billedTotal: NullableAmount,
  unpricedHours: Type.Number(),
  forecast: Type.Union([ForecastSchema, Type.Null()], { description: 'Where `forecast` asked for it; null as well where nothing can be learned from yet' }),
}, { $id: 'CostTotal' })

const people = (description: string) => Type.Array(Type.Union([Type.Integer(), Type.Null()]), { description })

const UsageSchema = Type.Object({
  hub: Type.Union([KeySchema, Type.Null()], { description: 'Null: all that the report is of' }),
  users: people('Different people who had a server, period by period; null where it is not known: people of several days, clusters or hubs do not add up'),
  peakServers: people('Most servers at once; null where several clusters have a part in it'),
  peakNodes: people('Most nodes at once; null where several clusters have a part in it'),
  serverHours: hours('Servers times hours'),
  gapHours: hours('Hours that were not seen, of each hub or cluster; they cost nothing here, which is not the truth'),
}, { $id: 'CostUsage' })

const RefusedSchema = Type.Object({
  cluster: KeySchema, samples: Type.Integer({ description: 'So many, at any time' }), from: TimeSchema, until: Type.String({ format: 'date-time', description: 'The last of them' }),
}, { $id: 'RefusedSamples', description: 'Samples of a cluster that came when those of their time were dropped already: what they tell is in no amount' })

export const CostReportSchema = Type.Object({
  from: TimeSchema, to: TimeSchema,
  timeZone: Type.String({ description: 'By whose clock the periods are' }),
  by: Type.Array(Type.String(), { description: 'What the series are told apart by', examples: [['hub', 'component']] }),
  every: NullableText,
  beforeFrom: Type.Union([TimeSchema, Type.Null()]), beforeTo: Type.Union([TimeSchema, Type.Null()]),
  periods: Type.Array(Type.Object({ from: TimeSchema, to: TimeSchema, name: Type.String({ examples: ['2026-05'] }) }, { $id: 'CostPeriod' })),
  series: Type.Array(SeriesSchema, { description: 'The dearest first, the rest last; each in one currency' }),
  totals: Type.Array(TotalSchema, { description: 'One for each currency: they are never added' }),
  usage: Type.Array(UsageSchema, { description: 'Of each hub where the report is by hub, else of all. Empty under filters of what usage does not know: component, pool, group and user' }),
  refused: Type.Array(RefusedSchema, { description: 'Of each cluster of which samples that may be of the span came too late' }),
  due: Type.Integer({ description: 'So many hours, days and months of the span are being computed anew' }),
  notes: Type.Array(Type.String(), { description: 'What to know of the figures, in words' }),
}, { $id: 'CostReport' })

const many = (description: string) => Type.Optional(Type.Array(Type.String({ maxLength: 255 }), { maxItems: 100, description }))
const DateSchema = (description: string) => Type.Optional(Type.String({ maxLength: 40, description, examples: ['2026-05-01'] }))

export const dimensions = ['tenant', 'cluster', 'provider', 'region', 'pool', 'hub', 'group', 'user', 'component'] as const
export type Dimension = (typeof dimensions)[number]

export const CostQuestionSchema = Type.Object({
  by: Type.Optional(Type.Array(Type.Union(dimensions.map((name) => Type.Literal(name))), { maxItems: 3, uniqueItems: true, description: 'A series for each of these, or for each pair or triple' })),
  every: Type.Optional(Type.Union((['hour', 'day', 'week', 'month', 'term'] as const).map((name) => Type.Literal(name)), { description: 'Length of the periods; without it, the whole span is one. Terms are those of the tenant' })),
  from: DateSchema('First day, by the tenant\'s clock; of hours also a moment. Without it, the first day of this month'),
  to: DateSchema('The day after the last. Without it, tomorrow'),
  top: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 20, description: 'So many of the first `by`, the dearest of the span; all others together are the rest' })),
  before: Type.Optional(Type.Union([Type.Literal('span'), Type.Literal('year')], { description: 'Totals of as long a span just before, or of the same a year before' })),
  forecast: Type.Optional(Type.Boolean({ description: 'What the present month will have cost' })),
  tenants: many('Of the tenant `platform` only: these tenants, or `*` for all'),
  cluster: many('Only these, by id or name'), provider: many('Only these'), region: many('Only these'), pool: many('Only these'),
  hub: many('Only these, by id or name'), group: many('Only these'), user: many('Only these'), component: many('Only these'),
}, { additionalProperties: false })


export type CostReport = Static<typeof CostReportSchema>
