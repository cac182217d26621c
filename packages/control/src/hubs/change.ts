import { layersOf, ownChanges, type HubSpec } from '@hubfleet/core'
import type { HubRow } from '@hubfleet/database'
import { loadCluster } from '../clusters/cluster.ts'
import type { Context } from '../verb.ts'
import { pinnedChart } from './chart.ts'
import { lockHub } from './hub.ts'
import { saveRevision } from './save.ts'
import { hubSecrets, planSpec, type WantedSpec } from './spec-plan.ts'

/** The parts of a verb that changes one thing of the stored spec and nothing of its secrets. */
export const changesSpec = <Input>(change: (spec: HubSpec, input: Input) => HubSpec, options: Pick<WantedSpec, 'freshPins'> = {}) => ({
  plannable: true as const,
  load: lockHub,
  revision: (hub: HubRow) => hub.generation,
  async plan(context: Context, hub: HubRow, input: Input) {
    const spec = change(hub.spec, input)
    const wanted: WantedSpec = { layers: ownChanges(layersOf(hub), hub.spec, spec), spec, secrets: await hubSecrets(context, hub), chart: await pinnedChart(context, hub), ...options }
    return planSpec(context, hub, await loadCluster(context, hub.clusterId), wanted)
  },
  apply: (context: Context, hub: HubRow, _input: Input, { effect }: { effect: WantedSpec }) => saveRevision(context, hub, effect),
})
