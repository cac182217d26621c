import type { Catalogue, MachineEntry } from '../catalogue/catalogue.ts'
import { applyFigures } from './apply.ts'
import { figureKey, figureName, figureOf, isService, knownFigures, usualPrice, type Figure, type Figures } from './figures.ts'

/** A figure that stays as it was, and why. `found` is null where the source did not tell it. */
export interface Kept { figure: string; was: number | null; found: number | null; why: string }

/** What is to become of what a source told. `next` is null where all of it is refused; `reasons` tells why. */
export interface Verdict { next: Catalogue | null; reasons: string[]; kept: Kept[]; found: number; changed: number }

/** List prices do not change by more at once: a source that says so is wrong, or means something else. */
const mostChange = 0.3
/** Within a series a core costs the same whatever the size; a licence in the price shows here. */
const mostFromSeries = 0.25
/** What was so before stays so. */
const sameAsBefore = 0.05
/** What is not a machine may be so many times dearer or cheaper in one region than in another. */
const mostFromUsual = 3
/** With more of this the whole list is not believed. */
const [mostOdd, mostMissing, mostMalformed] = [0.1, 0.5, 0.05]
/** Spot prices move, but a spot machine is never dearer than one on demand, nor given away. */
const leastSpot = 0.02

/**
 * Holds what a source told against what was known. An odd figure is kept as it was and told; where many are odd, missing or malformed, nothing is taken over. Pure.
 * `source` says where it was read, `asOf` of which day it is (YYYY-MM-DD), `version` what the new catalogue is called.
 */
export function judge(before: Catalogue, figures: Figures, told: { source: string; asOf: string; version: string }): Verdict {
  figures.spread(before.regions)
  const [known, found] = [knownFigures(before), figures.prices]
  const kept: Kept[] = []
  const accepted = new Map<string, number>()
  const typical = typicalPerCore(before, found)
  for (const [key, price] of found) {
    const [figure, was] = [figureOf(key), known.get(key) ?? null]
    const why = oddity(before, figure, price, was, (other) => found.get(other) ?? known.get(other), typical)
    if (why) kept.push({ figure: figureName(figure), was, found: price, why })
    else accepted.set(key, price)
  }
  const odd = kept.length
  // Spot prices, disks and whole regions of which a list does not tell stay as they were: those are no sign that it was cut.
  const regionsTold = new Set([...found.keys()].map((key) => figureOf(key)).filter(({ of }) => of === 'onDemand' || of === 'disk').map(({ region }) => region))
  const expected = [...known.keys()].filter((key) => figureOf(key).of === 'onDemand' && regionsTold.has(figureOf(key).region))
  const missing = expected.filter((key) => !found.has(key))
  const silent = before.regions.filter((region) => !regionsTold.has(region))
  if (silent.length > 0) kept.push({ figure: `all prices in ${silent.join(', ')}`, was: null, found: null, why: 'the source did not tell of it' })
  kept.push(...missing.map((key) => ({ figure: figureName(figureOf(key)), was: known.get(key)!, found: null, why: 'the source did not tell it' })))
  const reasons = [
    ...(found.size === 0 ? ['the source told none of the prices that the catalogue has'] : []),
    ...over(odd, found.size, mostOdd, `prices are odd; the first: ${kept[0] ? inWords(kept[0]) : ''}`),
    ...over(missing.length, expected.length, mostMissing, 'known prices are missing'),
    ...over(figures.malformed, figures.malformed + found.size, mostMalformed, `records could not be read; the first: ${figures.firstMalformed ?? ''}`),
  ]
  const changed = [...accepted].filter(([key, price]) => known.get(key) !== price).length
  return { next: reasons.length > 0 ? null : applyFigures(before, accepted, told), reasons, kept, found: found.size, changed }
}

const over = (count: number, of: number, most: number, what: string): string[] => (count > of * most ? [`${count} of ${of} ${what}`] : [])

export const inWords = ({ figure, was, found, why }: Kept): string => `${figure}: ${found === null ? '' : `${was === null ? '' : `${was} → `}${found}, `}${why}`

function oddity(before: Catalogue, figure: Figure, price: number, was: number | null, priceOf: (key: string) => number | undefined, typical: ReadonlyMap<string, number>): string | null {
  if (!(price > 0 && Number.isFinite(price))) return 'a price is above zero'
  if (figure.of === 'spot') {
    const onDemand = priceOf(figureKey({ ...figure, of: 'onDemand' }))
    return onDemand !== undefined && (price > onDemand || price < onDemand * leastSpot) ? `on demand it costs ${onDemand}` : null
  }
  const usual = isService(figure.of) && was === null ? usualPrice(before, figure) : undefined
  if (usual && (price > usual * mostFromUsual || price < usual / mostFromUsual)) return `elsewhere it costs ${usual}`
  const change = was === null ? null : price / was - 1
  if (change !== null && Math.abs(change) > mostChange) return `that is ${change > 0 ? 'dearer' : 'cheaper'} by ${Math.abs(Math.round(change * 100))} % than before`
  if (figure.of !== 'onDemand' || (change !== null && Math.abs(change) <= sameAsBefore)) return null
  const machine = before.machines[figure.name]!
  const perCore = typical.get(seriesKey(machine, figure.region))
  return perCore !== undefined && Math.abs(price / machine.vcpu / perCore - 1) > mostFromSeries ? `a core of ${machine.family} costs ${Number(perCore.toPrecision(6))} there, of this one ${Number((price / machine.vcpu).toPrecision(6))}` : null
}

/** Machines of a series with the same memory for each core. Burstable and shared ones do not follow their size. */
const seriesKey = ({ family, vcpu, memoryGiB, sharedCore, gpus }: MachineEntry, region: string): string =>
  /^(B|t\d)/.test(family) || sharedCore || gpus ? '' : `${family} ${memoryGiB / vcpu} ${region}`

/** The middle of what a core costs, of series with at least three prices in a region. */
function typicalPerCore({ machines }: Catalogue, found: ReadonlyMap<string, number>): Map<string, number> {
  const bySeries = new Map<string, number[]>()
  for (const [key, price] of found) {
    const { of, name, region } = figureOf(key)
    const series = of === 'onDemand' ? seriesKey(machines[name]!, region) : ''
    if (series) bySeries.set(series, [...(bySeries.get(series) ?? []), price / machines[name]!.vcpu])
  }
  return new Map([...bySeries].filter(([, prices]) => prices.length >= 3).map(([series, prices]) => [series, prices.toSorted((a, b) => a - b)[Math.floor((prices.length - 1) / 2)]!]))
}
