import { findDisk } from '../catalogue/disks.ts'
import type { PriceBook } from '../catalogue/price-book.ts'
import type { CheaperOption } from './cheaper-option.ts'
import { culledWithin, longestCulling, withCulling } from './culling-variant.ts'
import type { EstimateInput, UserPool } from './input.ts'
import { otherMachines } from './other-machines.ts'
import { defaultHomeGiB } from './settings.ts'

const soonMinutes = 30
const smallBootGiB = 50

/** Changes that may be cheaper; whether they are, and hold everybody, is seen by reckoning them. */
export function cheaperConfigurations(input: EstimateInput, book: PriceBook): CheaperOption[] {
  return [...otherMachines(input, book), ...culling(input), ...nodes(input), ...disks(input, book), ...credit(input, book)]
}

function culling(input: EstimateInput): CheaperOption[] {
  const minutes = longestCulling(input)
  if (minutes !== null && minutes <= soonMinutes) return []
  return [{
    kind: 'culling', change: minutes === null ? `Cull after ${soonMinutes} minutes instead of never` : `Cull after ${soonMinutes} instead of ${Math.round(minutes)} minutes`,
    givesUp: `who pauses for more than ${soonMinutes} minutes starts anew, and so does what computes without being seen`,
    apply: (variant) => withCulling(variant, culledWithin(soonMinutes)),
  }]
}

function nodes({ userPools, mode, corePool, placeholders = 0 }: EstimateInput): CheaperOption[] {
  const kept = userPools.reduce((sum, { min = 0 }) => sum + min, 0)
  const autoscaled = mode?.kind !== 'fixed'
  return [
    ...(autoscaled ? [] : [{ kind: 'mode', change: 'Nodes that come and go with the people', givesUp: 'who comes while all nodes are full waits some minutes for one', apply: (variant: EstimateInput) => ({ ...variant, mode: { kind: 'autoscale' as const } }) }]),
    ...(userPools.some(({ spotShare = 0 }) => spotShare < 1) ? [{ kind: 'spot', change: 'Spot machines for the nodes of users', givesUp: 'the provider may take a node back at any moment, with the servers on it', apply: ofPools(() => ({ spotShare: 1 })) }] : []),
    // Without nodes of its own the hub itself needs one of these.
    ...(autoscaled && kept > 0 && corePool !== undefined ? [{ kind: 'minimum', change: `No node for users that always runs, instead of ${kept}`, givesUp: 'who comes first waits some minutes for a node', apply: ofPools(() => ({ min: 0 })) }] : []),
    ...(placeholders > 0 ? [{ kind: 'placeholders', change: `No seat kept warm, instead of ${placeholders}`, givesUp: 'who comes while all nodes are full waits some minutes for one', apply: (variant: EstimateInput) => ({ ...variant, placeholders: 0 }) }] : []),
  ]
}

function disks({ users, userPools }: EstimateInput, { catalogue, diskMonth }: PriceBook): CheaperOption[] {
  if (!catalogue) return []
  const bootGiB = (pool: UserPool) => (pool.bootDisk === null ? 0 : pool.bootDisk?.gib ?? catalogue.bootDisk.gib)
  const largest = Math.max(...userPools.map(bootGiB))
  const [type] = users
  const homes = type && (findDisk(catalogue, type.storageClass)?.name ?? null)
  const alike = homes && users.every(({ storageClass }) => findDisk(catalogue, storageClass)?.name === homes)
  const others = alike ? Object.keys(catalogue.disks).filter((name) => name !== homes && catalogue.disks[name]!.kind === 'block' && diskMonth(name, type.homeGiB ?? defaultHomeGiB) !== null) : []
  return [
    ...(largest > smallBootGiB ? [{
      kind: 'boot-disk', change: `Boot disks of ${smallBootGiB} instead of ${largest} GiB`, givesUp: 'room for images on each node: the one in use and the next must fit',
      apply: (variant: EstimateInput) => ofPools((pool) => (bootGiB(pool) > smallBootGiB ? { bootDisk: { ...pool.bootDisk, gib: smallBootGiB } } : {}))(variant),
    }] : []),
    ...others.map((name) => ({
      kind: 'homes', change: `Homes on ${name} instead of ${homes}`, givesUp: `files are read and written by ${name}, which is slower`,
      apply: (variant: EstimateInput) => ({ ...variant, users: variant.users.map((one) => ({ ...one, storageClass: name })) }),
    })),
  ]
}

function credit({ controlPlane, controlPlaneCredit }: EstimateInput, { catalogue }: PriceBook): CheaperOption[] {
  if (!catalogue?.controlPlane.creditPerMonth || controlPlane === null || controlPlaneCredit) return []
  return [{ kind: 'credit', change: 'A cluster in one zone that has the provider\'s monthly credit for its control plane', givesUp: 'a billing account has it once, and a zone that fails takes the cluster with it', apply: (variant) => ({ ...variant, controlPlaneCredit: true }) }]
}

const ofPools = (change: (pool: UserPool) => Partial<UserPool>) => (input: EstimateInput): EstimateInput => ({ ...input, userPools: input.userPools.map((pool) => ({ ...pool, ...change(pool) })) })
