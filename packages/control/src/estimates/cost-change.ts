import { toMoney, type HubSpec } from '@hubfleet/core'
import type { ClusterRow, HubRow } from '@hubfleet/database'
import { difference, type Estimate } from '@hubfleet/pricing'
import type { Plan } from '../plan.ts'
import { estimateHub } from './hub-estimate.ts'
import { unpricedOf } from './unpriced.ts'

/** Expected cost per month before and after a change, null where no price is known; and what may become dearer by an amount that nobody knows. */
export function costChange(cluster: ClusterRow, before: HubRow | null, after: HubSpec, now: Date, credited: boolean): Pick<Plan, 'cost' | 'unpriced'> {
  const next = estimateHub(cluster, after, now, credited)
  const cost = next && costOf(next, before && estimateHub(cluster, before.spec, now, credited))
  const unpriced = unpricedOf(next && next.incomplete, before && before.spec, after)
  return { cost, ...(unpriced.length > 0 && { unpriced }) }
}

function costOf(next: Estimate, was: Estimate | null): NonNullable<Plan['cost']> {
  if (!was) return { before: toMoney(0n), after: next.monthly.expected, difference: next.monthly.expected, incomplete: next.incomplete }
  const change = difference(was, next)
  return { before: change.before, after: change.after, difference: change.monthly.expected, incomplete: change.incomplete }
}

/** Expected cost per month before and after a delete. The disks of homes that are kept go on costing, how much the teardown report tells. */
export function costOfDelete(cluster: ClusterRow, hub: HubRow, homes: 'keep' | 'delete', now: Date, credited: boolean): Plan['cost'] {
  const was = estimateHub(cluster, hub.spec, now, credited)?.monthly.expected
  if (!was) return null
  return { before: was, after: toMoney(0n), difference: { ...was, amount: negative(was.amount) }, incomplete: homes === 'keep' && hub.spec.storage.type === 'dynamic' ? ['disks of the homes that are kept'] : [] }
}

const negative = (amount: string): string => (Number(amount) === 0 ? amount : `-${amount}`)
