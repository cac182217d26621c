import type { PriceBook } from '../catalogue/price-book.ts'
import { wordsOf } from '../demand/named-patterns.ts'
import { weeksNeeded, type Pattern } from '../demand/pattern.ts'
import type { CullingTimes } from '../demand/presence.ts'
import { timelineOf } from '../demand/timeline.ts'
import type { EstimateInput, UserPool } from './input.ts'

/** Share of everybody at work at once, and for how long, when nothing is known about a hub yet. */
const usualPattern: Pattern = { peakConcurrent: 0.4, activeHoursPerWeek: 40 }

/** What is done with idle servers where it is not said. Seconds. */
export const defaultCulling = { timeoutSeconds: 3600, everySeconds: 600 }

export const defaultHomeGiB = 10

export type Settings = ReturnType<typeof settingsOf>

/** The input with everything filled in, and a sentence for each thing that the caller did not say and that moves the amount. */
export function settingsOf(input: EstimateInput, book: PriceBook) {
  const assumptions: string[] = []
  const assume = <T>(given: T | undefined, value: T, sentence: string): T => {
    if (given !== undefined) return given
    assumptions.push(sentence)
    return value
  }
  const hasUsers = input.users.some(({ count }) => count > 0)
  const fixedNodes = input.mode?.kind === 'fixed' && (input.mode.nodes !== undefined || input.mode.peakUsers !== undefined)
  const culling = input.culling === undefined ? defaultCulling : input.culling
  const users = input.users.map((type, index) => ({
    ...type,
    name: type.name ?? (input.users.length === 1 ? 'users' : `users-${index + 1}`),
    homeGiB: type.count > 0 ? assume(type.homeGiB, defaultHomeGiB, `Every user has a home of ${defaultHomeGiB} GiB.`) : (type.homeGiB ?? 0),
    cpuGuarantee: type.cpuGuarantee ?? 0, storageClass: type.storageClass ?? null, homes: type.homes ?? type.count,
    pattern: type.pattern ?? input.pattern ?? usualPattern,
    culling: type.culling === undefined ? culling : type.culling,
  }))
  const settings = {
    users,
    userPools: poolsOf(input, book, assume),
    corePool: input.corePool && { ...input.corePool, bootDisk: bootDisk(input.corePool.bootDisk, book, assume) },
    mode: input.mode ?? { kind: 'autoscale' as const },
    timeline: timelineOf(input.calendar ?? { weeks: Math.max(1, ...users.map(({ pattern }) => weeksNeeded(pattern))) }),
    concurrentLimit: input.concurrentLimit ?? Infinity,
    placeholders: input.placeholders ?? 0,
    scheduling: input.scheduling ?? ('packed' as const),
    scaleDownMinutes: input.scaleDownMinutes ?? 10,
    nodeStartMinutes: input.nodeStartMinutes ?? 6,
    loadBalancers: assume(input.loadBalancers, 1, 'One load balancer.'),
    addresses: assume(input.addresses, 1, 'One public address.'),
    controlPlane: input.controlPlane === undefined ? (book.catalogue?.controlPlane.defaultTier ?? (book.controlPlaneHour('own') === null ? null : 'own')) : input.controlPlane,
    controlPlaneCredit: input.controlPlaneCredit ?? false,
    sharedByHubs: input.sharedByHubs ?? 1,
    hubDiskGiB: input.hubDiskGiB ?? 1,
    egressGiB: assume(input.egressGiB, 0, 'Traffic to the internet is not counted.'),
    extras: input.extras ?? [],
    hoursPerMonth: input.hoursPerMonth ?? 730,
    discount: input.discount ?? 0,
    sustainedUse: input.sustainedUse ?? false,
    months: input.months,
    dated: input.calendar !== undefined,
  }
  if (hasUsers && !fixedNodes) assumptions.push(...assumedOfUsers(input, users, settings.timeline.weeks))
  if (book.told) assumptions.push(book.told)
  if (settings.controlPlaneCredit && book.catalogue?.controlPlane.creditPerMonth) assumptions.push('The free credit of the billing account goes to this cluster, and so to no other of the account.')
  if (settings.controlPlane === null && !book.catalogue && input.controlPlane === undefined) assumptions.push('The control plane costs nothing of its own.')
  return { ...settings, assumptions }
}

/** What is taken for how people work, in words. */
function assumedOfUsers(input: EstimateInput, users: { name: string; pattern: Pattern; culling: CullingTimes | null }[], weeks: number): string[] {
  const unsaid = <T>(of: (type: EstimateInput['users'][number]) => T | undefined, all: unknown) => all === undefined && input.users.some((type) => of(type) === undefined)
  const named = users.flatMap(({ name, pattern }) => (pattern.like ?? []).map((like) => `${like} (${name}): ${wordsOf(like)}.`))
  return [
    ...(unsaid(({ pattern }) => pattern, input.pattern) ? ['40 % of the users are at work at once, 40 hours a week.'] : []),
    ...(unsaid(({ culling }) => culling, input.culling) ? ['Idle servers are stopped after an hour.'] : []),
    ...named,
    ...(input.calendar === undefined && weeks > 1 ? [`Weeks differ, so ${weeks} weeks are reckoned, over and over.`] : []),
  ]
}

type Assume = <T>(given: T | undefined, value: T, sentence: string) => T

/** Without nodes for the hub itself, its pods need one user node at all times, or a hub without users would seem to be free. */
function poolsOf(input: EstimateInput, book: PriceBook, assume: Assume) {
  const hubOnUserNodes = input.corePool === undefined && input.mode?.kind !== 'fixed' && (input.userPools[0]?.min ?? 0) < 1
  const given = input.userPools.reduce((sum, { share = 0 }) => sum + share, 0)
  const without = input.userPools.filter(({ share }) => share === undefined).length
  return input.userPools.map((pool, index) => ({
    ...pool,
    name: poolName(pool, index),
    min: index === 0 && hubOnUserNodes ? assume<number>(undefined, 1, 'The hub itself runs on a user node, so that one always runs.') : (pool.min ?? 0),
    max: pool.max ?? Infinity,
    share: pool.share ?? (1 - given) / without,
    spotShare: pool.spotShare ?? 0,
    bootDisk: bootDisk(pool.bootDisk, book, assume),
  }))
}

export const poolName = ({ name }: Pick<UserPool, 'name'>, index: number): string => name ?? (index === 0 ? 'user' : `user-${index + 1}`)

function bootDisk(given: UserPool['bootDisk'], { catalogue }: PriceBook, assume: Assume): { gib: number; storageClass: string } | null {
  if (given) return { gib: given.gib, storageClass: given.storageClass ?? catalogue?.bootDisk.disk ?? '*' }
  if (given === null || !catalogue) return null
  const { gib, disk } = catalogue.bootDisk
  return assume<{ gib: number; storageClass: string }>(undefined, { gib, storageClass: disk }, `Every node has a boot disk of ${gib} GiB ${disk}.`)
}
