import { Type, type Static } from 'typebox'
import { newId, Problem, type ProblemField } from '@hubfleet/core'
import { eq, operations, plans, platformScope, transaction, type HubRow, type OperationRow, type PlanRow } from '@hubfleet/database'
import { recordCall } from '@hubfleet/engine'
import { authorize } from '../authorize.ts'
import { isPlatform, type Caller } from '../caller.ts'
import type { Control } from '../control.ts'
import type { HubLook } from '../live.ts'
import type { Params } from '../nouns.ts'
import { ConfirmSchema, plainPlan, requireConfirmed } from '../plan.ts'
import { policyOf } from '../tenants/tenant.ts'
import { verb, type Verb } from '../verb.ts'
import { changesSince } from './outdated.ts'
import { isExpired, loadPlan } from './saved-plan.ts'
import { effectOf, openPlan } from './sealed.ts'

const input = Type.Object({ confirm: ConfirmSchema }, { $id: 'PlanApply', additionalProperties: false })

/** What is known before the transaction: the chart of the change and the hub as it is in the cluster. Null where the plan cannot be applied anyway. */
interface Prepared { ofChange: unknown; look: HubLook | null }
type Loaded = { row: PlanRow; again: OperationRow } | { row: PlanRow; again: null; change: Verb; target: unknown; asked: unknown }

/** `verbOf` knows a change by its operationId. */
export const applyPlan = (verbOf: (id: string) => Verb): Verb => verb({
  noun: 'plan', verb: 'apply', summary: 'Do what a plan says',
  description: 'Exactly that: where anything is no more as the plan found it, nothing happens, and the problem `plan-outdated` lists what changed. Applied again, it answers with the same operation.',
  action: 'hub:operate', input,
  async prepare(control: Control, caller: Caller, { plan, tenant }: Params): Promise<Prepared | null> {
    const [row] = await transaction(control.database, isPlatform(caller) ? platformScope : caller.tenantId, (tx) => tx.select().from(plans).where(eq(plans.id, plan!)))
    if (row?.state !== 'ready' || isExpired(row, control.clock.now())) return null
    const change = verbOf(row.change)
    authorize(caller, change.action)
    const { input: asked } = await openPlan(control, row)
    const params = { ...paramsOf(row), ...(tenant !== undefined && { tenant }) }
    return { ofChange: await change.prepare?.(control, caller, params, asked), look: row.baseGeneration === null ? null : await control.live.look(row.hubId) }
  },
  async load(context): Promise<Loaded> {
    const row = await loadPlan(context, { lock: true })
    const change = verbOf(row.change)
    authorize(context.caller, change.action)
    if (row.state === 'applied') {
      const [again] = await context.tx.select().from(operations).where(eq(operations.id, row.operationId!))
      return { row, again: again! }
    }
    if (isExpired(row, context.now)) throw outdated(row, [{ pointer: '/expiresAt', code: 'expired', detail: `It was good until ${row.expiresAt.toISOString()}` }])
    if (row.state === 'waiting-for-approval') throw new Problem('plan-waiting', { plan: row.id, reasons: row.reasons.join('. ') })
    if (row.state !== 'ready') throw new Problem('plan-not-ready', { plan: row.id, state: row.state })
    const { input: asked } = await openPlan(context.control, row)
    return { row, again: null, change, asked, target: await change.load({ ...context, params: paramsOf(row) }, asked) }
  },
  async plan(context, loaded, given: Static<typeof input>, prepared) {
    if (loaded.again) return plainPlan({ effect: null })
    const { row, change, target, asked } = loaded
    // approved only now, while this call was on its way
    if (!prepared) throw new Problem('plan-not-ready', { plan: row.id, state: 'ready only since a moment' })
    const generation = row.baseGeneration === null ? null : (target as HubRow).generation
    if (generation !== row.baseGeneration) throw outdated(row, [{ pointer: '/baseGeneration', code: 'revision', detail: `The hub ${row.hubName} is at revision ${generation}, and not ${row.baseGeneration}` }])
    const fresh = await change.plan({ ...context, params: paramsOf(row) }, target, asked, prepared.ofChange)
    const changes = changesSince(row, { fresh, look: prepared.look, limits: policyOf(context.tenant).approval })
    if (changes.length > 0) throw outdated(row, changes)
    requireConfirmed(fresh, { confirm: [...(asked as { confirm?: string[] }).confirm ?? [], ...given.confirm ?? []] })
    return fresh
  },
  async apply(context, loaded, _input, fresh) {
    if (loaded.again) return { again: loaded.again }
    const { row, change, target, asked } = loaded
    const { tx, caller, now } = context
    const effect = await effectOf(tx, await openPlan(context.control, row))
    const applied = await change.apply({ ...context, params: paramsOf(row) }, target, asked, { ...fresh, effect })
    if (!('work' in applied)) throw new Error(`${row.change} is planned and begins no work`)
    const operationId = newId('op')
    await tx.update(plans).set({ state: 'applied', operationId, appliedBy: caller.principal, appliedAt: now, sealed: null }).where(eq(plans.id, row.id))
    const kind = `${change.noun}.${change.verb}`
    await recordCall(tx, { tenantId: row.tenantId, type: kind, subject: row.hubId, data: { by: caller.principal, plan: row.id } })
    return { ...applied, kind, operationId, subject: row.id }
  },
})

/** The hub by its id: another one may have its name by now. */
const paramsOf = (row: PlanRow): Params => ({ tenant: row.tenantId, ...(row.baseGeneration !== null && { hub: row.hubId }) })

const outdated = (row: PlanRow, errors: ProblemField[]): Problem => new Problem('plan-outdated', { plan: row.id, first: errors[0]!.detail }, { errors })
