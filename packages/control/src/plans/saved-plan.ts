import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { and, eq, plans, type PlanRow } from '@hubfleet/database'
import { ProblemSchema } from '../operations/operation.ts'
import { PlanSchema, ValueChangeSchema, type Plan } from '../plan.ts'
import type { ReadContext } from '../verb.ts'
import { IdSchema, NullableText, NullableTime, OpenEnum, time, TimeSchema } from '../wire.ts'

const summary = {
  id: IdSchema('plan'),
  tenantId: IdSchema('tenant'),
  state: OpenEnum('planning', 'ready', 'waiting-for-approval', 'failed', 'applied', 'expired'),
  change: Type.String({ description: 'What applying it does, by its operationId', examples: ['hubUpdate', 'hubDelete'] }),
  hub: Type.Object({ id: IdSchema('hub'), name: Type.String() }, { $id: 'PlannedHub', description: 'Of a hub that is to be made, the id that it will have' }),
  baseGeneration: Type.Union([Type.Integer(), Type.Null()], { description: 'The revision that it changes; null for a hub that is to be made' }),
  words: Type.Array(Type.String(), { description: 'What happens, to how many people, and what is kept' }),
  connected: Type.Union([Type.Integer(), Type.Null()], { description: 'People whose servers ran when the plan was made; null where the hub could not be asked' }),
  cost: PlanSchema.properties.cost,
  approval: Type.Object({
    needed: Type.Boolean(), reasons: Type.Array(Type.String(), { description: 'Which limits of the tenant it is beyond' }), by: NullableText, at: NullableTime,
  }, { $id: 'PlanApproval' }),
  operationId: Type.Union([Type.String(), Type.Null()], { description: 'What applying it began' }),
  createdBy: Type.String({ description: 'The key that made it' }),
  appliedBy: NullableText,
  createdAt: TimeSchema, expiresAt: TimeSchema, appliedAt: NullableTime,
}

export const PlanSummarySchema = Type.Object(summary, { $id: 'PlanSummary' })

export const SavedPlanSchema = Type.Object({
  ...summary,
  plan: PlanSchema,
  objects: Type.Array(Type.Object({
    kind: Type.String(), name: Type.String(), change: OpenEnum('create', 'update', 'delete'),
    restarts: Type.Boolean({ description: 'Its pods are replaced' }),
    fields: Type.Array(ValueChangeSchema, { description: 'What differs from what is live; secrets are masked' }),
  }, { $id: 'ObjectChange' }), { description: 'What becomes of each object in the cluster that does not stay as it is' }),
  error: Type.Union([ProblemSchema, Type.Null()], { description: 'Why it could not be made' }),
}, { $id: 'SavedPlan' })

/** Under `Plan`, what is known to happen comes in the place of what was to be expected. */
const exact = ({ planned, seen }: PlanRow): Plan => ({ ...planned as unknown as Plan, ...(seen && { disruption: seen.disruption }) })

export const isExpired = (row: Pick<PlanRow, 'state' | 'expiresAt'>, now: Date): boolean => row.state !== 'applied' && row.expiresAt <= now

export function showSummary(row: PlanRow, now: Date) {
  const { cost, disruption } = exact(row)
  return {
    id: row.id, tenantId: row.tenantId, state: isExpired(row, now) ? 'expired' : row.state, change: row.change, hub: { id: row.hubId, name: row.hubName }, baseGeneration: row.baseGeneration,
    words: row.seen?.words ?? disruption.words, connected: row.seen?.connected ?? null, cost,
    approval: { needed: row.reasons.length > 0, reasons: row.reasons, by: row.approvedBy, at: time(row.approvedAt) },
    operationId: row.operationId, createdBy: row.createdBy, appliedBy: row.appliedBy, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString(), appliedAt: time(row.appliedAt),
  }
}

export const showSavedPlan = (row: PlanRow, now: Date) => ({ ...showSummary(row, now), plan: exact(row), objects: row.seen?.objects ?? [], error: row.error })

export async function loadPlan({ tx, tenant, params }: Pick<ReadContext, 'tx' | 'tenant' | 'params'>, { lock = false } = {}): Promise<PlanRow> {
  const select = tx.select().from(plans).where(and(eq(plans.tenantId, tenant.id), eq(plans.id, params.plan!)))
  const [row] = await (lock ? select.for('update') : select)
  if (!row) throw new Problem('not-found', { noun: 'plan', ref: params.plan! })
  return row
}
