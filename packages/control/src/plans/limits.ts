import { approvalReasons, Problem } from '@hubfleet/core'
import type { Plan } from '../plan.ts'
import { policyOf } from '../tenants/tenant.ts'
import type { Context } from '../verb.ts'

/** Refuses a change that is to happen at once and is beyond a limit of the tenant. */
export function requireWithinLimits({ tenant, caller }: Pick<Context, 'tenant' | 'caller'>, { cost, unpriced, disruption }: Plan): void {
  // an admin of the tenant made the budget, and said what it may do
  if (caller.reason === 'budget') return
  const reasons = approvalReasons(policyOf(tenant).approval, { cost, unpriced, disconnects: disruption.disconnectsUsers })
  if (reasons.length > 0) throw new Problem('approval-required', { reasons: reasons.join('. ') })
}
