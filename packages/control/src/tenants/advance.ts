import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { and, budgets, cullings, eq, hubs, isNull, meterings, sql, tenants } from '@hubfleet/database'
import type { Job } from '@hubfleet/engine'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { loadTenant, showTenant, TenantSchema } from './tenant.ts'

/** A term in a minute: what the simulated students did meanwhile is worked out when somebody next looks. */
export const advanceTenant = verb({
  noun: 'tenant', verb: 'advance', summary: 'Put the virtual clock of a sandbox tenant forward', action: 'hub:operate',
  input: Type.Object({ seconds: Type.Integer({ minimum: 1, maximum: 31_536_000 }) }, { $id: 'TenantAdvance', additionalProperties: false }),
  answer: TenantSchema,
  load: ({ tx, tenant }) => loadTenant(tx, tenant.id, { lock: true }),
  async plan(_, tenant) {
    if (!tenant.sandbox) throw new Problem('sandbox-only', { what: 'A virtual clock' })
    return plainPlan()
  },
  async apply({ tx, control }, tenant, { seconds }) {
    const [row] = await tx.update(tenants).set({ clockOffsetMs: sql`${tenants.clockOffsetMs} + ${seconds * 1000}` }).where(eq(tenants.id, tenant.id)).returning()
    const living = await tx.select({ id: hubs.id }).from(hubs).where(and(eq(hubs.tenantId, tenant.id), isNull(hubs.deletedAt))).orderBy(hubs.id)
    const rounds = await tx.select({ id: cullings.id }).from(cullings).where(eq(cullings.tenantId, tenant.id))
    const measured = await tx.select({ id: meterings.id }).from(meterings).where(eq(meterings.tenantId, tenant.id))
    const watched = await tx.select({ id: budgets.id }).from(budgets).where(eq(budgets.tenantId, tenant.id))
    const jobs = (type: Job['type'], rows: readonly { id: string }[]) => rows.map(({ id }): Job => ({ type, id }))
    const wakes = [...jobs('hub', living), ...jobs('culling', rounds), ...jobs('metering', measured), ...jobs('budget', watched)]
    return { answer: showTenant(control, row!), subject: tenant.id, wakes }
  },
})
