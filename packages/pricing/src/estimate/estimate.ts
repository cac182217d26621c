import { sumMicros, toMoney } from '@hubfleet/core'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { catalogueAgeDays } from '../catalogue/catalogue.ts'
import type { PriceBook } from '../catalogue/price-book.ts'
import { priceBook } from '../catalogue/price-book.ts'
import { toMicros } from '../money.ts'
import type { PricedComponent } from './components.ts'
import { componentsOf } from './components.ts'
import type { EstimateInput } from './input.ts'
import { nodeHours } from './node-hours.ts'
import type { Estimate, PoolEstimate } from './output.ts'
import type { PoolPlan } from './pools.ts'
import { planPools } from './pools.ts'
import { scenarios } from './scenario.ts'
import type { Settings } from './settings.ts'
import { settingsOf } from './settings.ts'

/** Prices older than this are warned about. */
const oldDays = 180

/**
 * What a hub costs a month, in closed form: how many servers run at each five minutes of a typical week, how many nodes those
 * need, and what everything that is billed comes to. Pure. Throws `price-unknown` for a provider, region or machine type that
 * nobody has a price for, and `server-too-large` when no server fits on a node; a single missing price makes it `incomplete`.
 */
export function estimate(input: EstimateInput): Estimate {
  const book = priceBook(input)
  const settings = settingsOf(input, book)
  const planned = (name: keyof typeof scenarios) => {
    const plans = planPools(settings, book, scenarios[name])
    const components = componentsOf(settings, book, plans, scenarios[name])
    return { plans, components, total: total(components) }
  }
  const [low, { plans, components, total: expected }, high] = [planned('low'), planned('expected'), planned('high')]
  const currency = book.catalogue?.currency ?? 'USD'
  const perUser = (micros: bigint) => (settings.users.count > 0 ? toMoney(toMicros(Number(micros) / 1e6 / settings.users.count), currency) : null)
  const first = plans[0]
  const term = expected * BigInt(settings.months ?? 0)
  return {
    monthly: { low: toMoney(low.total, currency), expected: toMoney(expected, currency), high: toMoney(high.total, currency) },
    perUser: perUser(expected),
    term: settings.months === undefined ? null : { months: settings.months, total: toMoney(term, currency), perUser: perUser(term) },
    components: components.map(({ micros, ...component }) => ({ ...component, amount: micros === null ? null : toMoney(micros, currency) })),
    fixed: toMoney(total(components.filter(({ kind }) => kind === 'fixed')), currency),
    variable: toMoney(total(components.filter(({ kind }) => kind === 'variable')), currency),
    peakNodes: plans.reduce((sum, { peakNodes }) => sum + peakNodes, 0),
    peakServers: Math.ceil(plans.reduce((sum, { peakServers }) => sum + peakServers, 0) - 1e-9),
    binding: first?.fit.binding ?? 'memory',
    slotsPerNode: first?.fit.slots ?? 0,
    pools: plans.map((plan) => poolEstimate(plan, settings.hoursPerMonth)),
    assumptions: [...new Set([...settings.assumptions, ...figuresOfElsewhere(settings, book)])],
    warnings: warningsOf(plans, book, input.now),
    incomplete: missingPrices(components, plans, book),
    catalogue: book.catalogue ? identityOf(book.catalogue) : null,
  }
}

const identityOf = ({ provider, version, asOf, fictional }: Catalogue) => ({ provider, version, asOf, fictional })

function poolEstimate({ pool, fit, nodes, peakNodes, unserved }: PoolPlan, hoursPerMonth: number): PoolEstimate {
  const { slots: slotsPerNode, ...rest } = fit
  return { name: pool.name, machine: pool.machine, slotsPerNode, ...rest, peakNodes, nodeHours: nodeHours(nodes, hoursPerMonth), unserved }
}

const total = (components: PricedComponent[]): bigint => sumMicros(components.map(({ micros }) => micros ?? 0n))

function missingPrices(components: PricedComponent[], plans: PoolPlan[], { region }: PriceBook): string[] {
  const unpriced = components
    .filter(({ micros }) => micros === null)
    .map(({ name, of, detail }) => `${name}${of ? ` of ${of}` : ''}: no price is known in ${region} (${detail})`)
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
  if (catalogue && now && catalogueAgeDays(catalogue, now) > oldDays) warnings.push(`The prices are of ${catalogue.asOf}, ${catalogueAgeDays(catalogue, now)} days old.`)
  return warnings
}

/** What the catalogue's own notes say about the figures that were used, and which of them nobody confirmed. */
function figuresOfElsewhere({ loadBalancers, addresses, egressGiB, controlPlane }: Settings, { catalogue }: PriceBook): string[] {
  if (!catalogue) return []
  const { sources } = catalogue
  const note = (used: boolean, group: string) => (used && sources[group]?.note ? [`${group}: ${sources[group].note}`] : [])
  return [
    ...note(loadBalancers > 0, 'loadBalancer'), ...note(addresses > 0, 'address'), ...note(egressGiB > 0, 'egress'),
    ...(addresses > 0 && catalogue.address.unverified ? ['address: the price is not confirmed.'] : []),
    ...(controlPlane && catalogue.controlPlane.unverified.includes(controlPlane) ? [`controlPlane: the price of ${controlPlane} is not confirmed.`] : []),
  ]
}
