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

/** Expected cost per month before and after a delete. The disks of homes that are kept go on costing, how much the teardown report tells. */
export function costOfDelete(cluster: ClusterRow, hub: HubRow, homes: 'keep' | 'delete'): Plan['cost'] {
  const was = estimateHub(cluster, hub.spec)?.monthly.expected
  if (!was) return null
  return { before: was, after: toMoney(0n), difference: { ...was, amount: negative(was.amount) }, incomplete: homes === 'keep' && hub.spec.storage.type === 'dynamic' ? ['disks of the homes that are kept'] : [] }
}

const negative = (amount: string): string => (Number(amount) === 0 ? amount : `-${amount}`)
