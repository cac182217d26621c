import type { PriceBook } from '../catalogue/price-book.ts'
import type { Pattern } from '../demand/pattern.ts'
import type { EstimateInput, UserPool } from './input.ts'

/** Share of everybody at work at once, and for how long, when nothing is known about a hub yet. */
const usualPattern: Pattern = { peakConcurrent: 0.4, activeHoursPerWeek: 40 }

export type Settings = ReturnType<typeof settingsOf>

/** The input with everything filled in, and a sentence for each thing that the caller did not say and that moves the amount. */
export function settingsOf(input: EstimateInput, book: PriceBook) {
  const assumptions: string[] = []
  const assume = <T>(given: T | undefined, value: T, sentence: string): T => {
    if (given !== undefined) return given
    assumptions.push(sentence)
    return value
  }
  const hasUsers = input.users.count > 0
  const fixedNodes = input.mode?.kind === 'fixed' && (input.mode.nodes !== undefined || input.mode.peakUsers !== undefined)
  const homeGiB = hasUsers ? assume(input.users.homeGiB, 10, 'Every user has a home of 10 GiB.') : (input.users.homeGiB ?? 0)
  const settings = {
    users: {
      ...input.users, homeGiB,
      cpuGuarantee: input.users.cpuGuarantee ?? 0, storageClass: input.users.storageClass ?? null, homes: input.users.homes ?? input.users.count,
    },
    userPools: poolsOf(input, book, assume),
    corePool: input.corePool && { ...input.corePool, bootDisk: bootDisk(input.corePool.bootDisk, book, assume) },
    mode: input.mode ?? { kind: 'autoscale' as const },
    pattern: input.pattern ?? usualPattern,
    culling: input.culling === undefined ? { timeoutSeconds: 3600, everySeconds: 600 } : input.culling,
    concurrentLimit: input.concurrentLimit ?? Infinity,
    placeholders: input.placeholders ?? 0,
    scheduling: input.scheduling ?? ('packed' as const),
    scaleDownMinutes: input.scaleDownMinutes ?? 10,
    loadBalancers: assume(input.loadBalancers, 1, 'One load balancer.'),
    addresses: assume(input.addresses, 1, 'One public address.'),
    controlPlane: input.controlPlane === undefined ? (book.catalogue?.controlPlane.defaultTier ?? null) : input.controlPlane,
    controlPlaneCredit: input.controlPlaneCredit ?? false,
    sharedByHubs: input.sharedByHubs ?? 1,
    hubDiskGiB: input.hubDiskGiB ?? 1,
    egressGiB: assume(input.egressGiB, 0, 'Traffic to the internet is not counted.'),
    extras: input.extras ?? [],
    hoursPerMonth: input.hoursPerMonth ?? 730,
    discount: input.discount ?? 0,
    sustainedUse: input.sustainedUse ?? false,
    months: input.months,
  }
  if (hasUsers && !fixedNodes && !input.pattern) assumptions.push('40 % of the users are at work at once, 40 hours a week.')
  if (hasUsers && !fixedNodes && input.culling === undefined) assumptions.push('Idle servers are stopped after an hour.')
  if (settings.controlPlane === null && !book.catalogue && input.controlPlane === undefined) assumptions.push('The control plane costs nothing of its own.')
  return { ...settings, assumptions }
}

type Assume = <T>(given: T | undefined, value: T, sentence: string) => T

/** Without nodes for the hub itself, its pods need one user node at all times, or a hub without users would seem to be free. */
function poolsOf(input: EstimateInput, book: PriceBook, assume: Assume) {
  const hubOnUserNodes = input.corePool === undefined && input.mode?.kind !== 'fixed' && (input.userPools[0]?.min ?? 0) < 1
  return input.userPools.map((pool, index) => ({
    ...pool,
    name: pool.name ?? (index === 0 ? 'user' : `user-${index + 1}`),
    min: index === 0 && hubOnUserNodes ? assume<number>(undefined, 1, 'The hub itself runs on a user node, so that one always runs.') : (pool.min ?? 0),
    max: pool.max ?? Infinity,
    share: pool.share ?? 1 / input.userPools.length,
    spotShare: pool.spotShare ?? 0,
    bootDisk: bootDisk(pool.bootDisk, book, assume),
  }))
}

function bootDisk(given: UserPool['bootDisk'], { catalogue }: PriceBook, assume: Assume): { gib: number; storageClass: string } | null {
  if (given) return { gib: given.gib, storageClass: given.storageClass ?? catalogue?.bootDisk.disk ?? '*' }
  if (given === null || !catalogue) return null
  const { gib, disk } = catalogue.bootDisk
  return assume<{ gib: number; storageClass: string }>(undefined, { gib, storageClass: disk }, `Every node has a boot disk of ${gib} GiB ${disk}.`)
}
