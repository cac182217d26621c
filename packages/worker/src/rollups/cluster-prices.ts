import { placeOf, specOf } from '@hubfleet/control'
import type { ClusterRow } from '@hubfleet/database'
import { hourlyPrices, priceBook, type AllocationInput } from '@hubfleet/pricing'

/** What a cluster's things cost, and which things there are that no sample shows. What `noted` has is taken from there, and what is priced is noted there. */
export function pricesOf(cluster: ClusterRow, noted: Record<string, number>): Pick<AllocationInput, 'prices' | 'bootDisk' | 'controlPlane'> & { currency: string } {
  const place = placeOf(cluster)
  const book = place && priceBook(place)
  const { pools = [] } = specOf(cluster)
  const boot = book?.catalogue?.bootDisk
  return {
    prices: hourlyPrices(book, noted), currency: book?.catalogue?.currency ?? 'USD',
    bootDisk: (pool) => boot ? { storageClass: boot.disk, gib: pools.find(({ name }) => name === pool)?.diskGiB ?? boot.gib } : null,
    controlPlane: book ? controlPlaneOf(cluster, book.catalogue!.controlPlane.defaultTier) : null,
  }
}

/** Who stops a cluster of Azure stops its control plane; elsewhere that goes on. Of a registered cluster one is paid for if the cloud runs it, which its name tells. */
function controlPlaneOf(cluster: ClusterRow, usual: string): AllocationInput['controlPlane'] {
  const { provider, channel, stopped } = specOf(cluster)
  if (provider === 'aks' && stopped) return null
  if (cluster.managed) return { tier: provider === 'aks' && channel === 'extended' ? 'premium' : usual, credited: false }
  const kind = (cluster.status['platform'] as { name?: unknown } | null | undefined)?.name
  return kind === 'GKE' || kind === 'EKS' || kind === 'AKS' ? { tier: usual, credited: false } : null
}
