import type { NodeSample } from '@hubfleet/core'
import type { PriceBook } from '../catalogue/price-book.ts'

/** USD for an hour of what a cluster holds; null is not known. */
export interface HourlyPrices {
  node(node: Pick<NodeSample, 'machine' | 'spot' | 'cpu' | 'memoryGiB' | 'size'>): number | null
  disk(storageClass: string | null, gib: number): number | null
  /** Of all together: some places price the first ones as one. */
  loadBalancers(count: number): number | null
  address(): number | null
  controlPlane(tier: string, credited: boolean): number | null
}

/** Months are reckoned as so many hours when a price is per month. */
const hoursPerMonth = 730

/**
 * The prices of a book, null for a place without prices. What `noted` has is taken from there, and what is taken from the book is noted there: a period that is reckoned
 * again later costs what it did, whatever became of the catalogue meanwhile. Only what had no price is asked for again.
 */
export function hourlyPrices(book: PriceBook | null, noted: Record<string, number> = {}): HourlyPrices {
  const priced = (key: string, ask: (book: PriceBook) => number | null): number | null => {
    const known = Object.hasOwn(noted, key) ? noted[key]! : book && ask(book)
    if (known !== null) noted[key] = known
    return known
  }
  return {
    node: ({ machine, spot, cpu, memoryGiB, size = { cpu, memoryGiB } }) =>
      priced(`${spot ? 'spot' : 'node'} ${machine}${book?.bySize(machine) ? ` ${size.cpu}x${size.memoryGiB}` : ''}`, (book) => book.nodeHour({ machine, spot, ...size })),
    disk: (storageClass, gib) => priced(`disk ${storageClass ?? ''} ${gib}`, (book) => perHour(book.diskMonth(storageClass, gib))),
    loadBalancers: (count) => priced(`load-balancers ${count}`, (book) => book.loadBalancersHour(count)),
    address: () => priced('address', (book) => book.addressHour()),
    controlPlane: (tier, credited) => priced(`control-plane ${tier}${credited ? ' credited' : ''}`, (book) => {
      const full = book.controlPlaneHour(tier)
      const credit = credited ? (book.catalogue?.controlPlane.creditPerMonth ?? 0) / hoursPerMonth : 0
      return full === null ? null : Math.max(0, full - credit)
    }),
  }
}

const perHour = (month: number | null): number | null => (month === null ? null : month / hoursPerMonth)
