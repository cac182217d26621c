import { toMoney, type HubSpec } from '@hubfleet/core'
import type { ClusterRow, HubRow } from '@hubfleet/database'
import { difference } from '@hubfleet/pricing'
import type { Plan } from '../plan.ts'
import { estimateHub } from './hub-estimate.ts'

/** Expected cost per month before and after a change; null where no price is known. */
export function costChange(cluster: ClusterRow, before: HubRow | null, after: HubSpec): Plan['cost'] {
  const next = estimateHub(cluster, after)
  if (!next) return null
  const was = before && estimateHub(cluster, before.spec)
  if (!was) return { before: toMoney(0n), after: next.monthly.expected, difference: next.monthly.expected, incomplete: next.incomplete }
  const change = difference(was, next)
  return { before: change.before, after: change.after, difference: change.monthly.expected, incomplete: change.incomplete }
}
