import { Type, type Static } from 'typebox'
import { applyOwn, chartOf, composeApart, HubSpecPatchSchema, keepSecrets, layersOf, patchOwn, type HubLayers, type HubSpecPatch } from '@hubfleet/core'
import type { HubRow } from '@hubfleet/database'
import { loadCluster } from '../clusters/cluster.ts'
import { requireSameFiles } from '../managed-by.ts'
import { ConfirmSchema } from '../plan.ts'
import { verb, type ReadContext } from '../verb.ts'
import { ManagedBySchema } from '../wire.ts'
import { chartFor, pinnedChart, prepareChart } from './chart.ts'
import { ConfigSchema, readConfig } from './config.ts'
import { loadHub, lockHub } from './hub.ts'
import { saveRevision } from './save.ts'
import { hubSecrets, planSpec } from './spec-plan.ts'
import { changeTemplate, HubTemplateChangeSchema, requireNoDraft } from './template-layer.ts'

const input = Type.Object({
  spec: Type.Optional(HubSpecPatchSchema),
  template: Type.Optional(Type.Union([HubTemplateChangeSchema, Type.Null()], { description: 'Another version or other parameters of the template, or another template; null takes it away' })),
  managedBy: Type.Optional(Type.Unsafe<string>({ ...ManagedBySchema, description: 'The set of files that says this: `spec` and `template` are then all that the files say, and what they said before and say no more goes back to the layers below' })),
  config: ConfigSchema,
  confirm: ConfirmSchema,
}, { $id: 'HubUpdate', additionalProperties: false, minProperties: 1 })

export const updateHub = verb({
  noun: 'hub', verb: 'update', summary: 'Change the configuration of a hub', action: 'hub:operate', plannable: true, input,
  description: 'A JSON merge patch (RFC 7396) of what the hub itself sets: null gives a field back to the template and the defaults below; raw `values` are replaced whole. A `config` replaces the raw values and the fields that it names; other fields stay.',
  prepare: async (control, caller, params, given) => (given.spec?.chart === undefined && given.template === undefined && given.managedBy === undefined ? null
    : prepareChart(control, caller, params, async (context) => {
      const hub = await loadHub(context)
      return chartOf(await changedLayers(context, hub, given, given.spec ?? {}))
    })),
  load: lockHub,
  revision: (hub) => hub.generation,
  async plan(context, hub, given, found) {
    requireSameFiles('hub', hub, given.managedBy)
    const wanted = readConfig<HubSpecPatch>(given, found?.chart ?? (await pinnedChart(context, hub)))
    return wanted.told(async () => {
      const stored = await hubSecrets(context, hub)
      const { layers, spec, secrets: fresh } = composeApart(await changedLayers(context, hub, given, wanted.spec))
      const fields = keepSecrets({ spec: hub.spec, fields: stored.fields }, { spec, given: fresh })
      const chart = await chartFor(context, spec, found, hub)
      return { ...await planSpec(context, hub, await loadCluster(context, hub.clusterId), { layers, spec, secrets: { ...stored, fields }, chart }), ...(wanted.notes && { config: wanted.notes }) }
    })
  },
  apply(context, hub, { template }, { effect }) {
    requireNoDraft(template)
    return saveRevision(context, hub, effect)
  },
})

/** Files say all that there is to say of the template too: of none, that there is none. */
async function changedLayers(context: ReadContext, hub: HubRow, { template, managedBy }: Static<typeof input>, spec: HubSpecPatch): Promise<HubLayers> {
  const whole = managedBy !== undefined
  const before = layersOf(hub)
  const layers = template === undefined && !whole ? before : await changeTemplate(context, hub.name, before, template ?? null, { whole })
  return (whole ? applyOwn : patchOwn)(layers, spec)
}
