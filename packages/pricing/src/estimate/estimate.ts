import { sumMicros, toMoney, type Money } from '@hubfleet/core'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { oldPrices } from '../catalogue/old-prices.ts'
import type { PriceBook } from '../catalogue/price-book.ts'
import { priceBook } from '../catalogue/price-book.ts'
import { activeDays } from '../demand/pattern.ts'
import { stepsPerHour } from '../demand/timeline.ts'
import { toMicros } from '../money.ts'
import { priceItBy } from './price-it-by.ts'
import type { PricedComponent } from './components.ts'
import { componentsOf } from './components.ts'
import { pointing, refuseContradictions, refuseUnknownMachines } from './contradictions.ts'
import type { EstimateInput } from './input.ts'
import { nodeHours } from './node-hours.ts'
import type { Estimate, PoolEstimate } from './output.ts'
import type { PoolPlan } from './pool-plan.ts'
import { planPools } from './pools.ts'
import { simulatePools } from '../simulation/simulate-pools.ts'
import { scenarios } from './scenario.ts'
import type { Settings } from './settings.ts'
import { settingsOf } from './settings.ts'
import { peakAt, waitsOf } from './waits.ts'
import { busiestWeek } from './busiest-week.ts'

/**
 * What a hub costs a month, in closed form or by a simulation with a seed: how many servers run at each five minutes of a typical week or of a calendar, how many nodes
 * those need, and what everything that is billed comes to. Pure. Throws `price-unknown` for a provider, region or machine type that
 * nobody has a price for, `server-too-large` when no server fits on a node, and `invalid-request` for parts that contradict each other;
 * a single missing price makes it `incomplete`.
 */
export function estimate(input: EstimateInput): Estimate {
  const book = pointing('/region', () => priceBook(input))
  refuseContradictions(input)
  refuseUnknownMachines(input, book)
  const settings = settingsOf(input, book)
  const { method = 'closed-form', seed = 1 } = input
  const planned = (name: keyof typeof scenarios) => {
    const plans = method === 'simulation' ? simulatePools(settings, book, scenarios[name], seed) : planPools(settings, book, scenarios[name])
    const components = componentsOf(settings, book, plans, scenarios[name])
    return { plans, components, total: total(components) }
  }
  const [low, { plans, components, total: expected }, high] = [planned('low'), planned('expected'), planned('high')]
  // A simulated chance may have it otherwise.
  const range = [low.total, expected, high.total].sort((a, b) => Number(a - b)) as [bigint, bigint, bigint]
  const currency = book.catalogue?.currency ?? 'USD'
  const money = (micros: bigint) => toMoney(micros, currency)
  const users = settings.users.reduce((sum, { count }) => sum + count, 0)
  const each = (micros: bigint, of: number) => (of > 0 ? money(toMicros(Number(micros) / 1e6 / of)) : null)
  const first = plans[0]
  return {
    method, seed: method === 'simulation' ? seed : null,
    monthly: { low: money(range[0]), expected: money(expected), high: money(range[2]) },
    perUser: each(expected, users),
    perActiveDay: each(expected, activeDaysPerMonth(settings)),
    term: termOf(settings, [range[0], expected, range[2]], money, (micros) => each(micros, users)),
    components: components.map(({ micros, ...component }) => ({ ...component, amount: micros === null ? null : money(micros) })),
    fixed: money(total(components.filter(({ kind }) => kind === 'fixed'))),
    variable: money(total(components.filter(({ kind }) => kind === 'variable'))),
    peakNodes: plans.reduce((sum, { peakNodes }) => sum + peakNodes, 0),
    peakServers: Math.ceil(plans.reduce((sum, { peakServers }) => sum + peakServers, 0) - 1e-9),
    peakAt: peakAt(plans, settings),
    waits: waitsOf(plans, settings),
    busiestWeek: busiestWeek(plans, settings),
    binding: first?.fit.binding ?? 'memory',
    slotsPerNode: first?.fit.slots ?? 0,
    pools: plans.map((plan) => poolEstimate(plan, settings.hoursPerMonth)),
    assumptions: [...new Set([...settings.assumptions, ...figuresOfElsewhere(settings, book)])],
    warnings: warningsOf(plans, book, input.now),
    incomplete: missingPrices(components, plans, book),
    catalogue: book.catalogue ? identityOf(book.catalogue) : null,
  }
}

function termOf({ dated, timeline, months, hoursPerMonth }: Settings, [low, expected, high]: [bigint, bigint, bigint], money: (micros: bigint) => Money, perUser: (micros: bigint) => Money | null): Estimate['term'] {
  if (!dated && months === undefined) return null
  const hours = dated ? timeline.steps / stepsPerHour : months! * hoursPerMonth
  // So many whole months cost exactly so many times what one does.
  const over = (monthly: bigint) => (dated ? toMicros(Number(monthly) / 1e6 * hours / hoursPerMonth) : monthly * BigInt(months!))
  return { hours, months: hours / hoursPerMonth, low: money(over(low)), total: money(over(expected)), high: money(over(high)), perUser: perUser(over(expected)) }
}

const activeDaysPerMonth = ({ users, timeline, hoursPerMonth }: Settings): number =>
  users.reduce((sum, { count, pattern }) => sum + count * activeDays(pattern, timeline), 0) / timeline.steps * stepsPerHour * hoursPerMonth

const identityOf = ({ provider, version, asOf, fictional }: Catalogue) => ({ provider, version, asOf, fictional })

function poolEstimate({ pool, types, fit, nodes, servers, peakNodes, unserved }: PoolPlan, hoursPerMonth: number): PoolEstimate {
  const { slots: slotsPerNode, ...rest } = fit
  return {
    name: pool.name, machine: pool.machine, slotsPerNode, ...rest, peakNodes, nodeHours: nodeHours(nodes, hoursPerMonth), serverHours: nodeHours(servers, hoursPerMonth), unserved,
    types: types.map(({ type, fit: { slots, binding } }) => ({ name: type.name, slotsPerNode: slots, binding })),
  }
}

const total = (components: PricedComponent[]): bigint => sumMicros(components.map(({ micros }) => micros ?? 0n))

function missingPrices(components: PricedComponent[], plans: PoolPlan[], book: PriceBook): string[] {
  const { region } = book
  const unpriced = components
    .filter(({ micros }) => micros === null)
    .map(({ name, of, detail }) => `${name}${of ? ` of ${of}` : ''}: no price is known${region && ` in ${region}`} (${detail}); ${priceItBy(name, book)}`)
  const spot = plans
    .filter(({ pool, machine }) => pool.spotShare > 0 && machine.spot === null)
    .map(({ pool }) => `spot ${pool.machine}: no price is known in ${region}; reckoned as on demand`)
  return [...unpriced, ...spot]
}

function warningsOf(plans: PoolPlan[], { catalogue }: PriceBook, now: Date | undefined): string[] {
  const warnings = plans
    .filter(({ unserved }) => unserved > 0)
    .map(({ pool, unserved }) => `At the peak ${unserved} users would wait: the pool ${pool.name} has too few nodes.`)
  if (catalogue?.fictional) warnings.push('These prices are invented, for trying things out.')
  return now ? [...warnings, ...oldPrices(catalogue, now)] : warnings
}

/** What the catalogue's own notes say about the figures that were used, and which of them nobody confirmed. */
function figuresOfElsewhere({ loadBalancers, addresses, egressGiB, controlPlane }: Settings, { catalogue, region }: PriceBook): string[] {
  if (!catalogue) return []
  const { sources } = catalogue
  /** Read of this very region. */
  const read = (group: 'loadBalancer' | 'address' | 'controlPlane') => catalogue[group].sourceIn?.[region] !== undefined
  const note = (used: boolean, group: string) => (used && sources[group]?.note ? [`${group}: ${sources[group].note}`] : [])
  return [
    ...note(loadBalancers > 0 && !read('loadBalancer'), 'loadBalancer'), ...note(addresses > 0 && !read('address'), 'address'), ...note(egressGiB > 0, 'egress'),
    ...(addresses > 0 && catalogue.address.unverified && !read('address') ? ['address: the price is not confirmed.'] : []),
    ...(controlPlane && catalogue.controlPlane.unverified.includes(controlPlane) && catalogue.controlPlane.in?.[region]?.[controlPlane] === undefined ? [`controlPlane: the price of ${controlPlane} is not confirmed.`] : []),
  ]
}
