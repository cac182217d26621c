import { Type } from 'typebox'
import { ClusterNodeSchema } from '../live.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { loadCluster } from './cluster.ts'

export const getClusterNodes = query({
  noun: 'cluster', verb: 'nodes', summary: 'The nodes of a cluster', description: 'Asked of the cluster itself, not older than a minute.', action: 'tenant:read', input: Nothing,
  answer: Type.Object({ items: Type.Array(ClusterNodeSchema) }, { $id: 'ClusterNodes' }),
  run: async (context) => ({ id: (await loadCluster(context, context.params.cluster!)).id }),
  live: async (live, { id }) => ({ items: await live.nodes(id as string) }),
})
