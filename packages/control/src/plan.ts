import { Type, type Static } from 'typebox'
import { ConfigNoteSchema, CullingMeaningSchema, Problem } from '@hubfleet/core'
import { CullPreviewSchema } from './live.ts'

export const MoneySchema = Type.Object({
  amount: Type.String({ description: 'Decimal with four places', examples: ['12.3400'] }),
  currency: Type.String({ examples: ['USD'] }),
}, { $id: 'Money', additionalProperties: false })

export const ValueChangeSchema = Type.Object({ path: Type.String(), before: Type.Optional(Type.Unknown()), after: Type.Optional(Type.Unknown()) })

/** What a change would do; the answer of every verb under `validateOnly`. */
export const PlanSchema = Type.Object({
  valid: Type.Boolean(),
  diff: Type.Array(Type.Object({ op: Type.String(), path: Type.String(), value: Type.Optional(Type.Unknown()) }), { description: 'JSON Patch (RFC 6902) on the spec' }),
  layers: Type.Optional(Type.Array(Type.Object({ op: Type.String(), path: Type.String(), value: Type.Optional(Type.Unknown()) }), { description: 'JSON Patch on what the spec is composed of: what the hub sets itself (`/own`), its template, and the defaults below' })),
  values: Type.Array(ValueChangeSchema, { description: 'Changed values of the chart, secrets masked' }),
  disruption: Type.Object({
    restarts: Type.Array(Type.String({ examples: ['hub', 'proxy'] })),
    disconnectsUsers: Type.Boolean({ description: 'People who work lose their connection or their server' }),
    newServersOnly: Type.Boolean({ description: 'Something changes only for servers that start afterwards' }),
    addressChanges: Type.Boolean({ description: 'The address of the hub becomes another one' }),
    words: Type.Array(Type.String(), { description: 'The same in sentences, for people' }),
  }, { $id: 'Disruption', description: 'What restarts, and who is disturbed' }),
  cost: Type.Union([
    Type.Object({ before: MoneySchema, after: MoneySchema, difference: MoneySchema, incomplete: Type.Array(Type.String()) }, { $id: 'CostChange', description: 'Expected cost per month' }),
    Type.Null(),
  ]),
  unpriced: Type.Optional(Type.Array(Type.String(), { description: 'What may become dearer by an amount that is not known; under a limit of price such a change needs an approval' })),
  warnings: Type.Array(Type.String()),
  elsewhere: Type.Optional(Type.Array(Type.String(), { description: 'What is to be set up elsewhere, as soon as now: the callback address at the provider of the login, the DNS record' })),
  confirmations: Type.Array(Type.Object({ confirmation: Type.String(), what: Type.String() }), { description: 'What must be named in `confirm` for the change to be accepted' }),
  culling: Type.Optional(CullingMeaningSchema),
  culls: Type.Optional(CullPreviewSchema),
  config: Type.Optional(Type.Array(ConfigNoteSchema, { description: 'What became of each line of a given config.yaml' })),
}, { $id: 'Plan', additionalProperties: false })
export type Plan = Static<typeof PlanSchema>

const undisturbed: Plan['disruption'] = { restarts: [], disconnectsUsers: false, newServersOnly: false, addressChanges: false, words: [] }

/** The plan of a change that costs nothing and disturbs nobody but as is said. */
export const plainPlan = <Effect = undefined>({ disruption, ...more }: Partial<Omit<Plan, 'disruption'>> & { disruption?: Partial<Plan['disruption']>; effect?: Effect } = {}): Plan & { effect: Effect } => ({
  valid: true, diff: [], values: [], disruption: { ...undisturbed, ...disruption }, cost: null, warnings: [], confirmations: [], effect: undefined as Effect, ...more,
})

/** Throws for the first confirmation that the plan needs and the input does not give. */
export function requireConfirmed(plan: Plan, input: unknown): void {
  const given = (input as { confirm?: string[] }).confirm ?? []
  const missing = plan.confirmations.find(({ confirmation }) => !given.includes(confirmation))
  if (missing) throw new Problem('confirmation-required', missing)
}

/** The input field that confirmations are given in. */
export const ConfirmSchema = Type.Optional(Type.Array(Type.String(), { maxItems: 10, description: 'Names of the confirmations that a plan asked for' }))
