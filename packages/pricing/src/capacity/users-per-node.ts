import { gpuResource } from '@hubfleet/core'
import type { Machine } from '../catalogue/machines.ts'
import { allocatable, systemPods } from './allocatable.ts'
import { type Binding, type Room, slotsIn } from './slots.ts'

/** What one user's server is guaranteed. CPU in cores; `volume`: it attaches a disk of its own. */
export interface ServerProfile { memoryGiB: number; cpu: number; volume: boolean }

export interface NodeRoom {
  maxPods?: number
  /** What users do not get of the advertised size. It replaces the provider's rule and the system pods, which is how most published calculations reckon. */
  reserve?: { memoryGiB?: number; cpu?: number }
}

/** How many users fit on one node, what stops the next one, and which share of the node's memory and CPU no user can get (0..1). */
export interface UsersPerNode { slots: number; binding: Binding; strandedMemory: number; strandedCpu: number }

export function usersPerNode(provider: string, machine: Machine, profile: ServerProfile, room: NodeRoom = {}): UsersPerNode {
  const needs = { memoryMiB: profile.memoryGiB * 1024, cpuMilli: profile.cpu * 1000, volume: profile.volume }
  const { slots, binding } = slotsIn(roomForUsers(provider, machine, room), needs)
  return {
    slots, binding: binding as Binding,
    strandedMemory: 1 - slots * profile.memoryGiB / machine.memoryGiB,
    strandedCpu: 1 - slots * profile.cpu / machine.vcpu,
  }
}

/** What a node of a machine type has for servers, after the provider's own share and the pods that run on every node. */
export function roomForUsers(provider: string, machine: Machine, { maxPods, reserve }: NodeRoom = {}): Room {
  const { cpuMilli, memoryMiB, pods, volumes } = allocatable(provider, machine, maxPods)
  const extra: Record<string, number> = machine.gpus > 0 ? { [gpuResource]: machine.gpus } : {}
  const free = Math.max(0, pods - systemPods.count)
  if (reserve) return { cpuMilli: (machine.vcpu - (reserve.cpu ?? 0)) * 1000, memoryMiB: (machine.memoryGiB - (reserve.memoryGiB ?? 0)) * 1024, pods: free, volumes, extra }
  return { cpuMilli: cpuMilli - systemPods.cpuMilli, memoryMiB: memoryMiB - systemPods.memoryMiB, pods: free, volumes, extra }
}
