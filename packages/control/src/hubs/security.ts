import { Type } from 'typebox'
import { hubPosture, podSecurityLevelOf, postureState, postureStates, renderValues } from '@hubfleet/core'
import { loadCluster, runsOpenShift } from '../clusters/cluster.ts'
import { observedOf } from '../fit/observed.ts'
import { query } from '../verb.ts'
import { NullableText, NullableTime, Nothing, OpenEnum } from '../wire.ts'
import { loadHub } from './hub.ts'
import { hubSecrets } from './spec-plan.ts'

const ItemSchema = Type.Object({
  id: Type.String({ description: 'For machines: it stays', examples: ['cloud-metadata'] }),
  state: OpenEnum(...postureStates),
  what: Type.String({ description: 'What is so' }),
  why: Type.String({ description: 'What it protects from' }),
  mend: NullableText,
  field: Type.Union([Type.String(), Type.Null()], { description: 'Where in the spec it is decided, as a JSON pointer; null where the cluster decides' }),
}, { $id: 'SecurityItem', description: 'One thing that a secure hub has' })

export const getHubSecurity = query({
  noun: 'hub', verb: 'security', summary: 'How secure a hub is, item by item', action: 'tenant:read', input: Nothing,
  description: 'Judged by the values that are in force, raw ones too, and by what was last seen of the cluster and of the namespace.',
  answer: Type.Object({
    hub: Type.String(),
    state: OpenEnum('ok', 'deviation', 'unknown'),
    podSecurity: OpenEnum('restricted', 'baseline', 'privileged'),
    items: Type.Array(ItemSchema),
    observedAt: NullableTime,
  }, { $id: 'HubSecurityReport', description: '`podSecurity` is the level of the Pod Security Standards that the namespace is to enforce' }),
  async run(context) {
    const hub = await loadHub(context)
    const cluster = await loadCluster(context, hub.clusterId)
    const { spec, status } = hub
    const { values } = renderValues({ hub, spec, secrets: await hubSecrets(context, hub), openShift: runsOpenShift(cluster) })
    const items = hubPosture({ spec, values, cluster: observedOf(cluster), podSecurity: status.podSecurity })
    return {
      hub: hub.name, state: postureState(items), podSecurity: podSecurityLevelOf({ spec, values }), observedAt: status.observedAt ?? null,
      items: items.map(({ code, state, what, why, mend, field }) => ({ id: code, state, what, why, mend, field })),
    }
  },
})
