import { refuse, type PoolSpec, type ProblemField } from '@hubfleet/core'

/** Names are unique, no pool begins above its end, and something can hold the hubs themselves. */
export function checkPools(pools: readonly PoolSpec[]): void {
  const errors: ProblemField[] = []
  pools.forEach((pool, index) => {
    if (pool.min > pool.max) errors.push({ pointer: `/pools/${index}/min`, code: 'maximum', detail: `is ${pool.min}, more than max (${pool.max})` })
    if (pools.findIndex((p) => p.name === pool.name) < index) errors.push({ pointer: `/pools/${index}/name`, code: 'duplicate', detail: `${pool.name} is the name of another pool` })
  })
  if (!pools.some((p) => p.purpose === 'core')) errors.push({ pointer: '/pools', code: 'core-missing', detail: 'needs a pool with purpose core, which holds the hubs themselves' })
  refuse(errors)
}
