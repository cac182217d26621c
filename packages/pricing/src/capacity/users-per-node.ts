import type { Machine } from '../catalogue/machines.ts'
import { allocatable } from './allocatable.ts'

export type Binding = 'memory' | 'cpu' | 'pods' | 'volumes'

/** What one user's server is guaranteed. CPU in cores; `volume`: it attaches a disk of its own. */
export interface ServerProfile { memoryGiB: number; cpu: number; volume: boolean }

export interface NodeRoom {
  maxPods?: number
  /** What users do not get of the advertised size. It replaces the provider's rule and the system pods, which is how most published calculations reckon. */
  reserve?: { memoryGiB?: number; cpu?: number }
}

/** Requests and number of the pods that run on every node: network, logs, metrics. */
const systemPods = { cpuMilli: 250, memoryMiB: 600, count: 8 }

/** How many users fit on one node, what stops the next one, and which share of the node's memory and CPU no user can get (0..1). */
export interface UsersPerNode { slots: number; binding: Binding; strandedMemory: number; strandedCpu: number }

export function usersPerNode(provider: string, machine: Machine, profile: ServerProfile, room: NodeRoom = {}): UsersPerNode {
  const offered = roomForUsers(provider, machine, room)
  const limits: [Binding, number][] = [
    ['memory', fits(offered.memoryMiB, profile.memoryGiB * 1024)],
    ['cpu', fits(offered.cpuMilli, profile.cpu * 1000)],
    ['pods', offered.pods],
    ['volumes', profile.volume ? offered.volumes : Infinity],
  ]
  const [binding, slots] = limits.reduce((least, limit) => (limit[1] < least[1] ? limit : least))
  return {
    slots, binding,
    strandedMemory: 1 - slots * profile.memoryGiB / machine.memoryGiB,
    strandedCpu: 1 - slots * profile.cpu / machine.vcpu,
  }
}

function roomForUsers(provider: string, machine: Machine, { maxPods, reserve }: NodeRoom) {
  const { cpuMilli, memoryMiB, pods, volumes } = allocatable(provider, machine, maxPods)
  const free = Math.max(0, pods - systemPods.count)
  if (reserve) return { cpuMilli: (machine.vcpu - (reserve.cpu ?? 0)) * 1000, memoryMiB: (machine.memoryGiB - (reserve.memoryGiB ?? 0)) * 1024, pods: free, volumes }
  return { cpuMilli: cpuMilli - systemPods.cpuMilli, memoryMiB: memoryMiB - systemPods.memoryMiB, pods: free, volumes }
}

/** The tiny addend keeps 0.6 / 0.2 at 3. */
const fits = (room: number, each: number): number => (each > 0 ? Math.max(0, Math.floor(room / each + 1e-9)) : Infinity)
