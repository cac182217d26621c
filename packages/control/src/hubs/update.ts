import { Type } from 'typebox'
import { composeApart, HubSpecPatchSchema, keepSecrets, layersOf, patchOwn, type HubSpecPatch } from '@hubfleet/core'
import { loadCluster } from '../clusters/cluster.ts'
import { ConfirmSchema } from '../plan.ts'
import { verb } from '../verb.ts'
import { findChart } from './chart.ts'
import { ConfigSchema, readConfig } from './config.ts'
import { lockHub } from './hub.ts'
import { saveRevision } from './save.ts'
import { hubSecrets, pinnedChart, planSpec } from './spec-plan.ts'

export const updateHub = verb({
  noun: 'hub', verb: 'update', summary: 'Change the configuration of a hub', description: 'A JSON merge patch (RFC 7396) of the spec; raw `values` are replaced whole. A `config` replaces the raw values and the fields that it names; other fields stay.', action: 'hub:operate',
  input: Type.Object({ spec: Type.Optional(HubSpecPatchSchema), config: ConfigSchema, confirm: ConfirmSchema }, { $id: 'HubUpdate', additionalProperties: false, minProperties: 1 }),
  prepare: async (control, caller, params, { spec: { chart } = {} }) => (chart?.version ? findChart(control, caller, params, { ...chart, version: chart.version, source: chart.source ?? undefined }) : null),
  load: lockHub,
  revision: (hub) => hub.generation,
  async plan(context, hub, input, newChart) {
    const chart = newChart ?? (await pinnedChart(context, hub))
    const wanted = readConfig<HubSpecPatch>(input, chart)
    return wanted.told(async () => {
      const stored = await hubSecrets(context, hub)
      const { layers, spec, secrets: given } = composeApart(patchOwn(layersOf(hub), wanted.spec))
      const fields = keepSecrets({ spec: hub.spec, fields: stored.fields }, { spec, given })
      return { ...await planSpec(context, hub, await loadCluster(context, hub.clusterId), { layers, spec, secrets: { ...stored, fields }, chart }), ...(wanted.notes && { config: wanted.notes }) }
    })
  },
  apply: (context, hub, _input, { effect }) => saveRevision(context, hub, effect),
})
