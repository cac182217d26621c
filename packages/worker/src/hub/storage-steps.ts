import { camelCode, fileSharesOf, parseQuantity, Problem, valueAt } from '@hubfleet/core'
import { drifted, inSync, refused, waiting, type Step } from '@hubfleet/engine'
import type { Claim } from '@hubfleet/providers'
import type { HubScope } from './scope.ts'

type HubStep = Step<HubScope>

/** The StorageClasses of the disks that a release will have; undefined is the default class. Raw values count as they win. */
export function claimedClasses(values: HubScope['values']): (string | undefined)[] {
  const at = (path: string) => (valueAt(values, path.split('.')) ?? undefined) as string | undefined
  return [
    ...((at('singleuser.storage.type') ?? 'dynamic') === 'dynamic' ? [at('singleuser.storage.dynamic.storageClass')] : []),
    ...((at('hub.db.type') ?? 'sqlite-pvc') === 'sqlite-pvc' ? [at('hub.db.pvc.storageClassName')] : []),
  ]
}

/** NFS folders must be claims of the namespace before a pod names them. */
export const fileSharesMade: HubStep = {
  name: 'file shares', condition: 'StorageReady',
  async observe({ site, hub }, signal) {
    const wanted = fileSharesOf(hub.spec.storage)
    if (wanted.length === 0) return inSync('none wanted')
    const there = await site.fileShares(signal)
    const missing = wanted.filter(({ claim }) => !there.some((share) => share.claim === claim))
    if (missing.length > 0) return drifted(`${missing.map(({ nfs }) => `${nfs.server}:${nfs.path}`).join(', ')} is to be mounted`)
    const unbound = there.filter((share) => !share.bound && wanted.some(({ claim }) => claim === share.claim))
    return unbound.length === 0 ? inSync(wanted.map(({ nfs }) => `${nfs.server}:${nfs.path}`).join(', ')) : waiting(`the claim ${unbound[0]!.claim} is not bound to its volume yet`, 1)
  },
  act: ({ site, hub }, signal) => site.makeFileShares(fileSharesOf(hub.spec.storage), signal),
}

/** helm would fail at a disk that shrinks, or that cannot grow, with words that help nobody. */
export const databaseDiskFits: HubStep = {
  name: 'database disk', condition: 'StorageReady',
  async observe({ site, values }, signal) {
    const db = valueAt(values, ['hub', 'db']) as { type?: string; pvc?: { storage?: string } } | undefined
    if (db?.type !== undefined && db.type !== 'sqlite-pvc') return inSync(`${db.type}, no disk`)
    const disk = (await site.claims(signal)).find(({ kind }) => kind === 'database')
    const wanted = db?.pvc?.storage ?? '1Gi'
    const size = parseQuantity(wanted) ?? 0
    if (!disk) return inSync('is made with the release')
    const impossible = (reason: string) => refused(new Problem('disk-cannot-change', { claim: disk.name, has: inGiB(disk.requested), wanted, reason }))
    if (size < disk.requested) return impossible('disks never shrink')
    if (size > disk.requested && !disk.canGrow) return impossible(`its StorageClass ${disk.storageClass ?? ''} does not let it grow`)
    return inSync(size > disk.requested ? `grows from ${inGiB(disk.requested)} to ${wanted} with the release` : inGiB(disk.requested))
  },
}

/**
 * A hub whose SQLite has no room ends at each start, and one that runs answers and can keep nothing. Neither says so but in its log. Advisory:
 * the hub may well run for a while, and a grown disk needs a release to come after this look.
 */
export const databaseHasRoom: HubStep = {
  name: 'database room', condition: 'StorageReady', advisory: true,
  async observe(scope, signal) {
    const problem = await fullDatabase(scope, signal)
    return problem ? waiting(`${problem.message} ${problem.nextStep}`, 60, camelCode(problem.code)) : inSync('has room, as far as the hub tells')
  },
}

/** Whether the disk of the hub's database is on the way to the size that was asked for: a full one then ends by itself. */
export const databaseGrows = async ({ site }: Pick<HubScope, 'site'>, signal: AbortSignal): Promise<boolean> =>
  (await site.claims(signal)).some(({ kind, actual, requested }) => kind === 'database' && actual < requested)

/** The problem of a hub whose database is on a full disk; null where it is not so, or nobody knows. */
export async function fullDatabase({ site, values }: Pick<HubScope, 'site' | 'values'>, signal: AbortSignal): Promise<Problem | null> {
  if ((valueAt(values, ['hub', 'db', 'type']) ?? 'sqlite-pvc') !== 'sqlite-pvc' || !(await site.databaseFull(signal))) return null
  const disk = (await site.claims(signal)).find(({ kind }) => kind === 'database')
  if (!disk) return null
  const mend = disk.actual < disk.requested ? `It is growing to ${inGiB(disk.requested)}; wait for that.`
    : disk.canGrow ? `Grow it: set database.capacity to more than ${inGiB(disk.requested)}, such as ${inGiB(2 * disk.requested)}. What it holds is kept.`
      : `Its StorageClass ${disk.storageClass ?? ''} lets no disk grow: set allowVolumeExpansion of that, then database.capacity, or keep the database elsewhere (database.type).`
  return new Problem('database-disk-full', { claim: disk.name, size: inGiB(disk.actual || disk.requested), mend })
}

/** So many claims one nudge grows: a pass of a large hub must not last. */
const atOnce = 100

/** Homes that exist grow to the capacity of the spec. Who keeps a smaller one keeps nobody from working. */
export const homesGrown: HubStep = {
  name: 'homes', condition: 'StorageReady', advisory: true,
  async observe(scope, signal) {
    const { homes, small, stuck, capacity } = await homesOf(scope, signal)
    if (small.length > stuck.length) return drifted(`claims grown ${homes.length - small.length} of ${homes.length}`)
    if (stuck.length > 0) {
      const classes = [...new Set(stuck.map(({ storageClass }) => storageClass ?? 'none'))].join(', ')
      return waiting(`${stuck.length} of ${homes.length} homes stay smaller than ${capacity}: their StorageClass (${classes}) does not let them grow; allowVolumeExpansion would`, 300, 'CannotGrow')
    }
    const growing = homes.filter(({ actual, requested }) => actual < requested)
    return inSync(growing.length === 0 ? `${homes.length} homes` : `claims grown ${homes.length - growing.length} of ${homes.length}; the others grow as their disks do, most at the next start of the server`)
  },
  async act(scope, signal) {
    const { small, stuck, capacity } = await homesOf(scope, signal)
    const growable = small.filter((home) => !stuck.includes(home))
    await scope.site.growClaims(growable.slice(0, atOnce).map(({ name }) => name), capacity, signal)
  },
}

async function homesOf({ site, values }: HubScope, signal: AbortSignal): Promise<{ homes: Claim[]; small: Claim[]; stuck: Claim[]; capacity: string }> {
  const storage = valueAt(values, ['singleuser', 'storage']) as { type?: string; capacity?: string } | undefined
  const capacity = storage?.capacity ?? '10Gi'
  if (storage?.type !== 'dynamic') return { homes: [], small: [], stuck: [], capacity }
  const homes = (await site.claims(signal)).filter(({ kind }) => kind === 'home')
  const small = homes.filter(({ requested }) => requested < (parseQuantity(capacity) ?? 0))
  return { homes, small, stuck: small.filter(({ canGrow }) => !canGrow), capacity }
}

const inGiB = (bytes: number): string => `${Math.round((bytes / 1024 ** 3) * 100) / 100}Gi`
