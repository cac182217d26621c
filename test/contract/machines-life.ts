import { isProblem } from '../../packages/core/src/index.ts'
import type { ClusterMachines, ClusterRecord, WantedMachines } from '../../packages/providers/src/index.ts'
import { nudge, nudgeAway, wanting } from '../../packages/providers/src/testing-machines.ts'
import type { MachinesBed } from './machines-bed.ts'

const signal = new AbortController().signal

/** What a worker does for a cluster over its life, look by look; each look is by a provider that remembers nothing of the one before. */
export function lifeOf(bed: MachinesBed) {
  const machinesOf = (record: ClusterRecord): ClusterMachines => bed.provider().machines!(record)

  const until = (what: string, look: (machines: ClusterMachines) => Promise<boolean>) => async (record: ClusterRecord): Promise<void> =>
    bed.settle(what, () => look(machinesOf(record)).catch((error: unknown) => {
      if (isProblem(error) && error.retryable) return false
      throw error
    }))

  return {
    machinesOf,
    made: (record: ClusterRecord, wanted: WantedMachines = wanting({ core: 1, user: 0 })) => until('the cluster to be as wanted', (machines) => nudge(machines, wanted, signal))(record),
    removed: (record: ClusterRecord, wanted: WantedMachines = wanting({})) => until('the cluster to be gone', (machines) => nudgeAway(machines, wanted, signal))(record),
    pools: async (record: ClusterRecord) => Object.fromEntries((await machinesOf(record).pools(signal)).map(({ name, ...pool }) => [name, pool])),
    /** Kinds of what bills, sorted: the same for two clusters that are alike. */
    kinds: async (record: ClusterRecord) => (await machinesOf(record).billables(signal)).filter(({ ours }) => ours).map(({ kind }) => kind).sort(),
    bills: async (record: ClusterRecord) => (await machinesOf(record).billables(signal)).filter(({ ours }) => ours).map(({ kind, name }) => `${kind} ${name}`),
  }
}
