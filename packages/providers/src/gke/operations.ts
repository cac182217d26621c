import type { protos } from '@google-cloud/container'
import { Problem } from '@hubfleet/core'
import { parentOf, type Place } from './place.ts'
import { cloud, problemOf, quotaExceeded } from './problems.ts'
import { Refusal, statusOfCode } from './refusal.ts'
import type { Session } from './session.ts'

export type Operation = protos.google.container.v1.IOperation

/** What GKE does to the cluster at the moment, oldest first. */
export async function runningOperations(place: Place, session: Session, signal: AbortSignal): Promise<Operation[]> {
  const { operations = [] } = await session.rpc('listOperations', { parent: parentOf(place, session) }, signal)
  return (operations ?? []).filter((operation) => operation.status !== 'DONE' && isOf(place, operation)).sort((a, b) => String(a.startTime).localeCompare(String(b.startTime)))
}

const isOf = ({ record }: Place, { targetLink }: Operation): boolean => new RegExp(`/clusters/${record.name}(/|$)`).test(targetLink ?? '')

/** GKE cancels upgrades of nodes alone. */
export const isCancelable = ({ operationType, status }: Operation): boolean => operationType === 'UPGRADE_NODES' && status !== 'ABORTING'

export const wordsOf = ({ operationType, detail }: Operation): string => `${String(operationType).toLowerCase().replaceAll('_', ' ')}${detail ? ` (${detail})` : ''}`

interface Condition { code?: unknown; message?: string | null; canonicalCode?: unknown }

/** Why a cluster or pool is in error, as GKE's conditions have it. */
export function failureOf(what: string, { conditions, statusMessage }: { conditions?: readonly Condition[] | null; statusMessage?: string | null }, project: string): Problem {
  const first = conditions?.find(({ message }) => message)
  const reason = first?.message || statusMessage || 'GKE tells no reason'
  if (first?.code === 'GCE_QUOTA_EXCEEDED' || /quota/i.test(reason)) return quotaExceeded(reason, project)
  if (first?.code === 'GCE_STOCKOUT' || /ZONE_RESOURCE_POOL_EXHAUSTED|does not have enough resources/i.test(reason)) {
    return new Problem('cloud-failed', { what, cloud, reason, fix: 'The zone has no such machines left at the moment: try again later, or choose another zone or machine type.' })
  }
  const status = typeof first?.canonicalCode === 'string' ? first.canonicalCode : statusOfCode(Number(first?.canonicalCode ?? 2))
  if (status === 'PERMISSION_DENIED') return problemOf(new Refusal(what, { status, message: reason }), project)
  return new Problem('cloud-failed', { what, cloud, reason, fix: 'Mend what the reason names; delete it here, then make it again.' })
}
