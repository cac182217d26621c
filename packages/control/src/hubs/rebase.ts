import { Type, type Static } from 'typebox'
import { chartOf, choice, composeApart, keepSecrets, layerNames, layersOf, type HubLayers } from '@hubfleet/core'
import type { HubRow } from '@hubfleet/database'
import { loadCluster } from '../clusters/cluster.ts'
import { ConfirmSchema } from '../plan.ts'
import { verb, type ReadContext } from '../verb.ts'
import { chartFor, prepareChart } from './chart.ts'
import { loadHub, lockHub } from './hub.ts'
import { defaultLayers } from './layers.ts'
import { saveRevision } from './save.ts'
import { hubSecrets, planSpec } from './spec-plan.ts'
import { changeTemplate } from './template-layer.ts'

const input = Type.Object({
  layers: Type.Optional(Type.Array(choice(layerNames, { description: 'A layer under the hub\'s own fields' }), { minItems: 1, maxItems: 3, description: 'Only these; default: all of them' })),
  confirm: ConfirmSchema,
}, { $id: 'HubRebase', additionalProperties: false })

export const rebaseHub = verb({
  noun: 'hub', verb: 'rebase', summary: 'Move a hub on to the newest platform defaults, cluster defaults and template', action: 'hub:operate', plannable: true, input,
  description: 'What the hub itself sets, and the parameters it gave, stay. Nothing else moves a hub on: a hub tells in `newerLayers` what became newer.',
  prepare: (control, caller, params, given) => prepareChart(control, caller, params, async (context) => {
    const hub = await loadHub(context)
    return chartOf(await rebased(context, hub, given))
  }),
  load: lockHub,
  revision: (hub) => hub.generation,
  async plan(context, hub, given, found) {
    const stored = await hubSecrets(context, hub)
    const { layers, spec, secrets } = composeApart(await rebased(context, hub, given))
    const fields = keepSecrets({ spec: hub.spec, fields: stored.fields }, { spec, given: secrets })
    return planSpec(context, hub, await loadCluster(context, hub.clusterId), { layers, spec, secrets: { ...stored, fields }, chart: await chartFor(context, spec, found, hub) })
  },
  apply: (context, hub, _input, { effect }) => saveRevision(context, hub, effect),
})

async function rebased(context: ReadContext, hub: HubRow, { layers: chosen = [...layerNames] }: Static<typeof input>): Promise<HubLayers> {
  const { platform, cluster, ...above } = layersOf(hub)
  const newest = await defaultLayers(context, await loadCluster(context, hub.clusterId))
  const base = {
    ...above,
    ...(chosen.includes('platform') ? newest.platform && { platform: newest.platform } : platform && { platform }),
    ...(chosen.includes('cluster') ? newest.cluster && { cluster: newest.cluster } : cluster && { cluster }),
  }
  const { template } = above
  return template && chosen.includes('template') ? changeTemplate(context, hub.name, base, { name: template.id, parameters: template.parameters }, { whole: true }) : base
}
