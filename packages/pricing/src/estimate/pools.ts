import type { PriceBook } from '../catalogue/price-book.ts'
import { autoscaledNodes, fragmentationOf, loadOf, peakOf, wholeNodes } from '../demand/nodes.ts'
import { stepsPerHour } from '../demand/timeline.ts'
import { demandOver, type Demand } from './demand.ts'
import { noWaits, type PoolPlan } from './pool-plan.ts'
import { servingPools, type ServingPool } from './pool-types.ts'
import type { Scenario } from './scenario.ts'
import type { Settings } from './settings.ts'
import { waitsFor } from './waits.ts'

/** In closed form: how many servers run is the expectation of the pattern, and nodes follow. `demand` is of the timeline of the settings. Throws `server-too-large`. */
export function planPools(settings: Settings, book: PriceBook, scenario: Scenario, demand = demandOver(settings.timeline)): PoolPlan[] {
  const running = runningTypes(settings, scenario, demand)
  return servingPools(settings, book).map((serving) => planPool(settings, scenario, serving, running, demand))
}

/** Servers of each type of users per step, all together never more than may run at once. */
function runningTypes({ users, concurrentLimit, timeline }: Settings, { presence }: Scenario, demand: Demand): Map<string, Float64Array> {
  const running = users.map(({ name, count, pattern, culling }) => [name, demand.running(pattern, culling, presence).map((share) => share * count)] as const)
  if (concurrentLimit !== Infinity) {
    for (let step = 0; step < timeline.steps; step++) {
      const all = running.reduce((sum, [, servers]) => sum + servers[step]!, 0)
      if (all > concurrentLimit) for (const [, servers] of running) servers[step]! *= concurrentLimit / all
    }
  }
  return new Map(running)
}

function planPool(settings: Settings, scenario: Scenario, serving: ServingPool, running: Map<string, Float64Array>, demand: Demand): PoolPlan {
  const { pool, types, fit, placeholders } = serving
  const { mode, timeline } = settings
  const ofTypes = types.map(({ type, share, fit: { slots } }, index) => ({ servers: running.get(type.name)!, share, slots, seats: index === 0 ? placeholders : 0 }))
  const [servers, load] = [new Float64Array(timeline.steps), new Float64Array(timeline.steps)]
  for (const one of ofTypes) {
    for (let step = 0; step < servers.length; step++) {
      servers[step]! += one.servers[step]! * one.share
      load[step]! += loadOf(one.servers[step]! * one.share + one.seats, one.slots)
    }
  }
  const peakServers = peakOf(servers)
  const common = { ...serving, servers, peakServers }
  const unserved = (peak: number, nodes: number) => Math.max(0, Math.ceil((peak - nodes) * fit.slots - 1e-6))
  /** The load of the busiest moment if `factor` times as many were there. */
  const busiest = load.indexOf(peakOf(load))
  const peakLoad = (factor: number, seats: boolean) => ofTypes.reduce((sum, one) => sum + loadOf(one.servers[busiest]! * one.share * factor + (seats ? one.seats : 0), one.slots), 0)

  if (mode.kind === 'fixed') {
    const { nodes, peakUsers, headroom = 0 } = mode
    // However many are said to be there at the peak, they are of the types that are there.
    const somebody = peakServers > 1e-9
    const factor = peakUsers === undefined ? 1 : somebody ? peakUsers * pool.share / peakServers : 0
    const nobody = !somebody && peakUsers ? loadOf(peakUsers * pool.share * (1 + headroom), fit.slots) : 0
    const wanted = nodes === undefined ? wholeNodes(nobody + peakLoad(factor * (1 + headroom), true)) : Math.ceil(nodes * pool.share - 1e-9)
    const count = Math.min(Math.max(pool.max, pool.min), Math.max(pool.min, wanted))
    return { ...common, nodes: new Float64Array(timeline.steps).fill(count), always: count, peakNodes: count, unserved: unserved(peakLoad(factor, false), count), waits: noWaits }
  }
  // What moves most in the pool decides: that of the others grows with it.
  const own = Math.max(0, ...types.filter(({ type }) => type.count > 0).map(({ type }) => demand.ownPart(type.pattern)))
  const nodes = autoscaledNodes({
    load, min: pool.min, max: pool.max,
    scaleDownSteps: Math.ceil(settings.scaleDownMinutes * stepsPerHour / 60),
    fragmentation: scenario.fragmented ? fragmentationOf(own, scenario.scheduling ?? settings.scheduling) : 1,
  })
  const waits = waitsFor({ servers, nodes, slots: fit.slots, startMinutes: settings.nodeStartMinutes })
  return { ...common, nodes, always: pool.min, peakNodes: wholeNodes(peakOf(nodes)), unserved: unserved(peakLoad(1, false), Math.max(pool.max, pool.min)), waits }
}
