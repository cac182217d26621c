import { Type, type TSchema } from 'typebox'
import { MoneySchema } from '../plan.ts'

const orNull = <Schema extends TSchema>(schema: Schema, description?: string) => Type.Union([schema, Type.Null()], description ? { description } : {})
const binding = Type.String({ description: 'What stops one more user on a node: memory, cpu, pods or volumes' })

export const MoneyRangeSchema = Type.Object({ low: MoneySchema, expected: MoneySchema, high: MoneySchema }, { $id: 'MoneyRange' })

/** The fields of what something is estimated to cost. */
export const estimateFields = {
  method: Type.String({ description: 'closed-form or simulation' }),
  seed: orNull(Type.Integer(), 'Of a simulation'),
  monthly: MoneyRangeSchema,
  perUser: orNull(MoneySchema, 'Expected, per user and month; null without users'),
  perActiveDay: orNull(MoneySchema, 'Expected, per user and day on which he is there'),
  term: orNull(Type.Object({ hours: Type.Number(), months: Type.Number(), low: MoneySchema, total: MoneySchema, high: MoneySchema, perUser: orNull(MoneySchema) }, { $id: 'EstimateTerm' }), 'Of the calendar, or of so many months'),
  fixed: MoneySchema,
  variable: MoneySchema,
  components: Type.Array(Type.Object({
    name: Type.String(), of: orNull(Type.String(), 'The pool, the type of users or the extra'), kind: Type.String({ description: 'fixed: due when nobody logs in; variable: what use adds' }),
    amount: orNull(MoneySchema, 'Null: the price is not known'), quantity: Type.Number(), unit: Type.String(), detail: Type.String(),
  }, { $id: 'EstimateComponent' }), { description: 'What is billed, line by line; known amounts add up to the expected amount' }),
  peakNodes: Type.Integer(),
  peakServers: Type.Integer(),
  peakAt: orNull(Type.String(), 'When most nodes run, by the clock of the users; null when they never change'),
  waits: Type.Object({
    atOnce: Type.Integer({ description: 'At the worst moment' }), at: orNull(Type.String()), perWeek: Type.Number({ description: 'Starts of a week that wait' }),
    minutes: orNull(Type.Object({ median: Type.Number(), p95: Type.Number() }, { $id: 'EstimateWaitMinutes' }), 'Of whoever waits'),
  }, { $id: 'EstimateWaits', description: 'Who waits for a node to start' }),
  busiestWeek: Type.Object({ week: Type.Integer(), servers: Type.Array(Type.Number()), nodes: Type.Array(Type.Number()) }, { $id: 'EstimateWeek', description: 'Hourly means of the week with the most servers, from Monday 00:00' }),
  binding,
  slotsPerNode: Type.Integer(),
  pools: Type.Array(Type.Object({
    name: Type.String(), machine: Type.String(), slotsPerNode: Type.Integer(), binding, strandedMemory: Type.Number({ description: 'Share of a node\'s memory that no user can get' }), strandedCpu: Type.Number(),
    peakNodes: Type.Integer(), nodeHours: Type.Number({ description: 'Expected, per month' }), serverHours: Type.Number({ description: 'The same of servers' }), unserved: Type.Integer({ description: 'Servers that find no room at the worst moment, since the pool is at its maximum' }),
    types: Type.Array(Type.Object({ name: Type.String(), slotsPerNode: Type.Integer(), binding }, { $id: 'EstimateTypeFit' })),
  }, { $id: 'EstimatedPool' })),
  assumptions: Type.Array(Type.String()),
  warnings: Type.Array(Type.String()),
  incomplete: Type.Array(Type.String(), { description: 'What has no known price: with any of it, the amount is not the whole truth' }),
  catalogue: orNull(Type.Object({ provider: Type.String(), version: Type.String(), asOf: Type.String(), fictional: Type.Boolean() }, { $id: 'EstimateCatalogue' }), 'The prices it was reckoned with'),
}

export const EstimateSchema = Type.Object(estimateFields, { $id: 'Estimate' })

/** Each of these is the estimate's own input with some fields instead. */
const variant = {
  instead: Type.Record(Type.String(), Type.Unknown(), { description: 'Fields of the input: put in instead of what was there, they give this amount' }),
  monthly: MoneySchema, percent: Type.Number({ description: 'Against what was asked for; less than 0 is cheaper' }),
}
const SuggestionSchema = Type.Object({ change: Type.String(), ...variant, saving: MoneySchema, givesUp: Type.String({ description: 'In words, those who wait longer included' }) }, { $id: 'EstimateSuggestion' })

const AdviceSchema = Type.Object({
  comparedWith: MoneySchema,
  alternatives: Type.Array(Type.Object({
    mode: Type.String({ description: 'autoscaled, fixed or spot' }), ...variant, perUser: orNull(MoneySchema), difference: MoneySchema, peakNodes: Type.Integer(),
    waiting: Type.Integer({ description: 'Who waits at the worst moment for a node to start' }), words: Type.String(),
  }, { $id: 'EstimateAlternative' }), { description: 'Ways to have the same nodes, without those that have no known price' }),
  sensitivities: Type.Array(Type.Object({ change: Type.String(), ...variant, difference: MoneySchema, words: Type.String({ examples: ['Culling after 30 instead of 60 minutes saves 14 %.'] }) }, { $id: 'EstimateSensitivity' }), { description: 'What the cost hangs on' }),
  suggestions: Type.Array(SuggestionSchema, { description: 'What is cheaper and still holds everybody, the most saving first' }),
  together: orNull(SuggestionSchema, 'All suggestions at once; null where that saves no more than the first'),
}, { $id: 'EstimateAdvice', description: 'What else could be done. All of it is in closed form, and so is `comparedWith`, the month that was asked for: of an estimate by simulation it differs from the expected amount.' })

export const EstimateWithAdviceSchema = Type.Object({ ...estimateFields, advice: AdviceSchema }, { $id: 'EstimateWithAdvice' })
