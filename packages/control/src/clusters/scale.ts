import { Type, type Static } from 'typebox'
import { nearest, refuse } from '@hubfleet/core'
import { verb } from '../verb.ts'
import { changesCluster } from './change.ts'

const input = Type.Object({
  pool: Type.String({ minLength: 1, maxLength: 63 }),
  nodes: Type.Integer({ minimum: 0, maximum: 1000, description: 'Nodes that are always there; claims of hubs and the autoscaler add to them up to the pool\'s `max`' }),
}, { $id: 'ClusterScale', additionalProperties: false })

export const scaleCluster = verb({
  noun: 'cluster', verb: 'scale', summary: 'Change how many nodes a pool always has', action: 'hub:operate', input,
  description: 'Up before a workshop, to zero after it. Fewer nodes push nobody out: where the cloud scales by itself, nodes go when they are empty.',
  ...changesCluster('A change of pools', (_cluster, spec, { pool: name, nodes }: Static<typeof input>) => {
    const pools = spec.pools ?? []
    const pool = pools.find((one) => one.name === name)
    if (!pool) refuse([{ pointer: '/pool', code: 'unknown', detail: `there is no pool ${name}; nearest: ${nearest(name, pools.map((one) => one.name)) ?? pools.map((one) => one.name).join(', ')}` }])
    if (nodes > pool!.max) refuse([{ pointer: '/nodes', code: 'maximum', detail: `is ${nodes}, more than the pool's max (${pool!.max}); \`hubfleet cluster update\` changes that` }])
    const warnings = nodes === 0 && pool!.purpose === 'core' ? ['Without a node of a core pool no hub of the cluster runs; `hubfleet cluster stop` says so for all of it.'] : []
    return { spec: { ...spec, pools: pools.map((one) => (one === pool ? { ...one, min: nodes } : one)) }, plan: { warnings } }
  }),
})
