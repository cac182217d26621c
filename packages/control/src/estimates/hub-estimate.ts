import { isSpot, parseQuantity, requestsOf, serverValues, shapesOfSpec, type HubSpec } from '@hubfleet/core'
import type { ClusterRow } from '@hubfleet/database'
import { catalogueOf, estimate, systemPods, type Estimate, type EstimateInput, type OwnMachine, type PriceBookInput, type UserPool } from '@hubfleet/pricing'
import { specOf } from '../clusters/cluster.ts'
import { controlPlaneOf, pricingOf, shapesOfNodes } from '../clusters/pricing.ts'
import { fitOf } from '../fit/fit.ts'
import { nodeTypesOf } from '../fit/node-types.ts'
import { observedOf } from '../fit/observed.ts'

const gib = 2 ** 30

/** Sizes of a stored spec, in GiB: what does not parse was refused before it was stored. */
export const homeGiB = (spec: HubSpec): number => (parseQuantity(spec.storage.capacity) ?? 0) / gib

/** What one server reserves. Of a hub with profiles it is a server of the default one: nobody knows beforehand who chooses what. */
export function serverOf(spec: HubSpec): { memoryGiB: number; cpu: number } {
  const { memoryBytes, cpu } = requestsOf(shapesOfSpec(spec)[0]!)
  return { memoryGiB: memoryBytes / gib, cpu }
}

/**
 * The estimator's input for a hub as its spec and its cluster are, at a moment of the cluster's clock, or null where no price is known. Users are as many as may have a server at
 * once, or as are named, or as seats are kept; `sharedBy` hubs share the base, whose control plane may be `credited` by the billing account. All have servers as `serverOf` says, in the pools whose nodes hold one (of a registered cluster: its
 * kinds of nodes); null too where none does.
 */
export function hubEstimateInput(cluster: ClusterRow, spec: HubSpec, at: Date, { sharedBy = 1, credited = false } = {}): EstimateInput | null {
  const pricing = pricingOf(cluster, at)
  if (!pricing) return null
  const { pools = [] } = specOf(cluster)
  const core = pools.find((p) => p.purpose === 'core')
  const userPools = cluster.managed ? managedPools(cluster, spec) : nodePools(cluster, spec, pricing)
  if (userPools.length === 0) return null
  const running = spec.power === 'running'
  const server = serverOf(spec)
  const count = Math.max(spec.capacity.maxServers ?? 0, spec.access.users.length, spec.capacity.seats)
  return {
    ...withShapes(pricing, { ...shapesOfNodes(cluster), ...(core && { [core.machineType]: unknownShape }) }),
    users: [{
      count: running ? count : 0, homes: count,
      memoryGuaranteeGiB: Math.max(server.memoryGiB, 0.001), cpuGuarantee: server.cpu,
      homeGiB: spec.storage.type === 'dynamic' ? homeGiB(spec) : 0, storageClass: spec.storage.storageClass ?? null,
    }],
    userPools,
    ...(cluster.managed && { corePool: core ? { machine: core.machineType, count: Math.max(1, core.min) } : null }),
    culling: spec.culling.enabled ? spec.culling : null,
    placeholders: running ? spec.capacity.seats : 0,
    loadBalancers: running && spec.exposure.type === 'loadBalancer' ? 1 : 0,
    addresses: running && spec.exposure.type === 'loadBalancer' ? 1 : 0,
    controlPlane: controlPlaneOf(cluster, pricing), controlPlaneCredit: credited,
    hubDiskGiB: 1, sharedByHubs: sharedBy, now: at,
  }
}

const holding = (cluster: ClusterRow, spec: HubSpec) => new Set(fitOf(cluster, serverValues(spec)).servers[0]!.fits.filter(({ usersPerNode }) => usersPerNode > 0).map(({ nodeType }) => nodeType))

function managedPools(cluster: ClusterRow, spec: HubSpec): UserPool[] {
  const held = holding(cluster, spec)
  return (specOf(cluster).pools ?? []).filter(({ purpose, name }) => purpose === 'user' && held.has(name))
    .map((p) => ({
      name: p.name, machine: p.machineType, min: Math.max(p.min, p.name === spec.capacity.nodes?.pool ? spec.capacity.nodes.count : 0), max: p.max,
      ...(p.spot && { spotShare: 1 }), ...(p.diskGiB !== undefined && { bootDisk: { gib: p.diskGiB } }), ...(p.maxPods !== undefined && { maxPods: p.maxPods }),
    }))
}

/** The nodes that there are, and as many more as an autoscaler brings; each counts while the hub needs it, for whatever else runs there is not the hub's. */
function nodePools(cluster: ClusterRow, spec: HubSpec, { provider }: PriceBookInput): UserPool[] {
  const held = holding(cluster, spec)
  const { types, more } = nodeTypesOf(cluster, spec.storage.storageClass ?? null)
  const { nodeGroups } = observedOf(cluster)
  return types.flatMap(({ name, machineType, room, labels }, index) => {
    if (!held.has(name)) return []
    const { vcpu, memoryGiB } = catalogueOf(provider)?.machines[machineType] ?? shapesOfNodes(cluster)[machineType]!
    return [{
      name, machine: machineType, min: 0, ...(more === null && { max: nodeGroups[index]!.nodes }), ...(isSpot((label) => labels[label] ?? []) && { spotShare: 1 }),
      maxPods: room.pods + systemPods.count, reserve: { memoryGiB: memoryGiB! - room.memoryMiB / 1024, cpu: vcpu! - room.cpuMilli / 1000 },
    }]
  })
}

/** Nothing fits on it, and it costs nobody knows what. */
const unknownShape = { vcpu: 0, memoryGiB: 0 }

/** A machine that no list has is no reason to refuse a hub: it has no price, and that is told. */
function withShapes(pricing: PriceBookInput, shapes: Record<string, OwnMachine>): PriceBookInput {
  const listed = catalogueOf(pricing.provider)?.machines ?? {}
  const unlisted = Object.entries(shapes).filter(([type]) => !Object.hasOwn(listed, type))
  return unlisted.length === 0 ? pricing : { ...pricing, ownPrices: { ...pricing.ownPrices, machines: { ...Object.fromEntries(unlisted), ...pricing.ownPrices?.machines } } }
}

/** Expected cost of a hub per month, or null where no price is known. */
export function estimateHub(cluster: ClusterRow, spec: HubSpec, at: Date, credited: boolean): Estimate | null {
  const input = hubEstimateInput(cluster, spec, at, { credited })
  return input && estimate(input)
}
