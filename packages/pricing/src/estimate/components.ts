import type { Machine } from '../catalogue/machines.ts'
import type { PriceBook } from '../catalogue/price-book.ts'
import { toMicros } from '../money.ts'
import { nodeHours, sustainedNodeHours } from './node-hours.ts'
import type { EstimateComponent } from './output.ts'
import type { PoolPlan } from './pool-plan.ts'
import type { Scenario } from './scenario.ts'
import type { Settings } from './settings.ts'

/** A component with its amount in micro-dollars; null: the price is not known. */
export type PricedComponent = Omit<EstimateComponent, 'amount'> & { micros: bigint | null }

/** Everything that a month costs, one line for each thing that is billed. Lines of nothing are left out. */
export function componentsOf(settings: Settings, book: PriceBook, plans: PoolPlan[], scenario: Scenario): PricedComponent[] {
  return [...baseComponents(settings, book), ...plans.flatMap((plan) => poolComponents(settings, book, plan, scenario))].filter(({ quantity }) => quantity > 0)
}

function baseComponents(settings: Settings, book: PriceBook): PricedComponent[] {
  const { corePool: core, hoursPerMonth: hours, sharedByHubs: hubs } = settings
  const { controlPlane, loadBalancers, addresses, egressGiB, hubDiskGiB } = settings
  const shared = hubs > 1 ? `, shared by ${hubs} hubs` : ''
  const egress = plus(book.egressMonth(egressGiB), times(book.trafficGiB(), egressGiB))
  return [
    line('control-plane', 'hour', controlPlane === null ? 0 : hours, over(controlPlanePerMonth(settings, book), hubs), `${controlPlane}${shared}`),
    ...(core ? coreComponents(settings, book, core, shared) : []),
    ...settings.users.map((type) => homesOf(type, settings.users.length > 1 ? type.name : null, book)),
    line('hub-disk', 'GiB', hubDiskGiB, book.diskMonth(null, hubDiskGiB), 'the database of the hub'),
    line('load-balancers', 'hour', loadBalancers * hours, over(times(book.loadBalancersHour(loadBalancers), hours), hubs), `${loadBalancers}${shared}`),
    line('addresses', 'hour', addresses * hours, over(times(book.addressHour(), addresses * hours), hubs), `${addresses}${shared}`),
    line('egress', 'GiB', egressGiB, egress, 'to the internet, through the load balancer', { kind: 'variable' }),
    ...settings.extras.map(({ name, perMonth }) => line('extra', 'month', 1, perMonth, name, { of: name })),
  ]
}

function homesOf({ homes, homeGiB, storageClass }: Settings['users'][number], of: string | null, book: PriceBook): PricedComponent {
  const detail = `${homes} × ${homeGiB} GiB ${storageClass ?? 'default disk'}`
  return line('homes', 'home', homeGiB > 0 ? homes : 0, times(book.diskMonth(storageClass, homeGiB), homes), detail, { of })
}

function coreComponents(settings: Settings, book: PriceBook, core: NonNullable<Settings['corePool']>, shared: string): PricedComponent[] {
  const nodes = nodesPerMonth(settings, book.machine(core.machine), always(core.count), 0, 0)
  const disks = times(diskOf(book, core.bootDisk), core.count)
  return [
    line('core-nodes', 'node-hour', core.count * settings.hoursPerMonth, over(nodes, settings.sharedByHubs), `${core.count} × ${core.machine}${shared}`),
    line('core-node-disks', 'disk', core.bootDisk ? core.count : 0, over(disks, settings.sharedByHubs), `${core.bootDisk?.gib} GiB each${shared}`),
  ]
}

/** The credit never pays for anything else. */
function controlPlanePerMonth({ controlPlane, controlPlaneCredit, hoursPerMonth }: Settings, book: PriceBook): number | null {
  const fee = controlPlane === null ? 0 : times(book.controlPlaneHour(controlPlane), hoursPerMonth)
  const credit = controlPlaneCredit ? (book.catalogue?.controlPlane.creditPerMonth ?? 0) : 0
  return fee === null ? null : Math.max(0, fee - credit)
}

/** The nodes that always run and what use adds to them, apart: the first is due when nobody logs in. */
export function poolComponents(settings: Settings, book: PriceBook, { pool, machine, nodes, always: kept, peakNodes }: PoolPlan, { spotMissing }: Scenario): PricedComponent[] {
  const hours = nodeHours(nodes, settings.hoursPerMonth)
  const base = always(kept)
  const baseHours = nodeHours(base, settings.hoursPerMonth)
  // The whole is rounded once and split afterwards: how it is split must not move the total.
  const [all, minimum] = [nodes, base].map((week) => micros(nodesPerMonth(settings, machine, week, pool.spotShare, spotMissing))) as [bigint | null, bigint | null]
  const disks = hours / settings.hoursPerMonth
  const diskEach = diskOf(book, pool.bootDisk)
  const [allDisks, minimumDisks] = [micros(times(diskEach, disks)), micros(times(diskEach, kept))]
  return [
    line('user-nodes-minimum', 'node-hour', baseHours, minimum, `${kept} × ${pool.machine}, always`, { of: pool.name }),
    line('user-nodes', 'node-hour', positive(hours - baseHours), less(all, minimum), `${pool.machine}, up to ${peakNodes} at once`, { of: pool.name, kind: 'variable' }),
    line('user-node-disks', 'disk', pool.bootDisk ? kept : 0, minimumDisks, `${pool.bootDisk?.gib} GiB each, always`, { of: pool.name }),
    line('user-node-disks', 'disk', pool.bootDisk ? positive(disks - kept) : 0, less(allDisks, minimumDisks), `${pool.bootDisk?.gib} GiB each, with their node`, { of: pool.name, kind: 'variable' }),
  ]
}

/** USD of a month of nodes; a spot machine whose price is not known, or above the on-demand price, is paid as on demand. */
function nodesPerMonth(settings: Settings, machine: Machine, nodes: Float64Array, spotShare: number, spotMissing: number): number | null {
  const { hoursPerMonth, discount } = settings
  if (machine.onDemand === null) return null
  const hourly = machine.onDemand * (1 - discount)
  const spot = spotShare * (1 - spotMissing)
  const multipliers = settings.sustainedUse ? machine.sustainedUse : null
  const hours = nodeHours(nodes, hoursPerMonth)
  const onDemandHours = multipliers ? sustainedNodeHours(nodes.map((count) => count * (1 - spot)), hoursPerMonth, multipliers) : hours * (1 - spot)
  return onDemandHours * hourly + hours * spot * Math.min(hourly, machine.spot ?? hourly)
}

const diskOf = (book: PriceBook, disk: { gib: number; storageClass: string } | null): number | null => (disk ? book.diskMonth(disk.storageClass, disk.gib) : 0)

/** `amount`: USD, or micro-dollars that are rounded already. */
function line(
  name: PricedComponent['name'], unit: PricedComponent['unit'], quantity: number, amount: number | bigint | null, detail: string,
  { of = null, kind = 'fixed' }: Partial<Pick<PricedComponent, 'of' | 'kind'>> = {},
): PricedComponent {
  return { name, of, kind, quantity, unit, detail, micros: typeof amount === 'bigint' ? amount : micros(amount) }
}

/** So many nodes at any time. */
const always = (count: number): Float64Array => new Float64Array(1).fill(count)
/** Sums of hours leave dust behind. */
const positive = (value: number): number => (value > 1e-9 ? value : 0)
const times = (usd: number | null, quantity: number): number | null => (usd === null ? null : usd * quantity)
const over = (usd: number | null, divisor: number): number | null => (usd === null ? null : usd / divisor)
const micros = (usd: number | null): bigint | null => (usd === null ? null : toMicros(usd))
const less = (a: bigint | null, b: bigint | null): bigint | null => (a === null || b === null ? null : a - b)
const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)
