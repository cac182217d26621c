import { Type } from 'typebox'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { OpenEnum, TimeSchema } from '../wire.ts'
import { lockHub } from './hub.ts'

export const issueKubeconfig = verb({
  noun: 'hub', verb: 'kubeconfig', summary: 'A kubeconfig for kubectl in the namespace of a hub, for a short time', action: 'hub:operate',
  description: 'The server keeps no copy and the audit says who asked. The token ends by itself, and with the hub.',
  input: Type.Object({
    role: Type.Optional(Type.Union([Type.Literal('view'), Type.Literal('operate')], { default: 'view', description: 'view reads everything but Secrets; operate also deletes pods and forwards ports' })),
    minutes: Type.Optional(Type.Integer({ minimum: 10, maximum: 480, default: 60, description: 'How long it works' })),
  }, { $id: 'HubKubeconfigInput', additionalProperties: false }),
  answer: Type.Object({
    kubeconfig: Type.String({ description: 'The content of a kubeconfig file, with the token in it' }),
    namespace: Type.String(), role: OpenEnum('view', 'operate'), expiresAt: TimeSchema,
  }, { $id: 'HubKubeconfig' }),
  load: lockHub,
  plan: async () => plainPlan(),
  apply: async (_context, hub, { role = 'view' }) => ({ answer: { hub: hub.id, role }, subject: hub.id }),
  // After the commit: nobody gets a token that the audit does not know of.
  complete: async (live, { hub, role }, { minutes = 60 }) => ({ ...await live.kubeconfig(hub as string, { role: role as 'view' | 'operate', seconds: minutes * 60 }), role }),
})
