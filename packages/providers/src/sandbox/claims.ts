import { parseQuantity } from '@hubfleet/core'
import type { Claim } from '../provider.ts'
import { databaseGiB, growingClass } from './capacity.ts'
import { sortedHomes } from './remnants.ts'
import type { SandboxCluster, SandboxHub } from './state.ts'

const GiB = 1024 ** 3

/** In the sandbox a disk has grown as soon as it is asked to. */
export function claimsOf(cluster: SandboxCluster, hub: SandboxHub): Claim[] {
  const claim = (name: string, kind: Claim['kind'], sizeGiB: number, storageClass: string | null): Claim =>
    ({ name, kind, requested: sizeGiB * GiB, actual: sizeGiB * GiB, storageClass, canGrow: (storageClass ?? cluster.machines?.defaultStorageClass) === growingClass })
  const size = hub.database && databaseGiB(hub.database)
  return [
    ...(hub.database && size !== null ? [claim('hub-db-dir', 'database', size, hub.database.storageClass)] : []),
    ...sortedHomes(hub).map(([name, home]) => claim(name, 'home', home.sizeGiB, home.storageClass)),
  ]
}

export function growHomes(hub: SandboxHub, names: readonly string[], capacity: string): void {
  const sizeGiB = (parseQuantity(capacity) ?? 0) / GiB
  for (const name of names) {
    const home = hub.homes[name]
    if (home && home.sizeGiB < sizeGiB) home.sizeGiB = sizeGiB
  }
}
