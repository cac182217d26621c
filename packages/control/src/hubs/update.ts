import { Type } from 'typebox'
import { HubSpecPatchSchema, keepSecrets, patchHubSpec, splitSecrets } from '@hubfleet/core'
import { loadCluster } from '../clusters/cluster.ts'
import { ConfirmSchema } from '../plan.ts'
import { verb } from '../verb.ts'
import { findChart } from './chart.ts'
import { lockHub } from './hub.ts'
import { saveRevision } from './save.ts'
import { hubSecrets, pinnedChart, planSpec } from './spec-plan.ts'

export const updateHub = verb({
  noun: 'hub', verb: 'update', summary: 'Change the configuration of a hub', description: 'A JSON merge patch (RFC 7396) of the spec; raw `values` are replaced whole.', action: 'hub:operate',
  input: Type.Object({ spec: HubSpecPatchSchema, confirm: ConfirmSchema }, { $id: 'HubUpdate', additionalProperties: false }),
  prepare: async (control, caller, params, { spec: { chart } }) => (chart?.version ? findChart(control, caller, params, { ...chart, version: chart.version, source: chart.source ?? undefined }) : null),
  load: lockHub,
  revision: (hub) => hub.generation,
  async plan(context, hub, { spec: patch }, newChart) {
    const stored = await hubSecrets(context, hub)
    const { spec, secrets: given } = splitSecrets(patchHubSpec(hub.spec, patch))
    const fields = keepSecrets({ spec: hub.spec, fields: stored.fields }, { spec, given })
    return planSpec(context, hub, await loadCluster(context, hub.clusterId), { spec, secrets: { ...stored, fields }, chart: newChart ?? (await pinnedChart(context, hub)) })
  },
  apply: (context, hub, _input, { effect }) => saveRevision(context, hub, effect),
})
