import { Type } from 'typebox'
import { composeApart, HubSpecInputSchema, patchOwn, serverValues, type JsonObject } from '@hubfleet/core'
import type { ClusterRow } from '@hubfleet/database'
import { loadCluster } from '../clusters/cluster.ts'
import { loadHub } from '../hubs/hub.ts'
import { layersBelow } from '../hubs/layers-below.ts'
import { HubTemplateSchema } from '../hubs/template-layer.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { fitOf, fitsNowhere } from './fit.ts'

const FitSchema = Type.Object({
  profile: Type.Union([Type.String(), Type.Null()], { description: 'Null where the hub has no profiles' }),
  choices: Type.Record(Type.String(), Type.String(), { description: 'What is chosen in its options, where that makes another size' }),
  default: Type.Boolean({ description: 'What starts when nobody chooses; seats are of this size' }),
  needs: Type.Object({
    memoryGiB: Type.Number(), cpu: Type.Number({ description: 'Cores' }), extra: Type.Record(Type.String(), Type.Number()),
    volume: Type.Boolean({ description: 'It attaches a disk of its own' }),
  }, { $id: 'FitNeeds', description: 'What one server reserves on its node' }),
  nodeType: Type.String({ description: 'A pool of a managed cluster, or nodes that are alike' }),
  machineType: Type.String(),
  usersPerNode: Type.Integer(),
  binding: Type.String({ description: 'What stops the next one: memory, cpu, pods, volumes, the name of another resource, or placement', examples: ['memory'] }),
  detail: Type.String({ description: 'The same with its figures' }),
  rest: Type.Object({
    memoryGiB: Type.Number(), cpu: Type.Number(), pods: Type.Integer(), volumes: Type.Union([Type.Integer(), Type.Null()], { description: 'Null where nothing bounds them' }),
  }, { $id: 'FitRest', description: 'What a full node has left' }),
}, { $id: 'Fit', description: 'How many servers of one kind a node of one kind holds' })

const FitsSchema = Type.Object({ items: Type.Array(FitSchema), warnings: Type.Array(Type.String()) }, { $id: 'Fits' })

export const getHubFit = query({
  noun: 'hub', verb: 'fit', summary: 'How many users fit a node, and what binds, for each profile and kind of node', action: 'tenant:read', input: Nothing, answer: FitsSchema,
  async run(context) {
    const hub = await loadHub(context)
    return answerOf(await loadCluster(context, hub.clusterId), serverValues(hub.spec))
  },
})

export const getClusterFit = query({
  noun: 'cluster', verb: 'fit', summary: 'How many users of a hub that is not there yet would fit a node', description: 'With the defaults of the platform and of the cluster, and those of a template, under the `spec` that is given. Keeps nothing.', action: 'tenant:read', post: true, answer: FitsSchema,
  input: Type.Object({ template: Type.Optional(HubTemplateSchema), spec: Type.Optional(HubSpecInputSchema) }, { $id: 'ClusterFit', additionalProperties: false }),
  async run(context, { template, spec = {} }) {
    const cluster = await loadCluster(context, context.params.cluster!)
    const { spec: whole } = composeApart(patchOwn({ ...await layersBelow(context, cluster, { name: 'new', template }), own: {} }, spec))
    return answerOf(cluster, serverValues(whole))
  },
})

function answerOf(cluster: ClusterRow, values: JsonObject) {
  const { servers, more } = fitOf(cluster, values)
  const items = servers.flatMap(({ shape: { profile, choices, default: first }, needs, fits }) => fits.map(({ nodeType, machineType, usersPerNode, binding, detail, rest }) => ({
    profile, choices, default: first, needs: { memoryGiB: gib(needs.memoryMiB), cpu: needs.cpuMilli / 1000, extra: needs.extra ?? {}, volume: needs.volume },
    nodeType, machineType, usersPerNode, binding, detail, rest: { memoryGiB: gib(rest.memoryMiB), cpu: rest.cpuMilli / 1000, pods: rest.pods, volumes: rest.volumes },
  })))
  return {
    items,
    warnings: [
      ...(items.length > 0 ? [] : [`No kind of node of the cluster ${cluster.name} is known yet.`]),
      ...servers.filter(fitsNowhere).map(({ shape: { profile } }) => `${profile === null ? 'A server' : `The profile ${profile}`} fits no node that is there.`),
      ...(more ? [`${more} may bring nodes of other kinds, which cannot be seen before they are there.`] : []),
    ],
  }
}

const gib = (mib: number): number => Number((mib / 1024).toFixed(3))
