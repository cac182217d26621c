import { Problem } from '@hubfleet/core'
import type { UsersPerNode } from '../capacity/users-per-node.ts'
import { usersPerNode } from '../capacity/users-per-node.ts'
import type { Machine } from '../catalogue/machines.ts'
import type { PriceBook } from '../catalogue/price-book.ts'
import { autoscaledNodes, constantNodes, fragmentationOf, nodesFor } from '../demand/nodes.ts'
import { stepsPerHour } from '../demand/pattern.ts'
import { runningShare } from '../demand/presence.ts'
import type { Scenario } from './scenario.ts'
import type { Settings } from './settings.ts'

/** What one user pool runs in a typical week. `always` nodes run whether or not anybody logs in. */
export interface PoolPlan {
  pool: Settings['userPools'][number]
  machine: Machine
  fit: UsersPerNode
  nodes: Float64Array
  always: number
  peakNodes: number
  peakServers: number
  unserved: number
}

/** Throws `server-too-large` when not one server fits on a node, and `price-unknown` for a machine type that nobody knows. */
export function planPools(settings: Settings, book: PriceBook, scenario: Scenario): PoolPlan[] {
  const { users, pattern, culling, concurrentLimit } = settings
  const running = runningShare(pattern, culling, scenario.presence).map((share) => Math.min(concurrentLimit, share * users.count))
  const volume = users.homeGiB > 0 && book.attachesVolumes(users.storageClass)
  return settings.userPools.map((pool) => {
    const machine = book.machine(pool.machine)
    const fit = usersPerNode(book.provider, machine, { memoryGiB: users.memoryGuaranteeGiB, cpu: users.cpuGuarantee, volume }, pool)
    if (fit.slots === 0 && (users.count > 0 || settings.placeholders > 0)) {
      throw new Problem('server-too-large', { machine: pool.machine, binding: fit.binding, memoryGiB: users.memoryGuaranteeGiB, cpu: users.cpuGuarantee })
    }
    const servers = running.map((count) => count * pool.share)
    const peakServers = servers.reduce((most, count) => Math.max(most, count), 0)
    const placeholders = Math.ceil(settings.placeholders * pool.share - 1e-9)
    return { pool, machine, fit, peakServers, ...(settings.mode.kind === 'fixed' ? fixedPool() : autoscaledPool()) }

    function autoscaledPool() {
      const week = autoscaledNodes({
        servers, placeholders, slotsPerNode: fit.slots, min: pool.min, max: pool.max,
        scaleDownSteps: Math.ceil(settings.scaleDownMinutes * stepsPerHour / 60),
        fragmentation: scenario.fragmented ? fragmentationOf(peakServers, scenario.scheduling ?? settings.scheduling) : 1,
      })
      return { nodes: week.nodes, always: pool.min, peakNodes: Math.ceil(week.peak - 1e-9), unserved: week.unserved }
    }

    function fixedPool() {
      const { nodes, peakUsers, headroom = 0 } = settings.mode as Extract<Settings['mode'], { kind: 'fixed' }>
      const peak = peakUsers === undefined ? peakServers : peakUsers * pool.share
      const wanted = nodes === undefined ? nodesFor(peak * (1 + headroom) + placeholders, fit.slots) : Math.ceil(nodes * pool.share - 1e-9)
      const count = Math.min(Math.max(pool.max, pool.min), Math.max(pool.min, wanted))
      const unserved = peakUsers === undefined ? Math.max(0, Math.ceil(peakServers - count * fit.slots - 1e-9)) : Math.max(0, Math.ceil(peak - count * fit.slots - 1e-9))
      return { nodes: constantNodes(count), always: count, peakNodes: count, unserved }
    }
  })
}
