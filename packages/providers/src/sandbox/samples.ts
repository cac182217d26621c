import type { ClusterSample, HubSample, NodeSample, PodSample } from '@hubfleet/core'
import { addressOf } from './address.ts'
import { databaseGiB, hubRuns, machineTypes, allocatable, readySeats } from './capacity.ts'
import { serverModels } from './jupyterhub.ts'
import { nextNoted } from './noted-times.ts'
import { sortedHomes } from './remnants.ts'
import { hubsOf, podName, type SandboxCluster, type SandboxHub } from './state.ts'
import { workloadsOf } from './workloads.ts'

const GiB = 1024 ** 3

/** What the cluster holds at a moment, when it is played up to `now`; null while there is no cluster that answers. */
export function sampleOf(cluster: SandboxCluster, at: number, now: number): ClusterSample | null {
  const { machines } = cluster
  if (!machines || at < machines.readyAt || machines.goneAt) return null
  const nodes = nodesOf(machines)
  const room = new Rooms(nodes)
  return {
    at: new Date(at), holdsSeconds: (nextNoted(at, now) - at) / 1000, nodes,
    hubs: hubsOf(cluster).flatMap(([namespace, hub]) => (hub.namespace ? [hubSample(cluster, namespace, hub, room, at)] : [])),
  }
}

/** Of a hub that is not in the cluster. */
export const nothingOf = (hubId: string): HubSample => ({ hubId, pods: [], claims: [], loadBalancers: 0, addresses: 0, servers: null, users: null })

function nodesOf({ pools }: NonNullable<SandboxCluster['machines']>): NodeSample[] {
  return Object.entries(pools).sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([pool, { purpose, machineType, wanted }]) => Array.from({ length: wanted }, (_, i): NodeSample =>
    ({ name: `${pool}-${i + 1}`, pool, purpose, machine: machineType, spot: false, cpu: machineTypes[machineType]!.cpu, memoryGiB: allocatable(machineType) / GiB })))
}

/** The nodes are one heap of memory to the sandbox; a sample has to say on which one a pod is: the first that has room, else the emptiest. */
class Rooms {
  readonly #users: { name: string; freeGiB: number }[]
  readonly #core: string | undefined

  constructor(nodes: readonly NodeSample[]) {
    const ofUsers = nodes.filter(({ purpose }) => purpose === 'user')
    this.#users = (ofUsers.length > 0 ? ofUsers : nodes).map(({ name, memoryGiB }) => ({ name, freeGiB: memoryGiB }))
    this.#core = (nodes.find(({ purpose }) => purpose === 'core') ?? nodes[0])?.name
  }

  server(memoryGiB: number): string | undefined {
    const node = this.#users.find(({ freeGiB }) => freeGiB >= memoryGiB) ?? this.#users.toSorted((a, b) => b.freeGiB - a.freeGiB)[0]
    if (node) node.freeGiB -= memoryGiB
    return node?.name
  }

  core(): string | undefined { return this.#core }
}

function hubSample(cluster: SandboxCluster, namespace: string, hub: SandboxHub, room: Rooms, at: number): HubSample {
  const hasAddress = addressOf(hub, namespace, { type: 'loadBalancer' }, at).address !== null
  const answers = hubRuns(cluster, hub, at) && !hub.misbehave.includes('sandbox-api-down')
  const size = hub.database && databaseGiB(hub.database)
  return {
    hubId: hub.namespace!.hubId,
    pods: podsOf(cluster, namespace, hub, room, at),
    claims: [
      ...(hub.database && size !== null ? [{ name: 'hub-db-dir', kind: 'database' as const, user: null, gib: size, storageClass: hub.database.storageClass }] : []),
      ...sortedHomes(hub).map(([name, { user, sizeGiB, storageClass }]) => ({ name, kind: 'home' as const, user, gib: sizeGiB, storageClass })),
    ],
    loadBalancers: hasAddress ? 1 : 0, addresses: hasAddress ? 1 : 0,
    servers: answers ? serverModels(hub, at).flatMap(({ user, name, groups = [], started, lastActivity, ready }) => (started ? [{ user, server: name, groups, started, lastActivity, ready }] : [])) : null,
    users: answers ? Object.keys(hub.database!.users).length : null,
  }
}

function podsOf(cluster: SandboxCluster, namespace: string, hub: SandboxHub, room: Rooms, at: number): PodSample[] {
  const { release } = hub
  const cpu = release?.settings.cpu ?? 0
  const pod = (name: string, kind: PodSample['kind'], node: string | undefined, asked = { cpu: 0, memoryGiB: 0 }): PodSample[] => (node === undefined ? [] : [{ name, kind, user: null, node, ...asked, used: null }])
  const own = workloadsOf(cluster, hub, at).filter(({ ready }) => ready).flatMap(({ name }) => pod(name, 'hub', room.core()))
  const servers = hub.servers.filter(({ readyAt }) => readyAt !== null).flatMap(({ user, name, memory }) => {
    const memoryGiB = memory / GiB
    return pod(podName(user, name), 'server', room.server(memoryGiB), { cpu, memoryGiB }).map((placed) => ({ ...placed, user, server: name }))
  })
  const seatGiB = (release?.settings.memory ?? 0) / GiB
  const seats = Array.from({ length: readySeats(cluster, namespace, at) }, (_, i) => pod(`user-placeholder-${i}`, 'seat', room.server(seatGiB), { cpu, memoryGiB: seatGiB })).flat()
  return [...own, ...servers, ...seats]
}
