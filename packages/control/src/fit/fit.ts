import { parseQuantity, requestsOf, serverShapes, valueAt, type JsonObject, type ServerShape } from '@hubfleet/core'
import type { ClusterRow } from '@hubfleet/database'
import { fitNode, type Fit, type Placement, type ServerNeeds } from '@hubfleet/pricing'
import { nodeTypesOf, type KnownNodeType, type NodeTypes } from './node-types.ts'

/** One kind of server of a hub, and how it fits each kind of node of a cluster. */
export interface ServerFit { shape: ServerShape; needs: ServerNeeds & Placement; fits: (Fit & { machineType: string; most: number })[] }

/** How the servers of these chart values fit the nodes of a cluster; `more` as in `NodeTypes`. */
export function fitOf(cluster: ClusterRow, values: JsonObject): { servers: ServerFit[]; more: string | null } {
  const storage = (path: string) => valueAt(values, ['singleuser', 'storage', ...path.split('.')]) ?? null
  const volume = (storage('type') ?? 'dynamic') === 'dynamic'
  const { types, more } = nodeTypesOf(cluster, storage('dynamic.storageClass') as string | null)
  const servers = serverShapes(values).map((shape) => {
    const needs = needsOf(shape, volume)
    return fitting(types, shape, needs)
  })
  return { servers, more }
}

/** How a seat of these values fits, of which raw values may make another size than that of the server that takes it. */
export function seatFitOf(cluster: ClusterRow, values: JsonObject): ServerFit & Pick<NodeTypes, 'more'> {
  const of = (name: string) => ['requests', 'limits'].map((kind) => valueAt(values, ['scheduling', 'userPlaceholder', 'resources', kind, name])).find((amount) => amount !== undefined && amount !== null)
  const amount = (name: string) => parseQuantity(String(of(name) ?? '0')) ?? 0
  const shape = serverShapes(values)[0]!
  const needs = { ...needsOf(shape, false), memoryMiB: amount('memory') / 2 ** 20, cpuMilli: amount('cpu') * 1000 }
  const { types, more } = nodeTypesOf(cluster, null)
  return { ...fitting(types, shape, needs), more }
}

const fitting = (types: readonly KnownNodeType[], shape: ServerShape, needs: ServerFit['needs']): ServerFit =>
  ({ shape, needs, fits: types.map((type) => ({ ...fitNode(type, needs), machineType: type.machineType, most: type.most })) })

function needsOf(shape: ServerShape, volume: boolean): ServerNeeds & Placement {
  const { memoryBytes, cpu, extra } = requestsOf(shape)
  const { nodeSelector, tolerations, requirePurpose } = shape
  return { memoryMiB: memoryBytes / 2 ** 20, cpuMilli: cpu * 1000, volume, extra, nodeSelector, tolerations, requirePurpose }
}

/** There are kinds of nodes, and none of them holds one. */
export const fitsNowhere = ({ fits }: ServerFit): boolean => fits.length > 0 && fits.every(({ usersPerNode }) => usersPerNode === 0)
