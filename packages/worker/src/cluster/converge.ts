import { specOf } from '@hubfleet/control'
import { Problem } from '@hubfleet/core'
import { drifted, inSync, refused, waiting, type Observation } from '@hubfleet/engine'
import type { Part, Shortfall } from '@hubfleet/providers'
import type { ClusterScope, ClusterStep } from './scope.ts'

/** A managed cluster's parts in the order in which they are made, then what is inside it. */
export const managed = ({ machines, wanted }: ClusterScope): ClusterStep[] => [...machines().parts(wanted).map(partStep), ...(wanted.stopped ? [] : [reachable])]

const partStep = (part: Part): ClusterStep => ({
  name: part.name, condition: part.of === 'machines' ? 'ClusterReachable' : 'CapacityReady',
  async observe(scope, signal) {
    const state = await part.observe(signal)
    if (part.of === 'capacity') scope.status['pools'] = await scope.machines().pools(signal)
    switch (state.is) {
      case 'ready':
        if (part.vital) scope.status.madeFor = rebuildsOf(scope)
        return inSync(state.message)
      case 'busy': return waiting(state.message, state.againSeconds)
      case 'foreign': return refused(new Problem('cluster-foreign', { cloud: scope.cluster.provider, account: 'the account', kind: part.name, name: scope.cluster.name, reason: state.message }))
      case 'absent': return part.vital && scope.status.madeFor === rebuildsOf(scope) ? refused(vanished(scope)) : withinQuota(scope, 'to be made', signal)
      case 'differs': return withinQuota(scope, state.message, signal)
    }
  },
  act: (_scope, signal) => part.make(signal),
})

const rebuildsOf = ({ cluster }: ClusterScope): number => specOf(cluster).rebuilds ?? 0
const vanished = ({ cluster }: ClusterScope) => new Problem('cluster-vanished', { cluster: cluster.name, cloud: cluster.provider })

/** Quotas are asked about only when something is to be made: they cost calls. */
async function withinQuota({ machines, wanted }: ClusterScope, message: string, signal: AbortSignal): Promise<Observation> {
  const [first, ...more] = await machines().quota(wanted, signal)
  return first ? refused(tooLittle(first, more)) : drifted(message)
}

const tooLittle = (first: Shortfall, more: readonly Shortfall[]) => new Problem('quota-exceeded', {
  what: [first, ...more].map(({ what, location, unit, used, limit, wanted }) => `${what} in ${location}: ${used} of ${limit} ${unit} used, ${wanted} more wanted, ${used + wanted - limit} short`).join('; '),
  wanted: first.used + first.wanted, allowed: first.limit, where: `at ${[...new Set([first, ...more].map(({ url }) => url))].join(' and ')}`,
})

/** The cluster answers, and a hub can live in it. */
export const reachable: ClusterStep = {
  name: 'preflight', condition: 'Ready',
  async observe({ cluster, handles, status }, signal) {
    const { nodes, ...found } = await handles.preflight(cluster, signal)
    Object.assign(status, found, { nodes: nodes.length, machineTypes: [...new Set(nodes.map((n) => n.machineType))] })
    return inSync(`Kubernetes ${found.version}, ${nodes.length} nodes`)
  },
}
