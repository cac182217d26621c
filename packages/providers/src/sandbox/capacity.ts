import type { ClusterStorageClass } from '@hubfleet/core'
import { durations, slowFactor } from './durations.ts'
import { hubsOf, type SandboxCluster, type SandboxDatabase, type SandboxHub } from './state.ts'

const GiB = 1024 ** 3

/** The machine types of the sandbox, as the price catalogue has them. */
export const machineTypes: Record<string, { cpu: number; memoryBytes: number }> = {
  'sandbox-small': { cpu: 2, memoryBytes: 8 * GiB },
  'sandbox-medium': { cpu: 4, memoryBytes: 16 * GiB },
  'sandbox-large': { cpu: 8, memoryBytes: 32 * GiB },
  'sandbox-highmem': { cpu: 4, memoryBytes: 32 * GiB },
  'sandbox-gpu': { cpu: 8, memoryBytes: 32 * GiB },
}
export const podsPerNode = 110
/** Disks grow, file shares do not. */
export const growingClass = 'sandbox-disk'
const storageClass = (name: string): ClusterStorageClass =>
  ({ name, provisioner: `${name}.sandbox.invalid`, isDefault: false, canGrow: name === growingClass, binding: 'WaitForFirstConsumer', reclaimPolicy: 'Delete', zones: [], snapshots: false })
export const storageClasses = [storageClass(growingClass), storageClass('sandbox-files')]

/** Bytes that a node of a type has for servers: its system keeps a tenth of the memory. */
export const allocatable = (machineType: string): number => (machineTypes[machineType]?.memoryBytes ?? 0) * 0.9

/** Where users' servers run: pools for users, or every pool when none is. */
function userPools(cluster: SandboxCluster) {
  const pools = Object.values(cluster.machines?.pools ?? {})
  const ofUsers = pools.filter((pool) => pool.purpose === 'user')
  return ofUsers.length > 0 ? ofUsers : pools
}

/**
 * Bytes that are free for servers: the nodes as one heap of memory, less what is placed. Negative after nodes were taken away.
 * Seats are not in it, since they make room for users.
 */
export function freeMemory(cluster: SandboxCluster): number {
  let free = 0
  for (const pool of userPools(cluster)) free += pool.ready * allocatable(pool.machineType)
  for (const hub of Object.values(cluster.hubs)) for (const server of hub.servers) if (server.readyAt !== null) free -= server.memory
  return free
}

/** Whether a server of this size fits a node that is there, were it empty. */
export const fitsNode = (cluster: SandboxCluster, memory: number): boolean => userPools(cluster).some((pool) => pool.ready > 0 && allocatable(pool.machineType) >= memory)

/** Whether a claim of this class is ever bound; null stands for the default class. */
export const canBind = (cluster: SandboxCluster, storageClass: string | null): boolean =>
  storageClasses.some(({ name }) => name === (storageClass ?? cluster.machines?.defaultStorageClass))

/** Null where the hub keeps its database elsewhere. A document of before there were sizes has the chart's. */
export const databaseGiB = ({ sizeGiB = 1 }: SandboxDatabase): number | null => sizeGiB

export const databaseBinds = (cluster: SandboxCluster, database: SandboxDatabase): boolean => databaseGiB(database) === null || canBind(cluster, database.storageClass)

export const slowness = ({ misbehave }: Pick<SandboxHub, 'misbehave'>): number => (misbehave.includes('sandbox-slow') ? slowFactor : 1)

/** When pods of a hub that started at `startedAt` are ready; null while there is no node. */
export function podsReadyAt(cluster: SandboxCluster, hub: SandboxHub, startedAt: number): number | null {
  const since = cluster.machines?.nodesSince ?? null
  return since === null ? null : Math.max(startedAt, since) + durations.podStart * slowness(hub)
}

/** Whether the disk of the hub's database is full, as `sandbox-database-full` asks; one that has grown is not. */
export const databaseIsFull = ({ misbehave, database }: SandboxHub): boolean => misbehave.includes('sandbox-database-full') && database !== null && (databaseGiB(database) ?? Infinity) <= 1

/** Whether JupyterHub itself runs. */
export function hubRuns(cluster: SandboxCluster, hub: SandboxHub, now: number): boolean {
  const { release, database, misbehave } = hub
  if (!release || release.status === 'pending-install' || !database || !databaseBinds(cluster, database)) return false
  if (misbehave.includes('sandbox-image-pull-error') || misbehave.includes('sandbox-crash-loop') || databaseIsFull(hub)) return false
  const readyAt = podsReadyAt(cluster, hub, release.hubStartedAt)
  return readyAt !== null && now >= readyAt
}

/** Seats of a hub that have room beside the servers and the seats of hubs before it. */
export function readySeats(cluster: SandboxCluster, namespace: string, now: number): number {
  let free = freeMemory(cluster)
  for (const [name, hub] of hubsOf(cluster)) {
    const { release } = hub
    if (!release) continue
    const readyAt = podsReadyAt(cluster, hub, release.seatsChangedAt)
    const ready = readyAt === null || now < readyAt || !fitsNode(cluster, release.settings.memory) ? 0 : Math.min(release.seats, Math.max(0, Math.floor(free / release.settings.memory)))
    if (name === namespace) return ready
    free -= ready * release.settings.memory
  }
  return 0
}
