import { Problem, sumMicros } from '@hubfleet/core'
import { slotsIn, type Room } from '../capacity/slots.ts'
import { priceBook, type PriceBook } from '../catalogue/price-book.ts'
import { poolComponents } from '../estimate/components.ts'
import type { EstimateInput } from '../estimate/input.ts'
import { noWaits } from '../estimate/pool-plan.ts'
import { servingPools, type ServingPool } from '../estimate/pool-types.ts'
import { scenarios } from '../estimate/scenario.ts'
import { settingsOf, type Settings } from '../estimate/settings.ts'
import { toMicros } from '../money.ts'
import { run, stepSeconds, type SimulationResult } from '../simulation/run.ts'
import { simulatedPool } from '../simulation/simulate-pools.ts'
import { followed, type Followed, type MeasuredSession } from './sessions.ts'

/**
 * @property sessions every session that was under way between `from` and `to`
 * @property settings the hub as it was, as `estimate` takes it: pools, culling, placeholders, prices
 * @property changed what is to be another way in it
 * @property seen how much of each five minutes was seen, 0 to 1; all where it is not given. What was not seen costs nothing on either side
 */
export interface ReplayInput { sessions: readonly MeasuredSession[]; from: Date; to: Date; settings: EstimateInput; changed: Partial<EstimateInput>; seen?: Float64Array }

/** What the same sessions cost and meet in one of both ways, in the whole span. */
export interface ReplaySide {
  /** Micro-dollars of the user nodes and their boot disks; everything else costs what it did. */
  nodes: {
    /** While somebody had a server or a warm seat on nodes of the pool, and while nobody had. Null: the price is not known. */
    used: bigint | null
    unused: bigint | null
  }
  nodeHours: number
  serverHours: number
  peakNodes: number
  peakServers: number
  starts: number
  /** Starts that waited for a node, of how many people, and how long half and nearly all of these did, in minutes. */
  waits: { starts: number; users: string[]; median: number | null; p95: number | null }
  /** Servers that were stopped, by age, while they were in use. */
  stoppedInUse: Stopped[]
  /** Servers that were stopped while idle and used again `backAt`. Only where kernels are known to have computed is it known of which; of the others none can have. */
  stoppedBetween: Stopped[]
  /** Servers that were stopped while a kernel computed; null where of no session it is known when its kernels did. */
  stoppedBusy: { user: string; at: Date }[] | null
}
export interface Stopped { user: string; at: Date; backAt: Date }

export interface Replay { before: ReplaySide; after: ReplaySide; incomplete: string[] }

/**
 * Measured sessions played again as they were and under other settings. Both sides are simulated, so that only the change makes a difference; people
 * are taken to do the same at the same moments. Pure. Throws as `estimate` does for settings that have no price or contradict each other, and
 * `server-too-large` when a measured server fits on no node of the changed pools.
 */
export function replay({ sessions, from, to, settings, changed, seen }: ReplayInput): Replay {
  const done = followed(sessions, from, to, settings.culling)
  const before = played(settings, done, { from, to, seen, strict: false })
  const after = played({ ...settings, ...changed }, done, { from, to, seen, strict: Object.keys(changed).length > 0 })
  return { before: before.side, after: after.side, incomplete: [...new Set([...before.incomplete, ...after.incomplete])] }
}

interface Playing { from: Date; to: Date; seen: Float64Array | undefined; /** Whether a server that is larger than a node is refused; as it was, it must have fitted. */ strict: boolean }
interface Played { serving: ServingPool; result: SimulationResult }

function played(input: EstimateInput, { visits, busy, sizes, names }: Followed, playing: Playing): { side: ReplaySide; incomplete: string[] } {
  const { from, to, strict } = playing
  const book = priceBook(input)
  const settings = settingsOf(input, book)
  const known = new Set(settings.userPools.map(({ name }) => name))
  const first = settings.userPools[0]!.name
  const pools = servingPools(settings, book).map((serving): Played => {
    const pool = simulatedPool(settings, book, serving)
    const own = visits.filter(({ pool: name }) => (name !== undefined && known.has(name) ? name : first) === serving.pool.name)
    const used = new Set(own.map(({ kind }) => kind))
    const kinds = sizes.map((size, kind) => {
      const needs = { cpuMilli: size.cpu * 1000, memoryMiB: size.memoryGiB * 1024, volume: pool.kinds[0]?.volume ?? false }
      return { ...(used.has(kind) ? fitting(needs, pool.room, serving, strict) : needs), culling: settings.users[0]?.culling ?? null }
    })
    return { serving, result: run(own, busy, { ...pool, kinds, min: serving.pool.min, max: Math.max(serving.pool.max, serving.pool.min) }, (to.getTime() - from.getTime()) / 1000) }
  })
  const cost = pools.map((pool) => costOf(settings, book, pool, playing.seen))
  const total = (amounts: (bigint | null)[]): bigint | null => (amounts.includes(null) ? null : sumMicros(amounts as bigint[]))
  const nodes = { used: total(cost.map(({ used }) => used)), unused: total(cost.map(({ unused }) => unused)) }
  return { side: sideOf(pools, nodes, { from, names, knowsBusy: busy.length > 0 }, playing.seen), incomplete: cost.flatMap(({ incomplete }) => incomplete) }
}

/** As it was, it fitted, whatever is thought of the nodes. */
function fitting<Needs extends { cpuMilli: number; memoryMiB: number; volume: boolean }>(needs: Needs, room: Room, { pool }: ServingPool, strict: boolean): Needs {
  const { slots, binding } = slotsIn(room, needs)
  if (slots > 0) return needs
  if (strict) throw new Problem('server-too-large', { machine: pool.machine, binding, memoryGiB: needs.memoryMiB / 1024, cpu: needs.cpuMilli / 1000 })
  return { ...needs, cpuMilli: Math.min(needs.cpuMilli, room.cpuMilli), memoryMiB: Math.min(needs.memoryMiB, room.memoryMiB) }
}

/** What was not seen is left out, as it is of what was measured. */
function costOf(settings: Settings, book: PriceBook, { serving, result: { nodes, servers, peakNodes, peakServers } }: Played, seen: Float64Array | undefined): { used: bigint | null; unused: bigint | null; incomplete: string[] } {
  const hours = hoursOf(nodes.map((_, step) => seen?.[step] ?? 1))
  const counted = nodes.map((count, step) => count * (seen?.[step] ?? 1))
  const price = (some: Float64Array): bigint | null => {
    if (hours === 0) return 0n
    // The mean over what was seen, which is a month's when it goes on so.
    const scaled = some.map((count) => count * some.length * stepSeconds / 3600 / hours)
    const lines = poolComponents(settings, book, { ...serving, nodes: scaled, servers, peakNodes, peakServers, always: 0, unserved: 0, waits: noWaits }, scenarios.expected)
    return lines.some(({ micros, quantity }) => micros === null && quantity > 0) ? null : toMicros(Number(sumMicros(lines.map(({ micros }) => micros ?? 0n))) / 1e6 * hours / settings.hoursPerMonth)
  }
  const all = price(counted)
  const used = price(counted.map((count, step) => (servers[step]! > 0 || serving.placeholders > 0 ? count : 0)))
  const { pool: { machine, spotShare }, machine: { onDemand, spot } } = serving
  return {
    used, unused: all === null || used === null ? null : all - used,
    incomplete: [
      ...(all === null ? [`nodes: no price is known in ${book.region} (${machine}${onDemand === null ? '' : ', its disk'})`] : []),
      ...(spotShare > 0 && spot === null ? [`nodes: no spot price of ${machine} is known in ${book.region}; reckoned as on demand`] : []),
    ],
  }
}

const hoursOf = (steps: Float64Array): number => steps.reduce((sum, value) => sum + value, 0) * stepSeconds / 3600

function sideOf(pools: readonly Played[], nodes: ReplaySide['nodes'], { from, names, knowsBusy }: { from: Date; names: string[]; knowsBusy: boolean }, seen: Float64Array | undefined): ReplaySide {
  const all = <T>(of: (result: SimulationResult) => T[]): T[] => pools.flatMap(({ result }) => of(result))
  const sum = (of: (result: SimulationResult) => number): number => pools.reduce((total, { result }) => total + of(result), 0)
  const seenHours = (steps: Float64Array) => hoursOf(steps.map((value, step) => value * (seen?.[step] ?? 1)))
  const waits = all((result) => result.waits)
  const minutes = waits.map(({ seconds }) => seconds / 60).sort((a, b) => a - b)
  const part = (share: number): number | null => minutes[Math.min(minutes.length - 1, Math.floor(share * minutes.length))] ?? null
  const moment = (seconds: number) => new Date(from.getTime() + seconds * 1000)
  const missed = all((result) => result.missed).sort((a, b) => a.at - b.at)
  const stopped = (some: typeof missed): Stopped[] => some.map(({ who, at, backAt }) => ({ user: names[who]!, at: moment(at), backAt: moment(backAt) }))
  return {
    nodes, nodeHours: sum((result) => seenHours(result.nodes)), serverHours: sum((result) => seenHours(result.servers)), peakNodes: sum(({ peakNodes }) => peakNodes), peakServers: sum(({ peakServers }) => peakServers),
    starts: sum(({ starts }) => starts), waits: { starts: waits.length, users: [...new Set(waits.map(({ who }) => names[who]!))], median: part(0.5), p95: part(0.95) },
    stoppedInUse: stopped(missed.filter(({ at, backAt }) => at === backAt)), stoppedBetween: stopped(missed.filter(({ at, backAt }) => at < backAt)),
    stoppedBusy: knowsBusy ? all((result) => result.stoppedBusy).map(({ who, at }) => ({ user: names[who]!, at: moment(at) })) : null,
  }
}
