import type { Billable } from '../machines.ts'
import { findBillables } from './billables.ts'
import { computeUrl } from './compute.ts'
import type { Place } from './place.ts'
import { isNotFound, refusalOf } from './refusal.ts'

/** What proves that the others are ours goes last. */
const rounds: readonly (readonly Billable['kind'][])[] = [['forwarding-rule', 'machine', 'disk', 'snapshot'], ['address'], ['target-pool']]

const method: Partial<Record<Billable['kind'], string>> = { 'forwarding-rule': 'forwardingRules', machine: 'instances', disk: 'disks', snapshot: 'snapshots', address: 'addresses', 'target-pool': 'targetPools' }

/** Nothing of a cluster that is there is touched. */
export async function sweep(place: Place, { keepHomes }: { keepHomes: boolean }, signal: AbortSignal): Promise<Billable[]> {
  const { lives, things } = await findBillables(place, signal)
  if (lives) return []
  const left = things.filter(({ ours, holdsHome = false }) => ours && !(keepHomes && holdsHome))
  const balanced = rounds.find((kinds) => left.some(({ kind }) => kinds.includes(kind) && kind !== 'machine' && kind !== 'disk' && kind !== 'snapshot')) ?? rounds[0]!
  const going = left.filter(({ kind }) => rounds[0]!.includes(kind) || balanced.includes(kind))
  const session = await place.session()
  await Promise.all(going.map(async ({ kind, id }) => {
    try {
      await session.rest(`compute.${method[kind]}.delete`, computeUrl(session, id), signal, { method: 'DELETE' })
    } catch (error) {
      // gone, going, or still held by another that goes: the next look tells
      if (!isNotFound(error) && !/resource.?in.?use|not ready|being used by/i.test(`${refusalOf(error)?.reason} ${refusalOf(error)?.message}`)) throw error
    }
  }))
  return going
}
