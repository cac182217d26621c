import { type Room, type ServerNeeds, slotsIn } from './slots.ts'

export interface Taint { key: string; value?: string; effect: string }

/** A kind of node as far as servers are concerned. */
export interface NodeType {
  name: string
  /** What one of them has for servers, after all that runs on every node. */
  room: Room
  /** Every value that its nodes have, by label; `*` is any. */
  labels: Record<string, string[]>
  taints: Taint[]
}

/** Where a server may go, in the words of Kubernetes. `requirePurpose`: to nodes for users only. */
export interface Placement {
  nodeSelector: Record<string, string>
  tolerations: readonly { key?: string; operator?: string; value?: string; effect?: string }[]
  requirePurpose: boolean
}

/**
 * How many servers of one kind an empty node of a type holds. `binding` is what stops the next one: `memory`, `cpu`, `pods`, `volumes`, the
 * name of another resource, or `placement` where none may go there at all; `detail` has the figures. `rest` is what a full node has left.
 */
export interface Fit {
  nodeType: string
  usersPerNode: number
  binding: string
  detail: string
  /** With `placement`: what keeps them away. */
  barredBy: 'purpose' | 'nodeSelector' | 'tolerations' | null
  rest: Pick<Room, 'memoryMiB' | 'cpuMilli' | 'pods'> & { volumes: number | null }
}

const purposeLabel = 'hub.jupyter.org/node-purpose'

export function fitNode(type: NodeType, needs: ServerNeeds & Placement): Fit {
  const { room } = type
  const barred = barrier(type, needs)
  const { slots, binding } = barred ? { slots: 0, binding: 'placement' } : slotsIn(room, needs)
  const left = (all: number, each: number) => Math.round(all - slots * each)
  return {
    nodeType: type.name, usersPerNode: slots, binding, detail: barred?.detail ?? figures(room, needs, binding), barredBy: barred?.by ?? null,
    rest: {
      memoryMiB: left(room.memoryMiB, needs.memoryMiB), cpuMilli: left(room.cpuMilli, needs.cpuMilli), pods: left(room.pods, 1),
      volumes: Number.isFinite(room.volumes) ? left(room.volumes, needs.volume ? 1 : 0) : null,
    },
  }
}

/** Why no such server may go to such a node; null when it may. */
function barrier({ labels, taints }: NodeType, { nodeSelector, tolerations, requirePurpose }: Placement): { by: NonNullable<Fit['barredBy']>; detail: string } | null {
  const has = ([key, value]: [string, string]) => labels[key]?.some((one) => one === value || one === '*')
  const missing = Object.entries(nodeSelector).find((label) => !has(label))
  if (missing) return { by: 'nodeSelector', detail: `its nodes have no label ${missing.join('=')}` }
  if (requirePurpose && !has([purposeLabel, 'user'])) return { by: 'purpose', detail: `its nodes have no label ${purposeLabel}=user` }
  const taint = taints.find((one) => one.effect !== 'PreferNoSchedule' && !tolerations.some((toleration) => tolerates(toleration, one)))
  return taint ? { by: 'tolerations', detail: `its taint ${taint.key}${taint.value ? `=${taint.value}` : ''}:${taint.effect} is not tolerated` } : null
}

function tolerates({ key, operator = 'Equal', value = '', effect }: Placement['tolerations'][number], taint: Taint): boolean {
  if (effect && effect !== taint.effect) return false
  if (!key) return operator === 'Exists'
  return key === taint.key && (operator === 'Exists' || value === (taint.value ?? ''))
}

function figures(room: Room, needs: ServerNeeds, binding: string): string {
  const gib = (mib: number) => `${Number((mib / 1024).toFixed(2))} GiB`
  const cores = (milli: number) => String(Number((milli / 1000).toFixed(2)))
  switch (binding) {
    case 'memory': return `each server takes ${gib(needs.memoryMiB)} of ${gib(room.memoryMiB)} that a node has for servers`
    case 'cpu': return `each server takes ${cores(needs.cpuMilli)} of ${cores(room.cpuMilli)} cores that a node has for servers`
    case 'pods': return `a node takes ${room.pods} more pods`
    case 'volumes': return `a node attaches ${room.volumes} disks, and each user has one`
    default: return `each server takes ${needs.extra?.[binding]} ${binding}, of which a node has ${room.extra?.[binding] ?? 0}`
  }
}
