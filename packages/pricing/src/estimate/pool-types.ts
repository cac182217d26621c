import { Problem } from '@hubfleet/core'
import { usersPerNode, type UsersPerNode } from '../capacity/users-per-node.ts'
import type { Machine } from '../catalogue/machines.ts'
import type { PriceBook } from '../catalogue/price-book.ts'
import type { Settings } from './settings.ts'

/** A type of users as far as a pool has their servers: `share` of them. */
export interface PoolType { type: Settings['users'][number]; share: number; fit: UsersPerNode }

/** A user pool with whom it serves. `fit` is that of the type of which the fewest fit on a node. */
export interface ServingPool { pool: Settings['userPools'][number]; machine: Machine; types: PoolType[]; fit: UsersPerNode; placeholders: number }

/** Throws `server-too-large` when a server of a type fits on no node of a pool that it goes to. */
export function servingPools(settings: Settings, book: PriceBook): ServingPool[] {
  return settings.userPools.map((pool) => {
    const machine = book.machine(pool.machine)
    const types = settings.users.flatMap((type): PoolType[] => {
      if (type.pool !== undefined && type.pool !== pool.name) return []
      const volume = type.homeGiB > 0 && book.attachesVolumes(type.storageClass)
      const fit = usersPerNode(book.provider, machine, { memoryGiB: type.memoryGuaranteeGiB, cpu: type.cpuGuarantee, volume }, pool)
      if (fit.slots === 0 && (type.count > 0 || settings.placeholders > 0)) {
        throw new Problem('server-too-large', { machine: pool.machine, binding: fit.binding, memoryGiB: type.memoryGuaranteeGiB, cpu: type.cpuGuarantee }, { errors: [{ pointer: `/users/${settings.users.indexOf(type)}`, code: 'too-large', detail: `a server of ${type.name} does not fit on ${pool.machine}` }] })
      }
      return [{ type, share: type.pool === undefined ? pool.share : 1, fit }]
    })
    const tightest = types.reduce<UsersPerNode | null>((least, { fit }) => (!least || fit.slots < least.slots ? fit : least), null)
    const fit = tightest ?? { slots: 0, binding: 'memory', strandedMemory: 1, strandedCpu: 1 }
    return { pool, machine, types, fit, placeholders: types.length > 0 ? Math.ceil(settings.placeholders * pool.share - 1e-9) : 0 }
  })
}
