import type { Machine } from '../catalogue/machines.ts'

/** What a node offers to pods. `volumes` is how many disks can be attached besides its own. */
export interface Allocatable { cpuMilli: number; memoryMiB: number; pods: number; volumes: number }

type Shape = Pick<Machine, 'vcpu' | 'memoryGiB' | 'sharedCore' | 'maxPods' | 'dataDisks'>
interface Rule { maxPods: number; volumes(shape: Shape): number; cpuMilli(shape: Shape): number; memoryMiB(memoryMiB: number, maxPods: number): number }

/** The kernel and firmware take this share before the kubelet counts; seen: 2.7 % of a 16 GiB node. An observed node replaces it. */
export const kernelShare = 0.03
const evictionMiB = 100

/** Requests and number of the pods that run on every node: network, logs, metrics. */
export const systemPods = { cpuMilli: 250, memoryMiB: 600, count: 8 }

/**
 * What the provider's kubelet leaves of a machine before any pod runs. `maxPods` is the pool's setting; without it the machine's
 * own limit or the provider's default. On a provider without a rule of its own, only the kernel and the eviction threshold are taken.
 */
export function allocatable(provider: string, machine: Shape, maxPods?: number, kernel = kernelShare): Allocatable {
  const rule = (Object.hasOwn(rules, provider) ? rules[provider] : undefined) ?? plain
  const pods = maxPods ?? machine.maxPods ?? rule.maxPods
  const capacityMiB = machine.memoryGiB * 1024
  return {
    cpuMilli: Math.max(0, Math.round(machine.vcpu * 1000 - rule.cpuMilli(machine))),
    memoryMiB: Math.max(0, capacityMiB * (1 - kernel) - rule.memoryMiB(capacityMiB, pods) - evictionMiB),
    pods,
    volumes: machine.dataDisks ?? rule.volumes(machine),
  }
}

const gke: Rule = {
  maxPods: 110,
  volumes: () => 127,
  cpuMilli: (shape) => (shape.sharedCore ? 1060 : cpuByCore(shape.vcpu)),
  memoryMiB: (memory) => (memory <= 1024 ? 255 : byBrackets(memory, [[4096, 0.25], [8192, 0.2], [16_384, 0.1], [131_072, 0.06], [Infinity, 0.02]])),
}

const aks: Rule = {
  maxPods: 250,
  volumes: ({ vcpu }) => Math.min(32, Math.max(2, vcpu * 2)),
  cpuMilli: ({ vcpu }) => interpolate(vcpu, [[1, 60], [2, 100], [4, 140], [8, 180], [16, 260], [32, 420], [64, 740]]),
  memoryMiB: (memory, maxPods) => Math.min((20 * maxPods + 50) * 1e6 / 2 ** 20, memory * 0.25),
}

const eks: Rule = {
  maxPods: 58,
  volumes: () => 25,
  cpuMilli: ({ vcpu }) => cpuByCore(vcpu),
  memoryMiB: (_, maxPods) => 11 * maxPods + 255,
}

const plain: Rule = { maxPods: 110, volumes: () => 127, cpuMilli: () => 0, memoryMiB: () => 0 }

/** Its simulated nodes leave nine tenths of their memory to servers, so that here nothing fits that is never placed there. */
const sandbox: Rule = { ...plain, memoryMiB: (memory) => memory * (0.1 - kernelShare) - evictionMiB - systemPods.memoryMiB }

const rules: Record<string, Rule> = { gcp: gke, gke, azure: aks, aks, aws: eks, eks, sandbox }

const cpuByCore = (vcpu: number): number => byBrackets(vcpu * 1000, [[1000, 0.06], [2000, 0.01], [4000, 0.005], [Infinity, 0.0025]])

function byBrackets(amount: number, brackets: [upTo: number, share: number][]): number {
  let [sum, below] = [0, 0]
  for (const [upTo, share] of brackets) {
    sum += Math.max(0, Math.min(amount, upTo) - below) * share
    below = upTo
  }
  return sum
}

/** Between two known points a straight line; beyond the last one, its slope goes on. */
function interpolate(at: number, points: [x: number, y: number][]): number {
  const after = Math.max(1, points.findIndex(([x]) => x >= at))
  const end = points.at(-1)!
  const upper = at > end[0] ? points.length - 1 : after
  const [[x0, y0], [x1, y1]] = [points[upper - 1]!, points[upper]!]
  return y0 + (Math.max(at, points[0]![0]) - x0) * (y1 - y0) / (x1 - x0)
}
