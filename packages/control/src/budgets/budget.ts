import { Type } from 'typebox'
import { amountOf, checkThresholds, isId, microsOf, Problem, refuse, ThresholdSchema, type Threshold } from '@hubfleet/core'
import { and, budgets, eq, hubs, type BudgetRow } from '@hubfleet/database'
import type { ReadContext } from '../verb.ts'
import { IdSchema, NullableText, NullableTime, OpenEnum, TimeSchema } from '../wire.ts'

const AmountSchema = Type.String({ description: 'Exact decimal in the currency beside it', examples: ['412.5'] })

/** What can be said about a budget. */
export const BudgetFields = {
  amount: Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,6})?$', description: 'For a month by the tenant\'s clock: a decimal above zero, at most six places', examples: ['500'] }),
  thresholds: Type.Array(ThresholdSchema, { maxItems: 20, description: 'What happens at which share of the amount; replaced whole. Without any, at 80 % and 100 % it is told, and at a forecast of 100 %' }),
  onPlan: Type.Union([Type.Literal('allow'), Type.Literal('warn'), Type.Literal('refuse')], { description: 'What becomes of a change of a hub that would make the month cost more than the amount', default: 'warn' }),
}

export const BudgetSchema = Type.Object({
  id: IdSchema('budget'),
  tenantId: IdSchema('tenant'),
  name: Type.String(),
  hub: Type.Union([Type.Object({ id: IdSchema('hub'), name: Type.String() }, { $id: 'BudgetHub' }), Type.Null()], { description: 'Null: all of the tenant' }),
  amount: AmountSchema,
  currency: Type.String(),
  thresholds: Type.Array(ThresholdSchema),
  onPlan: OpenEnum('allow', 'warn', 'refuse'),
  override: Type.Union([Type.Object({ until: TimeSchema, reason: Type.String(), by: IdSchema('key'), at: TimeSchema }, { $id: 'BudgetOverride', description: 'Until then nothing is done but telling' }), Type.Null()]),
  status: Type.Union([Type.Object({
    from: TimeSchema, to: TimeSchema,
    actual: AmountSchema,
    percent: Type.Number({ description: 'Of the amount that is spent' }),
    forecast: Type.Union([Type.Object({ low: AmountSchema, expected: AmountSchema, high: AmountSchema }, { $id: 'BudgetForecast', description: 'What the month will have cost; four of five end between low and high' }), Type.Null()]),
    thresholds: Type.Array(Type.Object({ name: Type.String({ examples: ['forecast 100 %: freeze'] }), crossedAt: NullableTime, takesEffectAt: NullableTime, inForce: Type.Boolean() }, { $id: 'BudgetThresholdStatus' })),
    frozen: NullableText, seats: Type.Union([Type.Integer(), Type.Null()]), stopped: Type.Boolean(),
    notes: Type.Array(Type.String(), { description: 'What of the cost is not known, and what could not be done' }),
    weighedAt: TimeSchema,
  }, { $id: 'BudgetStatus' }), Type.Null()], { description: 'As it was looked at last; null before the first look' }),
  generation: Type.Integer({ description: 'The ETag' }),
  createdAt: TimeSchema,
  updatedAt: TimeSchema,
}, { $id: 'Budget' })

export interface NamedBudget { row: BudgetRow; hub: { id: string; name: string } | null }

export const showBudget = ({ row, hub }: NamedBudget) => ({
  id: row.id, tenantId: row.tenantId, name: row.name, hub, amount: amountOf(row.micros), currency: row.currency, thresholds: row.thresholds, onPlan: row.onPlan, override: row.override,
  status: row.status && { ...row.status, percent: percentOf(microsOf(row.status.actual), row.micros) },
  generation: row.generation, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(),
})

const percentOf = (part: bigint, whole: bigint): number => Number((part * 100_000n) / whole) / 1000

/** With the name of its hub. */
export const selectBudgets = (tx: ReadContext['tx']) => tx.select({ row: budgets, hub: { id: hubs.id, name: hubs.name } }).from(budgets).leftJoin(hubs, eq(hubs.id, budgets.hubId)).$dynamic()

/** By id or name. Throws `not-found`. */
export async function loadBudget({ tx, tenant, params }: Pick<ReadContext, 'tx' | 'tenant' | 'params'>, { lock = false } = {}): Promise<NamedBudget> {
  const ref = params.budget!
  const select = selectBudgets(tx).where(and(eq(budgets.tenantId, tenant.id), isId(ref, 'budget') ? eq(budgets.id, ref) : eq(budgets.name, ref)))
  const [found] = await (lock ? select.for('update', { of: budgets }) : select)
  if (!found) throw new Problem('not-found', { noun: 'budget', ref })
  return found
}

export const defaultThresholds: Threshold[] = [{ percent: 80 }, { percent: 100 }, { of: 'forecast', percent: 100 }]

/** Throws `invalid-request`. */
export function requireBudget({ amount, thresholds = [] }: { amount?: string | undefined; thresholds?: Threshold[] | undefined }): void {
  refuse([
    ...(amount !== undefined && microsOf(amount) === 0n ? [{ pointer: '/amount', code: 'minimum', detail: 'This must be above zero; to spend nothing, stop the hubs.' }] : []),
    ...checkThresholds(thresholds).map((field) => ({ ...field, pointer: `/thresholds${field.pointer}` })),
  ])
}
