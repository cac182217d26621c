import type { Catalogue } from '../catalogue/catalogue.ts'

/** A price of a catalogue by what it is for. `gib` is the size of a disk that is billed by size. */
export type Figure = { of: 'onDemand' | 'spot' | 'disk'; name: string; region: string; gib?: number }

export const figureKey = ({ of, name, region, gib }: Figure): string => JSON.stringify(gib === undefined ? [of, name, region] : [of, name, region, gib])

export function figureOf(key: string): Figure {
  const [of, name, region, gib] = JSON.parse(key) as [Figure['of'], string, string, number?]
  return { of, name, region, ...(gib !== undefined && { gib }) }
}

/** A figure in words. */
export const figureName = ({ of, name, region, gib }: Figure): string => `${of === 'spot' ? 'spot ' : ''}${name}${gib === undefined ? '' : ` of ${gib} GiB`} in ${region}`

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

  get prices(): ReadonlyMap<string, number> { return new Map([...this.#found].map(([key, { usd }]) => [key, usd])) }

  get size(): number { return this.#found.size }
}

/** The figures that a catalogue knows. */
export function knownFigures({ regions, machines, disks }: Catalogue): Map<string, number> {
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
  return known
}
