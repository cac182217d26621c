import { Type } from 'typebox'
import { explainHub, layersOf } from '@hubfleet/core'
import { loadCluster, runsOpenShift } from '../clusters/cluster.ts'
import { query } from '../verb.ts'
import { OpenEnum } from '../wire.ts'
import { loadHub } from './hub.ts'
import { hubSecrets } from './spec-plan.ts'

const HubValueSchema = Type.Object({
  path: Type.String({ description: 'JSON pointer' }),
  value: Type.Optional(Type.Unknown()),
  origin: OpenEnum('chart', 'hubfleet', 'platform', 'cluster', 'template', 'hub', 'raw', 'enforced'),
}, { $id: 'HubValue', description: 'A value and who decided it: `chart` for its default, `hubfleet` for ours, then the layers in their order, `raw` for the hub\'s raw values, `enforced` for what nothing wins over' })

export const getHubValues = query({
  noun: 'hub', verb: 'values', summary: 'What is in force for a hub, and which layer decided it', action: 'tenant:read',
  description: 'The fields of the spec, and the values that helm gets; secrets are masked.',
  input: Type.Object({ path: Type.Optional(Type.String({ maxLength: 1024, description: 'Only what is here or below, as memory.limit or /memory/limit' })) }, { additionalProperties: false }),
  answer: Type.Object({ spec: Type.Array(HubValueSchema), values: Type.Array(HubValueSchema) }, { $id: 'HubValues' }),
  async run(context, { path = '' }) {
    const hub = await loadHub(context)
    const { spec, values } = explainHub({ hub, spec: hub.spec, secrets: await hubSecrets(context, hub), layers: layersOf(hub), openShift: runsOpenShift(await loadCluster(context, hub.clusterId)) })
    const wanted = path.startsWith('/') ? path : path && `/${path.replaceAll('.', '/')}`
    const below = ({ path: at }: { path: string }) => wanted === '' || at === wanted || at.startsWith(`${wanted}/`)
    const shown = (leaves: typeof spec) => leaves.filter(below).sort((a, b) => (a.path < b.path ? -1 : 1))
    return { spec: shown(spec), values: shown(values) }
  },
})
