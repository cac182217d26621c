import type { ClusterMachines, PartState, WantedMachines } from './machines.ts'

/** Nothing at all; what differs from it is given. */
export const wanting = (nodes: Record<string, number>, rest: Partial<WantedMachines> = {}): WantedMachines => ({ nodes, stopped: false, keepHomes: false, ...rest })

/** One look as the worker's: makes the first part that is not as wanted. True when all are. */
export async function nudge(machines: ClusterMachines, wanted: WantedMachines, signal: AbortSignal): Promise<boolean> {
  for (const part of machines.parts(wanted)) {
    const state = await part.observe(signal)
    if (state.is === 'ready') continue
    if (state.is === 'foreign') throw new Error(`${part.name} is foreign: ${state.message}`)
    if (state.is !== 'busy') await part.make(signal)
    return false
  }
  return true
}

/** One look as the worker's at a cluster that is to go: removes the last part that is still there. True when none is. */
export async function nudgeAway(machines: ClusterMachines, wanted: WantedMachines, signal: AbortSignal): Promise<boolean> {
  for (const part of machines.parts(wanted).toReversed()) {
    if (!part.remove) continue
    const state = await part.observe(signal)
    if (isGone(state)) continue
    if (state.is !== 'busy' || state.cancelable) await part.remove(signal)
    return false
  }
  return true
}

/** What is somebody else's is not there for us. */
const isGone = (state: PartState): boolean => state.is === 'absent' || state.is === 'foreign'
