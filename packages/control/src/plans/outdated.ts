import { canonicalJson, type ApprovalLimits, type ProblemField } from '@hubfleet/core'
import type { PlanRow } from '@hubfleet/database'
import type { HubLook } from '../live.ts'
import type { Plan } from '../plan.ts'

/** What a plan is held against when it is to be applied. */
export interface Today {
  /** The same change, planned now. */
  fresh: Plan
  /** The hub as it is; null for one that is to be made. */
  look: HubLook | null
  limits: ApprovalLimits | undefined
}

/** What has changed since a plan was made, as far as it would come out otherwise than it says; none when it holds. */
export function changesSince(row: Pick<PlanRow, 'planned' | 'seen' | 'approvedBy'>, { fresh, look, limits }: Today): ProblemField[] {
  const planned = row.planned as unknown as Plan
  const changes: ProblemField[] = []
  const note = (pointer: string, code: string, detail: string) => changes.push({ pointer, code, detail })
  if (!same(planned.cost, fresh.cost)) note('/plan/cost', 'price', `It would cost ${monthly(fresh)} a month, and not ${monthly(planned)}`)
  for (const name of ['diff', 'values'] as const) {
    const paths = differing(planned[name], fresh[name])
    if (paths.length > 0) note(`/plan/${name}`, 'meaning', `The same change comes out otherwise now, at ${paths.slice(0, 5).join(', ')}`)
  }
  if (look && row.seen) {
    const { fingerprints, connected, disruption } = row.seen
    for (const name of new Set([...Object.keys(fingerprints), ...Object.keys(look.fingerprints)].toSorted())) {
      const [was, is] = [fingerprints[name], look.fingerprints[name]]
      if (was !== is) note('/objects', 'live', `${name} ${was === undefined ? 'is new in' : is === undefined ? 'is gone from' : 'was changed in'} the cluster`)
    }
    const most = limits?.disconnects === undefined ? Infinity : Math.max(limits.disconnects, row.approvedBy ? connected ?? Infinity : 0)
    if (disruption.disconnectsUsers && (look.connected ?? Infinity) > most) {
      note('/connected', 'people', look.connected === null ? 'How many people it disconnects cannot be asked now' : `${look.connected} people are connected now, and not ${connected ?? 'nobody knows how many'}`)
    }
  }
  return changes
}

const monthly = ({ cost }: Plan): string => (cost ? `${cost.after.amount} ${cost.after.currency}` : 'an unknown price')

/** What was stored went through JSON. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))
const same = (a: unknown, b: unknown): boolean => canonicalJson(plain(a)) === canonicalJson(plain(b))

function differing(before: readonly { path: string }[], after: readonly { path: string }[]): string[] {
  const [was, is] = [before, after].map((list) => new Map(list.map((each) => [each.path, each])))
  return [...new Set([...was!.keys(), ...is!.keys()])].filter((path) => !same(was!.get(path), is!.get(path))).toSorted()
}
