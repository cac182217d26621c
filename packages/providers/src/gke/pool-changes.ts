/** What is to be done to the pools of a cluster, one thing at a time as GKE takes it: pure. */
import type { PoolSpec } from '@hubfleet/core'
import type { WantedMachines } from '../machines.ts'
import { gkePoolName, isOurs, marks } from './names.ts'
import type { GkeCluster, GkePool, Place } from './place.ts'
import { autoscalingFor, perZone, retired, taintsOf, type Autoscaling } from './requests.ts'
import { compareVersions } from './versions.ts'

export interface Size { target: number; ready: number }
type Taint = NonNullable<NonNullable<GkePool['config']>['taints']>[number]

export type PoolChange = { why: string } & (
  | { does: 'create'; pool: PoolSpec; floor: number }
  | { does: 'autoscale'; name: string; autoscaling: Autoscaling }
  | { does: 'resize'; name: string; nodesPerZone: number }
  | { does: 'taint'; name: string; taints: Taint[] }
  | { does: 'upgrade'; name: string; version: string }
  | { does: 'delete'; name: string; /** It could not be made. */ failed?: GkePool }
)

/** Our pools: by what they were made for, not by what they are called. */
export const ourPools = (place: Place, { nodePools }: GkeCluster): GkePool[] => (nodePools ?? []).filter(({ config }) => isOurs(config?.resourceLabels, place.record))
export const specNameOf = ({ config }: GkePool): string => config?.resourceLabels?.[marks.pool] ?? ''

export interface Look { cluster: GkeCluster; /** Sizes by the pool's name in GKE. */ sizes: ReadonlyMap<string, Size> }

/** Null when nothing is to be done. */
export function nextChange(place: Place, { cluster, sizes }: Look, wanted: WantedMachines): PoolChange | null {
  const there = ourPools(place, cluster)
  const failed = there.find(({ status }) => status === 'ERROR')
  if (failed) return { does: 'delete', why: `${specNameOf(failed)} could not be made`, name: failed.name!, failed }
  for (const pool of place.pools) {
    const found = there.find(({ name }) => name === gkePoolName(place.record, pool))
    const floor = wanted.nodes[pool.name] ?? 0
    const change = found ? changeOf(pool, found, { floor, wanted, size: sizes.get(found.name!)!, cluster, place }) : { does: 'create' as const, why: `${pool.name} is to be made`, pool, floor }
    if (change) return change
  }
  return there.map((pool) => farewell(place, pool, { there, sizes, wanted })).find((change) => change !== null) ?? null
}

function changeOf(pool: PoolSpec, found: GkePool, { floor, wanted, size, cluster, place }: { floor: number; wanted: WantedMachines; size: Size; cluster: GkeCluster; place: Place }): PoolChange | null {
  const name = found.name!
  const taints = taintsOf(pool)
  if (!sameTaints(found.config?.taints ?? [], taints)) return { does: 'taint', why: `${pool.name}: taints`, name, taints }
  const autoscaling = autoscalingFor(pool, floor, wanted.stopped)
  if (!sameAutoscaling(found.autoscaling ?? {}, autoscaling)) return { does: 'autoscale', why: `${pool.name}: ${floorOf(found, size)} nodes, ${floor} wanted`, name, autoscaling }
  const zones = found.locations?.length ?? 1
  // the autoscaler does not raise a pool to its minimum by itself
  if (size.target < floor) return { does: 'resize', why: `${pool.name}: ${size.target} nodes, ${floor} wanted`, name, nodesPerZone: perZone(floor, zones) }
  if (!autoscaling.enabled && size.target > 0) return { does: 'resize', why: `${pool.name}: ${size.target} nodes, none wanted`, name, nodesPerZone: 0 }
  const { kubernetesVersion } = place.record.spec
  if (kubernetesVersion !== undefined && !wanted.stopped && compareVersions(found.version ?? '', kubernetesVersion) < 0) {
    return { does: 'upgrade', why: `${pool.name}: Kubernetes ${found.version}, ${kubernetesVersion} wanted`, name, version: cluster.currentMasterVersion ?? kubernetesVersion }
  }
  return null
}

/**
 * A pool that is no longer wanted goes. One that another took over for goes when that is ready: with people on it, not before they left by
 * themselves.
 */
function farewell({ record, pools }: Place, old: GkePool, { there, sizes, wanted }: { there: readonly GkePool[]; sizes: ReadonlyMap<string, Size>; wanted: WantedMachines }): PoolChange | null {
  if (pools.some((pool) => gkePoolName(record, pool) === old.name)) return null
  const [name, specName] = [old.name!, specNameOf(old)]
  const spec = pools.find((pool) => pool.name === specName)
  if (!spec) return { does: 'delete', why: `${specName} goes`, name }
  const successor = there.find((pool) => pool.name === gkePoolName(record, spec))
  if (!successor || sizes.get(successor.name!)!.ready < (wanted.nodes[specName] ?? 0)) return null
  if (wanted.stopped || spec.purpose === 'core' || sizes.get(name)!.target === 0) return { does: 'delete', why: `${specName}: its older nodes go`, name }
  const leaving = [...(old.config?.taints ?? []).filter(({ key }) => key !== retired.key), retired]
  if (!sameTaints(old.config?.taints ?? [], leaving)) return { does: 'taint', why: `${specName}: nobody new on its older nodes`, name, taints: leaving }
  const empties = { enabled: true, totalMinNodeCount: 0, totalMaxNodeCount: Math.max(1, old.autoscaling?.totalMaxNodeCount ?? sizes.get(name)!.target) }
  return sameAutoscaling(old.autoscaling ?? {}, empties) ? null : { does: 'autoscale', why: `${specName}: its older nodes go as they get empty`, name, autoscaling: empties }
}

/** The floor as it is set in GKE. */
export const floorOf = ({ autoscaling }: GkePool, { target }: Size): number => (autoscaling?.enabled ? autoscaling.totalMinNodeCount || Number(autoscaling.minNodeCount ?? 0) : target)

const sameAutoscaling = (a: Autoscaling, b: Autoscaling): boolean =>
  (a.enabled ?? false) === (b.enabled ?? false) && (!a.enabled || (['totalMinNodeCount', 'totalMaxNodeCount', 'minNodeCount', 'maxNodeCount'] as const).every((field) => (a[field] ?? 0) === (b[field] ?? 0)))

const sameTaints = (a: readonly Taint[], b: readonly Taint[]): boolean => JSON.stringify(a.map(textOf).sort()) === JSON.stringify(b.map(textOf).sort())
const textOf = ({ key, value, effect }: Taint): string => `${key}=${value}:${effect}`
