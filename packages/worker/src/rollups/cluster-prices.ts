import { controlPlaneOf, pricingOf, specOf } from '@hubfleet/control'
import type { ClusterRow } from '@hubfleet/database'
import { hourlyPrices, priceBook, type AllocationInput } from '@hubfleet/pricing'

/** What a cluster's things cost at a moment of its clock, and which things there are that no sample shows. What `noted` has is taken from there, and what is priced is noted there. */
export function pricesOf(cluster: ClusterRow, at: Date, noted: Record<string, number>): Pick<AllocationInput, 'prices' | 'bootDisk' | 'controlPlane'> & { currency: string } {
  const pricing = pricingOf(cluster, at)
  const book = pricing && priceBook(pricing)
  const { pools = [] } = specOf(cluster)
  const boot = book?.catalogue?.bootDisk
  const tier = pricing && controlPlaneOf(cluster, pricing)
  return {
    prices: hourlyPrices(book, noted), currency: book?.catalogue?.currency ?? 'USD',
    bootDisk: (pool) => boot ? { storageClass: boot.disk, gib: pools.find(({ name }) => name === pool)?.diskGiB ?? boot.gib } : null,
    controlPlane: tier === null ? null : { tier, credited: false },
  }
}
