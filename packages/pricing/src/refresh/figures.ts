import type { Catalogue, LoadBalancerPrices } from '../catalogue/catalogue.ts'

/** A price of a catalogue by what it is for. `gib` is the size of a disk that is billed by size. */
export type Figure = { of: 'onDemand' | 'spot' | 'disk' | Service; name: string; region: string; gib?: number }

/** What a cluster needs beside machines and disks. Names are parts of the price: of a load balancer those of `LoadBalancerPrices`, of an address `perHour`, of a control plane its tier. */
export type Service = 'loadBalancer' | 'address' | 'controlPlane'
export const isService = (of: Figure['of']): of is Service => of === 'loadBalancer' || of === 'address' || of === 'controlPlane'

/** A region that stands for all of those that a source does not tell of one by one. */
export const anywhere = '*'


export const figureKey = ({ of, name, region, gib }: Figure): string => JSON.stringify(gib === undefined ? [of, name, region] : [of, name, region, gib])

export function figureOf(key: string): Figure {
  const [of, name, region, gib] = JSON.parse(key) as [Figure['of'], string, string, number?]
  return { of, name, region, ...(gib !== undefined && { gib }) }
}

const inWords: Record<Service, string> = { loadBalancer: 'load balancer,', address: 'public address,', controlPlane: 'control plane,' }

/** A figure in words. */
export const figureName = ({ of, name, region, gib }: Figure): string => `${of === 'spot' ? 'spot ' : isService(of) ? `${inWords[of]} ` : ''}${name}${gib === undefined ? '' : ` of ${gib} GiB`} in ${region}`

/** The currency of a price is not the catalogue's: amounts of two currencies are never put beside each other. */
export class ForeignCurrency extends Error {
  constructor(found: string, wanted: string) { super(`prices are in ${found || 'no currency'}, and not in ${wanted}`) }
}

/** What a source told so far, of what the catalogue has: one price for each figure, whatever else came. */
export class Figures {
  readonly #found = new Map<string, { usd: number; since: string }>()
  /** Records that should have told a price and could not be read, and the first of them in words. */
  malformed = 0
  firstMalformed: string | null = null

  /** `since` (ISO time) tells which of several prices of a figure holds: the latest. */
  add(figure: Figure, usd: number, since = ''): void {
    const key = figureKey(figure)
    const known = this.#found.get(key)
    if (!known || since >= known.since) this.#found.set(key, { usd, since })
  }

  reject(what: string): void {
    this.malformed++
    this.firstMalformed ??= what.slice(0, 200)
  }

  addAll(other: Figures): void {
    for (const [key, { usd, since }] of other.#found) this.add(figureOf(key), usd, since)
    this.malformed += other.malformed
    this.firstMalformed ??= other.firstMalformed
  }

  /** What was told of no region in particular is told of each that nothing else was told of. */
  spread(regions: readonly string[]): void {
    for (const [key, { usd, since }] of [...this.#found]) {
      const figure = figureOf(key)
      if (figure.region !== anywhere) continue
      this.#found.delete(key)
      for (const region of regions) if (!this.#found.has(figureKey({ ...figure, region }))) this.add({ ...figure, region }, usd, since)
    }
  }

  get prices(): ReadonlyMap<string, number> { return new Map([...this.#found].map(([key, { usd }]) => [key, usd])) }

  get size(): number { return this.#found.size }
}

/** The figures that a catalogue knows. */
export function knownFigures({ regions, machines, disks, loadBalancer, address, controlPlane }: Catalogue): Map<string, number> {
  const known = new Map<string, number>()
  const note = (figure: Figure, price: number | null | undefined) => { if (price !== null && price !== undefined) known.set(figureKey(figure), price) }
  for (const [name, { onDemand, spot = [] }] of Object.entries(machines)) {
    regions.forEach((region, at) => {
      note({ of: 'onDemand', name, region }, onDemand[at])
      note({ of: 'spot', name, region }, spot[at])
    })
  }
  for (const [name, { perGiBMonth = {}, perMonthBySize = {} }] of Object.entries(disks)) {
    for (const [region, price] of Object.entries(perGiBMonth)) note({ of: 'disk', name, region }, price)
    for (const [region, sizes] of Object.entries(perMonthBySize)) for (const [gib, price] of Object.entries(sizes)) note({ of: 'disk', name, region, gib: Number(gib) }, price)
  }
  for (const [region, parts] of Object.entries(loadBalancer.in ?? {})) for (const [name, price] of Object.entries(parts)) note({ of: 'loadBalancer', name, region }, price)
  for (const [region, price] of Object.entries(address.in ?? {})) note({ of: 'address', name: 'perHour', region }, price)
  for (const [region, tiers] of Object.entries(controlPlane.in ?? {})) for (const [name, price] of Object.entries(tiers)) note({ of: 'controlPlane', name, region }, price)
  return known
}

/** What a service costs where no region of its own is known: what others are held against the first time. */
export function usualPrice({ loadBalancer, address, controlPlane }: Catalogue, { of, name }: Figure): number | undefined {
  if (of === 'loadBalancer') return loadBalancer[name as keyof LoadBalancerPrices]
  return of === 'address' ? address.perHour : of === 'controlPlane' ? controlPlane.perHour[name] : undefined
}
