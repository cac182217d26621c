import { controlPlaneOf, pricingOf, specOf } from '@hubfleet/control'
import { hourlyPrices, priceBook, type AllocationInput } from '@hubfleet/pricing'
import type { ClusterHour } from './cluster-hour.ts'

/** What a cluster's things cost in an hour of its clock, and which things there are that no sample shows. What the hour's prices have is taken from there, and what is priced is noted there. */
export function pricesOf({ cluster, start, prices: noted, credited }: ClusterHour): Pick<AllocationInput, 'prices' | 'bootDisk' | 'controlPlane'> & { currency: string } {
  const pricing = pricingOf(cluster, start)
  const book = pricing && priceBook(pricing)
  const { pools = [] } = specOf(cluster)
  const boot = book?.catalogue?.bootDisk
  const tier = pricing && controlPlaneOf(cluster, pricing)
  return {
    prices: hourlyPrices(book, noted), currency: book?.catalogue?.currency ?? 'USD',
    bootDisk: (pool) => boot ? { storageClass: boot.disk, gib: pools.find(({ name }) => name === pool)?.diskGiB ?? boot.gib } : null,
    controlPlane: tier === null ? null : { tier, credited },
  }
}
