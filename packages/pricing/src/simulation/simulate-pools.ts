import { roomForUsers } from '../capacity/users-per-node.ts'
import type { PriceBook } from '../catalogue/price-book.ts'
import { planPools } from '../estimate/pools.ts'
import type { PoolPlan } from '../estimate/pool-plan.ts'
import type { ServingPool } from '../estimate/pool-types.ts'
import type { Scenario } from '../estimate/scenario.ts'
import type { Settings } from '../estimate/settings.ts'
import { drawVisits } from './draw-visits.ts'
import { randomOf } from './random.ts'
import { run, stepSeconds, type SimulationResult, type Visit } from './run.ts'

/** A short timeline is played so often that it comes to some weeks: one alone would be chance. */
const leastSteps = 4 * 7 * 24 * 12

/** The same as `planPools`, by playing what people do with a seed. Throws `server-too-large`. */
export function simulatePools(settings: Settings, book: PriceBook, scenario: Scenario, seed: number): PoolPlan[] {
  const { timeline } = settings
  const times = Math.max(1, Math.ceil(leastSteps / timeline.steps))
  // Before a short timeline is counted it is played once, so that it begins as it ends.
  const warmUp = times > 1 ? 1 : 0
  const seconds = (times + warmUp) * timeline.steps * stepSeconds
  const visits = drawAll(settings, scenario, seed, times + warmUp)
  return planPools(settings, book, scenario).map((plan, index) => {
    const pool = settings.userPools[index]!
    const fixed = settings.mode.kind === 'fixed' ? plan.always : null
    const played = run(visits[index]!, [], {
      ...simulatedPool(settings, book, plan, scenario), min: fixed ?? pool.min, max: fixed ?? Math.max(pool.max, pool.min),
    }, seconds)
    return foldedInto(plan, played, timeline.steps, warmUp, times)
  })
}

/** What of a pool a run goes by. */
export function simulatedPool(settings: Settings, book: PriceBook, { pool, machine, types, placeholders }: ServingPool, scenario: Pick<Scenario, 'scheduling'> = {}) {
  const kinds = types.map(({ type }) => ({
    cpuMilli: type.cpuGuarantee * 1000, memoryMiB: type.memoryGuaranteeGiB * 1024, volume: type.homeGiB > 0 && book.attachesVolumes(type.storageClass), culling: type.culling,
  }))
  return {
    kinds, placeholders, placeholderSize: kinds[0] ?? { cpuMilli: 0, memoryMiB: 0, volume: false }, room: roomForUsers(book.provider, machine, pool),
    scheduling: scenario.scheduling ?? settings.scheduling, startSeconds: settings.nodeStartMinutes * 60, scaleDownSeconds: settings.scaleDownMinutes * 60,
    concurrentLimit: settings.concurrentLimit * pool.share,
  }
}

/** Visits by pool, in order. Each person has a server in one pool always, and his own random numbers are not those of others. */
function drawAll({ users, userPools, timeline }: Settings, { presence }: Scenario, seed: number, times: number): Visit[][] {
  const visits: Visit[][] = userPools.map(() => [])
  let first = 0
  users.forEach(({ count, pattern, pool, name }, index) => {
    const random = randomOf(seed * 1021 + index)
    const poolOf = Array.from({ length: count }, (_, who) => (pool === undefined ? byShare(userPools, (who + 0.5) / count) : userPools.findIndex((one) => one.name === pool)))
    for (let time = 0; time < times; time++) {
      const since = time * timeline.steps * stepSeconds
      for (const { who, from, to } of drawVisits(pattern, count, timeline, presence, random)) {
        const at = poolOf[who]!
        const kind = users.filter((type) => type.pool === undefined || type.pool === userPools[at]!.name).findIndex((type) => type.name === name)
        visits[at]!.push({ who: first + who, kind, from: from + since, to: to + since })
      }
    }
    first += count
  })
  return visits.map((some) => some.sort((a, b) => a.from - b.from))
}

function byShare(pools: Settings['userPools'], part: number): number {
  let upTo = 0
  const found = pools.findIndex(({ share }) => part < (upTo += share))
  return found === -1 ? pools.length - 1 : found
}

/** The runs of the timeline laid one upon another. */
function foldedInto(plan: PoolPlan, { nodes, servers, peakNodes, peakServers, waits, refused }: SimulationResult, steps: number, warmUp: number, times: number): PoolPlan {
  const mean = (time: Float64Array) => Float64Array.from({ length: steps }, (_, step) => {
    let sum = 0
    for (let round = warmUp; round < warmUp + times; round++) sum += time[round * steps + step]!
    return sum / times
  })
  const counted = waits.filter(({ at }) => at >= warmUp * steps * stepSeconds)
  const byStep = Map.groupBy(counted, ({ at }) => Math.floor(at / stepSeconds))
  const [worst, some] = [...byStep].reduce<[number, unknown[]]>((most, one) => (one[1].length > most[1].length ? one : most), [0, []])
  return {
    ...plan, servers: mean(servers), nodes: mean(nodes), peakServers, peakNodes,
    unserved: plan.unserved > 0 ? plan.unserved : refused > 0 && settingsBound(plan) ? refused : 0,
    waits: { atOnce: some.length, at: some.length > 0 ? worst % steps : null, starts: counted.length / times, minutes: counted.map(({ seconds }) => seconds / 60) },
  }
}

const settingsBound = ({ pool }: PoolPlan): boolean => pool.max !== Infinity
