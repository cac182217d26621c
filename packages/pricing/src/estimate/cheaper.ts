import { listMachines } from '../catalogue/machines.ts'
import { priceBook, type PriceBook } from '../catalogue/price-book.ts'
import { usersPerNode } from '../capacity/users-per-node.ts'
import type { EstimateInput, UserPool } from './input.ts'
import { withCulling } from './sensitivities.ts'
import { defaultCulling } from './settings.ts'

/** One thing to do another way. */
export interface Change { kind: 'machine' | 'culling' | 'spot' | 'minimum' | 'boot-disk' | 'mode'; words: string; givesUp: string; apply(input: EstimateInput): EstimateInput }

const soonMinutes = 30
const smallBootGiB = 50
/** Of the cheapest by a user's part of a node, so many are reckoned whole. */
const mostMachines = 4

/** Changes that may be cheaper; whether they are, and hold everybody, is seen by reckoning them. */
export function cheaperConfigurations(input: EstimateInput): Change[] {
  const book = priceBook(input)
  const pools = (change: (pool: UserPool) => Partial<UserPool>) => (variant: EstimateInput): EstimateInput => ({ ...variant, userPools: variant.userPools.map((pool) => ({ ...pool, ...change(pool) })) })
  const culling = input.culling === undefined ? defaultCulling : input.culling
  const wasCulled = culling ? `${Math.round(culling.timeoutSeconds / 60)} minutes` : 'never'
  const bootGiB = Math.max(0, ...input.userPools.map(({ bootDisk }) => (bootDisk === undefined ? (book.catalogue?.bootDisk.gib ?? 0) : (bootDisk?.gib ?? 0))))
  const kept = input.userPools.reduce((sum, { min = 0 }) => sum + min, 0)
  return [
    ...(input.userPools.length === 1 ? otherMachines(input, book) : []),
    ...(!culling || culling.timeoutSeconds > soonMinutes * 60 ? [{
      kind: 'culling' as const, words: `Cull after ${soonMinutes} minutes instead of ${wasCulled}`, givesUp: `Whoever pauses for more than ${soonMinutes} minutes starts anew, and a computation without activity ends`,
      apply: (variant: EstimateInput) => withCulling(variant, { ...(culling ?? defaultCulling), timeoutSeconds: soonMinutes * 60 }),
    }] : []),
    ...(input.userPools.some(({ spotShare = 0 }) => spotShare < 1) ? [{ kind: 'spot' as const, words: 'Spot machines for the nodes of users', givesUp: 'The provider may take a node back at any moment, with the servers on it', apply: pools(() => ({ spotShare: 1 })) }] : []),
    ...(input.mode?.kind === 'fixed' ? [{ kind: 'mode' as const, words: 'Nodes that come and go with the people', givesUp: 'The first of a class wait some minutes for a node', apply: (variant: EstimateInput) => ({ ...variant, mode: { kind: 'autoscale' as const } }) }] : []),
    ...(kept > 0 && input.corePool && input.mode?.kind !== 'fixed' ? [{ kind: 'minimum' as const, words: `No node for users that always runs, instead of ${kept}`, givesUp: 'The first one of the day waits some minutes for a node', apply: pools(() => ({ min: 0 })) }] : []),
    ...(bootGiB > smallBootGiB ? [{
      kind: 'boot-disk' as const, words: `Boot disks of ${smallBootGiB} instead of ${bootGiB} GiB`, givesUp: 'Room for images on each node; one large image and its successor must fit',
      apply: pools(({ bootDisk }) => (bootDisk === null ? {} : { bootDisk: { ...bootDisk, gib: smallBootGiB } })),
    }] : []),
  ]
}

/** Machines of which a user's part is cheapest. */
function otherMachines(input: EstimateInput, book: PriceBook): Change[] {
  const pool = input.userPools[0]!
  const largest = input.users.map(({ memoryGuaranteeGiB, cpuGuarantee = 0, homeGiB = 10, storageClass = null }) => ({ memoryGiB: memoryGuaranteeGiB, cpu: cpuGuarantee, volume: homeGiB > 0 && book.attachesVolumes(storageClass) }))
  const slots = (machine: ReturnType<typeof listMachines>[number]) => Math.min(...largest.map((profile) => usersPerNode(book.provider, machine, profile, pool).slots))
  const now = book.machine(pool.machine)
  return listMachines(book.provider, book.region, book.catalogue)
    .map((machine) => ({ machine, slots: slots(machine) }))
    .filter(({ machine, slots: each }) => each > 0 && machine.type !== pool.machine && machine.gpus === now.gpus && !machine.sharedCore)
    .sort((a, b) => a.machine.onDemand! / a.slots - b.machine.onDemand! / b.slots)
    .slice(0, mostMachines)
    .map(({ machine, slots: each }) => ({
      kind: 'machine', words: `${machine.type} instead of ${pool.machine} for the nodes of users`,
      givesUp: `${machine.vcpu} vCPUs are shared by ${each} users on a node, instead of ${now.vcpu} by ${slots(now)}`,
      apply: (variant) => ({ ...variant, userPools: variant.userPools.map((one) => ({ ...one, machine: machine.type })) }),
    }))
}
