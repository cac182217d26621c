import { sumMicros, toMoney, type Money } from '@hubfleet/core'
import { priceBook, type PriceBook } from '../catalogue/price-book.ts'
import { componentsOf } from '../estimate/components.ts'
import type { EstimateInput } from '../estimate/input.ts'
import { noWaits, type PoolPlan } from '../estimate/pool-plan.ts'
import { servingPools, type ServingPool } from '../estimate/pool-types.ts'
import { nodeHours } from '../estimate/node-hours.ts'
import { scenarios } from '../estimate/scenario.ts'
import { settingsOf, type Settings } from '../estimate/settings.ts'
import { toMicros } from '../money.ts'
import { run, type SimulationResult } from '../simulation/run.ts'
import { simulatedPool } from '../simulation/simulate-pools.ts'
import { followed, type Followed, type MeasuredSession } from './sessions.ts'

/**
 * @property sessions every session that was under way between `from` and `to`
 * @property settings the hub as it was, as `estimate` takes it: pools, culling, placeholders, prices
 * @property changed what is to be another way in it
 */
export interface ReplayInput { sessions: readonly MeasuredSession[]; from: Date; to: Date; settings: EstimateInput; changed: Partial<EstimateInput> }

/** What the same sessions cost and meet in one of both ways, in the whole span. */
export interface ReplaySide {
  cost: Money
  nodeHours: number
  serverHours: number
  peakNodes: number
  starts: number
  /** Starts that waited for a node, and how long half and nearly all of these did, in minutes. */
  waits: { starts: number; median: number | null; p95: number | null }
  /** How often people came back to a server that had been stopped meanwhile. */
  returned: number
  /** Servers that were stopped while a kernel computed, by name; null where of no session it is known when its kernels did. */
  stoppedBusy: { user: string; at: Date }[] | null
}

export interface Replay {
  before: ReplaySide
  after: ReplaySide
  /** After less before: a saving is negative. */
  difference: Money
  /** Of before; null where that cost nothing. */
  percent: number | null
  /** In plain words, for people. */
  words: string
  /** What has no known price, in either way. */
  incomplete: string[]
}

/**
 * Measured sessions played again as they were and under other settings. Both sides are simulated, so that only the change makes a difference; people
 * are taken to do the same at the same moments. Pure. Throws as `estimate` does for settings that have no price or contradict each other.
 */
export function replay({ sessions, from, to, settings, changed }: ReplayInput): Replay {
  const [was, is] = [settings, { ...settings, ...changed }].map((input) => played(input, followed(sessions, from, to, settings.culling), from, to)) as [Side, Side]
  const difference = is.micros - was.micros
  const percent = was.micros === 0n ? null : Number(difference) / Number(was.micros) * 100
  return {
    before: was.side, after: is.side, difference: toMoney(difference, was.side.cost.currency), percent,
    words: wordsOf(was, is, percent), incomplete: [...new Set([...was.incomplete, ...is.incomplete])],
  }
}

interface Side { micros: bigint; side: ReplaySide; incomplete: string[] }

function played(input: EstimateInput, { visits, busy, sizes, names }: Followed, from: Date, to: Date): Side {
  const book = priceBook(input)
  const settings = settingsOf(input, book)
  const seconds = (to.getTime() - from.getTime()) / 1000
  const plans = servingPools(settings, book).map((serving) => {
    const pool = simulatedPool(settings, book, serving)
    const kinds = sizes.map((size) => ({ cpuMilli: size.cpu * 1000, memoryMiB: size.memoryGiB * 1024, volume: pool.kinds[0]?.volume ?? false, culling: settings.users[0]?.culling ?? null }))
    const most = Math.max(serving.pool.max, serving.pool.min)
    const fixed = settings.mode.kind === 'fixed' ? settings.mode.nodes ?? serving.pool.min : null
    const own = visits.filter(({ pool: name }) => name === undefined ? serving.pool.name === settings.userPools[0]!.name : name === serving.pool.name)
    const result = run(own, busy, { ...pool, kinds, min: fixed ?? serving.pool.min, max: fixed ?? most }, seconds)
    return { plan: planOf(serving, result, fixed ?? serving.pool.min), result }
  })
  return sideOf(settings, book, plans, { from, seconds, names, knowsBusy: busy.length > 0 })
}

const planOf = (serving: ServingPool, { nodes, servers, peakNodes, peakServers }: SimulationResult, always: number): PoolPlan =>
  ({ ...serving, servers, nodes, peakNodes, peakServers, always, unserved: 0, waits: noWaits })

function sideOf(settings: Settings, book: PriceBook, plans: { plan: PoolPlan; result: SimulationResult }[], { from, seconds, names, knowsBusy }: { from: Date; seconds: number; names: string[]; knowsBusy: boolean }): Side {
  const hours = seconds / 3600
  const components = componentsOf(settings, book, plans.map(({ plan }) => plan), { ...scenarios.expected, spotMissing: scenarios.expected.spotMissing })
  const perMonth = sumMicros(components.map(({ micros }) => micros ?? 0n))
  const micros = toMicros(Number(perMonth) / 1e6 * hours / settings.hoursPerMonth)
  const all = <T>(of: (result: SimulationResult) => T[]): T[] => plans.flatMap(({ result }) => of(result))
  const sum = (of: (one: { plan: PoolPlan; result: SimulationResult }) => number): number => plans.reduce((total, one) => total + of(one), 0)
  const waits = all((result) => result.waits).map((wait) => wait.seconds / 60).sort((a, b) => a - b)
  const part = (share: number): number | null => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? null
  return {
    micros,
    incomplete: components.filter((component) => component.micros === null).map(({ name, detail }) => `${name}: no price is known in ${book.region} (${detail})`),
    side: {
      cost: toMoney(micros, book.catalogue?.currency ?? 'USD'), nodeHours: sum(({ plan }) => nodeHours(plan.nodes, hours)), serverHours: sum(({ plan }) => nodeHours(plan.servers, hours)),
      peakNodes: sum(({ plan }) => plan.peakNodes), starts: sum(({ result }) => result.starts), returned: sum(({ result }) => result.returned),
      waits: { starts: waits.length, median: part(0.5), p95: part(0.95) },
      stoppedBusy: knowsBusy ? all((result) => result.stoppedBusy).map(({ who, at }) => ({ user: names[who]!, at: new Date(from.getTime() + at * 1000) })) : null,
    },
  }
}

function wordsOf(was: Side, is: Side, percent: number | null): string {
  const dollars = ({ cost: { amount, currency } }: ReplaySide) => `${Number(amount).toFixed(2)} ${currency}`
  const change = percent === null ? '' : ` (${percent > 0 ? '+' : ''}${percent.toFixed(1)} %)`
  const busy = is.side.stoppedBusy
  const kernels = busy === null ? 'When kernels computed is not known.' : `Servers stopped while a kernel computed: ${busy.length}, before ${was.side.stoppedBusy?.length ?? 0}.`
  return `${dollars(is.side)} instead of ${dollars(was.side)}${change}. ${kernels} People came back to a stopped server ${is.side.returned} times, before ${was.side.returned}.`
}
