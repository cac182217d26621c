import { Type, type Static } from 'typebox'
import { choice } from '../schema-kit.ts'

const closed = { additionalProperties: false }

export const NodeSelectorSchema = Type.Record(Type.String(), Type.String({ maxLength: 63 }), {
  maxProperties: 20, description: 'Labels that a node must have, all of them. In a profile: beside those of the hub',
})
export type NodeSelector = Static<typeof NodeSelectorSchema>

export const TolerationSchema = Type.Object({
  key: Type.Optional(Type.String({ minLength: 1, maxLength: 317, description: 'The key of the taint; without it, and with operator Exists, every taint' })),
  operator: Type.Optional(choice(['Equal', 'Exists'], { description: 'Equal, the default, compares the value; Exists does not' })),
  value: Type.Optional(Type.String({ maxLength: 63 })),
  effect: Type.Optional(choice(['NoSchedule', 'PreferNoSchedule', 'NoExecute'], { description: 'Default: every effect' })),
}, { $id: 'Toleration', description: 'A taint of nodes that does not keep servers away', ...closed })
export type Toleration = Static<typeof TolerationSchema>

export const TolerationsSchema = Type.Array(TolerationSchema, {
  maxItems: 20, description: 'Taints that do not keep servers away, beside hub.jupyter.org/dedicated=user. In a profile: beside those of the hub',
})

const purpose = (whose: string, label: string) => choice(['ignore', 'prefer', 'require'], {
  default: 'prefer', description: `Whether ${whose} look for nodes labelled hub.jupyter.org/node-purpose=${label}; require also keeps them away from all others`,
})

export const HubSchedulingSchema = Type.Object({
  userPods: Type.Object({ matchNodePurpose: purpose("people's servers and the seats kept for them", 'user') }, {
    $id: 'HubUserPods', description: 'Where servers run', default: {}, ...closed,
  }),
  corePods: Type.Object({ matchNodePurpose: purpose("the hub's own pods", 'core') }, { $id: 'HubCorePods', description: 'Where the hub itself runs', default: {}, ...closed }),
  nodeSelector: Type.Unsafe<NodeSelector>({ ...NodeSelectorSchema, default: {} }),
  tolerations: Type.Unsafe<Toleration[]>({ ...TolerationsSchema, default: [] }),
  userScheduler: Type.Boolean({
    default: true, description: 'Pack servers on the fullest nodes, so that others empty and can go; else the scheduler of the cluster spreads them',
  }),
  concurrentSpawnLimit: Type.Integer({
    minimum: 1, maximum: 10_000, default: 64, description: 'Servers that start at the same time; who comes beyond is asked to try again. Raise it before a class',
  }),
  startTimeoutSeconds: Type.Integer({
    minimum: 30, maximum: 7200, default: 300, description: 'A server that is not there after so long has failed, in seconds. A large image on a new node takes its time',
  }),
}, { $id: 'HubScheduling', description: 'Where and how servers start', default: {}, ...closed })
export type HubScheduling = Static<typeof HubSchedulingSchema>
