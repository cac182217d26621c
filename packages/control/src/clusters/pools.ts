import { refuse, type PoolSpec, type ProblemField } from '@hubfleet/core'
import { catalogueOf, findMachine, roomForUsers } from '@hubfleet/pricing'

/** What a server has where a hub says nothing else: the chart's own guarantee, 1 GiB. */
const smallestServerMiB = 1024

/**
 * Names are unique, no pool begins above its end, something can hold the hubs themselves, and nodes for people can hold at least one of them.
 * @param catalogue by whose machine types that is known
 */
export function checkPools(pools: readonly PoolSpec[], catalogue: string): void {
  const errors: ProblemField[] = []
  pools.forEach((pool, index) => {
    const at = `/pools/${index}`
    if (pool.min > pool.max) errors.push({ pointer: `${at}/min`, code: 'maximum', detail: `is ${pool.min}, more than max (${pool.max})` })
    if (pools.findIndex((p) => p.name === pool.name) < index) errors.push({ pointer: `${at}/name`, code: 'duplicate', detail: `${pool.name} is the name of another pool` })
    const room = pool.purpose === 'user' ? memoryForUsers(catalogue, pool.machineType) : null
    if (room !== null && room < smallestServerMiB) errors.push({ pointer: `${at}/machineType`, code: 'too-small', detail: `a node of ${pool.machineType} has ${Math.max(0, Math.floor(room))} MiB for servers, and one server has ${smallestServerMiB} MiB` })
  })
  if (!pools.some((p) => p.purpose === 'core')) errors.push({ pointer: '/pools', code: 'core-missing', detail: 'needs a pool with purpose core, which holds the hubs themselves' })
  refuse(errors)
}

/** MiB; null for a type that the catalogue does not have. */
function memoryForUsers(provider: string, machineType: string): number | null {
  const known = catalogueOf(provider)
  const region = known?.regions[0]
  return known && region && Object.hasOwn(known.machines, machineType) ? roomForUsers(provider, findMachine(provider, region, machineType)).memoryMiB : null
}
