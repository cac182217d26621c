import type { Catalogue, DiskEntry } from './catalogue.ts'

/** The disk that a storage class (or disk name, or nothing: the default) makes; undefined when the catalogue does not know it. */
export function findDisk(catalogue: Catalogue, storageClass?: string | null): { name: string; entry: DiskEntry } | undefined {
  const name = storageClass ? (own(catalogue.storageClasses, storageClass) ?? storageClass) : catalogue.defaultDisk
  const entry = own(catalogue.disks, name)
  return entry && { name, entry }
}

/** What is billed for a disk of `gib`: on Azure the next larger size there is. Infinity when none is large enough. */
export const billedGiB = (disk: DiskEntry, gib: number): number => (disk.sizesGiB ? (disk.sizesGiB.find((size) => size >= gib) ?? Infinity) : gib)

/** USD per month of one disk of `gib`; null when it is not known for the region or the size. */
export function diskPerMonth(disk: DiskEntry, region: string, gib: number): number | null {
  if (gib === 0) return 0
  if (disk.sizesGiB) return disk.perMonthBySize?.[region]?.[String(billedGiB(disk, gib))] ?? null
  const price = disk.perGiBMonth?.[region]
  return price === undefined ? null : price * gib
}

const own = <T>(record: Record<string, T>, key: string): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined)
