import type { Resource } from './arm.ts'
import type { Pool, World } from './world.ts'

/** The scale set of a pool, which has its machines. */
const scaleSetOf = (world: World, cluster: Resource, pool: Pool): Resource | undefined =>
  world.inGroup(cluster.properties['nodeResourceGroup'] as string).find(({ type, tags }) => type === 'Microsoft.Compute/virtualMachineScaleSets' && tags?.['aks-managed-poolName'] === pool.name)

export function setNodes(world: World, cluster: Resource, pool: Pool): void {
  const set = scaleSetOf(world, cluster, pool) ?? world.put(cluster.properties['nodeResourceGroup'] as string, 'Microsoft.Compute/virtualMachineScaleSets', `aks-${pool.name}-${world.number()}-vmss`, {
    sku: { name: pool.vmSize }, tags: { ...(pool['tags'] as Record<string, string> | undefined), 'aks-managed-poolName': pool.name },
    properties: { instances: [], spot: pool['scaleSetPriority'] === 'Spot' },
  })
  const instances = set.properties['instances'] as number[]
  while (instances.length < pool.count) instances.push(world.number())
  instances.length = pool.count
}

export function removeNodes(world: World, cluster: Resource, pool: Pool): void {
  const set = scaleSetOf(world, cluster, pool)
  if (set) world.drop(set.id)
}

export const nodesOf = (world: World, cluster: Resource, pool: Pool): number[] => (scaleSetOf(world, cluster, pool)?.properties['instances'] ?? []) as number[]
