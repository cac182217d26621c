import type { Money } from '@hubfleet/core'
import { sumMicros, toMoney } from '@hubfleet/core'
import type { Machine } from './catalogue/machines.ts'
import type { PriceBook } from './catalogue/price-book.ts'
import { toMicros } from './money.ts'

/**
 * Something of a hub that ran, or was there, from `from` until `to`. `node-share` is what the hub occupies of nodes (0.5 of one, or
 * 3); `server` and `seat` (a placeholder) are what sits on them, by what they reserve. A `home` is `quantity` claims of `gib` each.
 */
export type RunningInterval = { quantity: number; from: Date; to: Date } & (
  | { kind: 'node-share'; machine: string; spot?: boolean }
  | { kind: 'server' | 'seat'; machine: string; spot?: boolean; memoryGiB: number; cpu: number }
  | { kind: 'home'; gib: number; storageClass: string | null }
  | { kind: 'loadBalancer' | 'address' }
  | { kind: 'controlPlane'; tier: string }
)

export type RunningKind = RunningInterval['kind']
export type RunningComponentName = 'servers' | 'seats' | 'idle' | 'homes' | 'load-balancers' | 'addresses' | 'control-plane'

export interface RunningCost {
  total: Money
  /**
   * They add up to `total` exactly. `idle` is what the hub's share of nodes cost beyond its servers and seats.
   * `hours`: quantity times hours; of `idle`, those of the nodes.
   */
  components: { name: RunningComponentName; amount: Money; hours: number }[]
  incomplete: string[]
}

/** Only the part of each interval inside it counts. */
export interface Window { from: Date; to: Date }

/** Months are reckoned as so many hours when a price is per month. */
const hoursPerMonth = 730

/** A server's part of a node is weighed by what a core and a GiB cost relative to each other where both have a price. */
const weight = { core: 0.031611, gib: 0.004237 }

/**
 * What a hub's running time cost, by component. Cutting an interval in two changes nothing. A hub whose node shares are not known
 * pays for its servers and seats only; one whose servers reserve more than its node shares has no idle part, never a negative one.
 * Throws `price-unknown` for a machine type that nobody knows.
 */
export function costOfRunning(intervals: Iterable<RunningInterval>, prices: PriceBook, window?: Window): RunningCost {
  const sums = new Map<RunningComponentName | 'nodes', { usd: number; hours: number }>()
  const incomplete = new Set<string>()
  for (const interval of intervals) {
    const hours = hoursWithin(interval, window) * interval.quantity
    if (hours === 0) continue
    const name = componentOf[interval.kind]
    const price = pricePerHour(interval, prices)
    if (price === null) incomplete.add(`${name}: no price is known in ${prices.region}`)
    const sum = sums.get(name) ?? { usd: 0, hours: 0 }
    sums.set(name, { usd: sum.usd + (price ?? 0) * hours, hours: sum.hours + hours })
  }
  const nodes = sums.get('nodes')
  sums.delete('nodes')
  const onNodes = (sums.get('servers')?.usd ?? 0) + (sums.get('seats')?.usd ?? 0)
  if (nodes) sums.set('idle', { usd: Math.max(0, nodes.usd - onNodes), hours: nodes.hours })
  const currency = prices.catalogue?.currency ?? 'USD'
  const lines = [...(sums as Map<RunningComponentName, { usd: number; hours: number }>)].map(([name, { usd, hours }]) => ({ name, hours, micros: toMicros(usd) }))
  return {
    total: toMoney(sumMicros(lines.map(({ micros }) => micros)), currency),
    components: lines.map(({ name, hours, micros }) => ({ name, hours, amount: toMoney(micros, currency) })),
    incomplete: [...incomplete],
  }
}

const componentOf: Record<RunningKind, RunningComponentName | 'nodes'> = {
  'node-share': 'nodes', server: 'servers', seat: 'seats', home: 'homes', loadBalancer: 'load-balancers', address: 'addresses', controlPlane: 'control-plane',
}

/** USD for one of it, an hour long. */
function pricePerHour(interval: RunningInterval, prices: PriceBook): number | null {
  switch (interval.kind) {
    case 'node-share': return nodePrice(prices.machine(interval.machine), interval.spot)
    case 'server':
    case 'seat': {
      const machine = prices.machine(interval.machine)
      const price = nodePrice(machine, interval.spot)
      return price === null ? null : price * partOfNode(machine, interval)
    }
    case 'home': {
      const month = prices.diskMonth(interval.storageClass, interval.gib)
      return month === null ? null : month / hoursPerMonth
    }
    case 'loadBalancer': return prices.loadBalancersHour(1)
    case 'address': return prices.addressHour()
    case 'controlPlane': return prices.controlPlaneHour(interval.tier)
  }
}

const nodePrice = (machine: Machine, spot = false): number | null => (spot ? machine.spot : machine.onDemand)

const partOfNode = (machine: Machine, { memoryGiB, cpu }: { memoryGiB: number; cpu: number }): number =>
  (cpu * weight.core + memoryGiB * weight.gib) / (machine.vcpu * weight.core + machine.memoryGiB * weight.gib)

function hoursWithin({ from, to }: RunningInterval, window: Window | undefined): number {
  const start = Math.max(from.getTime(), window?.from.getTime() ?? -Infinity)
  const end = Math.min(to.getTime(), window?.to.getTime() ?? Infinity)
  return Math.max(0, end - start) / 3_600_000
}
