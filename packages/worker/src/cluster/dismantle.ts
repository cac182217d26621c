import { isProblem } from '@hubfleet/core'
import { clusters, eq, platformScope, sql, transaction, type Database } from '@hubfleet/database'
import { drifted, inSync, waiting } from '@hubfleet/engine'
import type { Billable, Part } from '@hubfleet/providers'
import type { ClusterScope, ClusterStep } from './scope.ts'

/**
 * The way of a managed cluster that goes: what it holds in the cloud first, since nobody else would end that once it is gone; then its parts from the last
 * to the first, and what was left before those on which the cluster itself stood; then a second look.
 */
export function dismantle(scope: ClusterScope, database: Database): ClusterStep[] {
  const parts = scope.machines().parts(scope.wanted)
  const vital = parts.findIndex((part) => part.vital)
  const away = (some: readonly Part[]): ClusterStep[] => some.toReversed().filter((part) => part.remove).map(partGone)
  return [inventory(database), held, ...away(parts.slice(vital)), leftovers, ...away(parts.slice(0, vital)), nothingBills]
}

/** What there was before anything was done, noted once for the report. */
const inventory = (database: Database): ClusterStep => ({
  name: 'inventory', condition: 'Deleting',
  observe: async ({ status }) => (status.teardown ? inSync(`${status.teardown.found.length} things found`) : drifted('nothing was looked at yet')),
  async act({ cluster, machines, status }, signal) {
    const found = await machines().billables(signal)
    status.teardown = { found }
    await transaction(database, platformScope, (tx) =>
      tx.update(clusters).set({ status: sql`${clusters.status} || ${JSON.stringify({ teardown: { found } })}::jsonb` }).where(eq(clusters.id, cluster.id)))
  },
})

/** A cluster that does not answer any more must be possible to delete: what it holds is found in the cloud afterwards. */
const held: ClusterStep = {
  name: 'held in the cloud', condition: 'Deleting',
  async observe({ cluster, handles, machines, wanted }, signal) {
    const vital = machines().parts(wanted).find((part) => part.vital)!
    if ((await vital.observe(signal)).is !== 'ready') return inSync('the cluster does not run')
    try {
      const left = await (await handles.get(cluster)).heldInCloud(wanted, signal)
      const going = left.filter((thing) => thing.going)
      if (going.length < left.length) return drifted(listed(left))
      return left.length === 0 ? inSync('nothing') : waiting(`going: ${listed(left)}`, 5)
    } catch (error) {
      if (isProblem(error) && ['cluster-unreachable', 'cluster-denied'].includes(error.code)) return inSync(`not asked: ${error.message}`)
      throw error
    }
  },
  act: async ({ cluster, handles, wanted }, signal) => (await handles.get(cluster)).releaseHeld(wanted, signal),
}

const partGone = (part: Part): ClusterStep => ({
  name: part.name, condition: 'Deleting',
  async observe(_scope, signal) {
    const state = await part.observe(signal)
    if (state.is === 'absent') return inSync('gone')
    if (state.is === 'foreign') return inSync(`left alone, it is not ours: ${state.message}`)
    return state.is === 'busy' && !state.cancelable ? waiting(state.message, state.againSeconds) : drifted('still there')
  },
  act: (_scope, signal) => part.remove!(signal),
})

const leftovers: ClusterStep = {
  name: 'leftovers', condition: 'Deleting',
  async observe(scope, signal) {
    const left = (await notKept(scope, signal)).filter((thing) => thing.part === undefined)
    return left.length === 0 ? inSync('none') : drifted(listed(left))
  },
  act: async ({ machines, wanted }, signal) => void await machines().sweep(wanted, signal),
}

const nothingBills: ClusterStep = {
  name: 'second look', condition: 'Deleting',
  async observe(scope, signal) {
    const left = await notKept(scope, signal)
    return left.length === 0 ? inSync('nothing of it bills any more') : waiting(`still bills: ${listed(left)}`, 5)
  },
}

/** What is ours and was not to stay. */
async function notKept({ machines, wanted }: ClusterScope, signal: AbortSignal): Promise<Billable[]> {
  return (await machines().billables(signal)).filter((thing) => thing.ours && !isKept(thing, wanted))
}

export const isKept = ({ holdsHome = false }: Billable, { keepHomes }: { keepHomes: boolean }): boolean => keepHomes && holdsHome

const listed = (things: readonly { kind: string; name: string }[]): string => `${things.slice(0, 5).map(({ kind, name }) => `${kind} ${name}`).join(', ')}${things.length > 5 ? ` and ${things.length - 5} more` : ''}`
