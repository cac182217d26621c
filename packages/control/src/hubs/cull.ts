import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { lockHub } from './hub.ts'

export const cullHub = verb({
  noun: 'hub', verb: 'cull', summary: 'Stop idle servers now', description: 'By the rules of the hub\'s own culler. The result tells who was culled and why.', action: 'hub:operate', plannable: true,
  input: Type.Object({
    timeoutSeconds: Type.Optional(Type.Integer({ minimum: 60, maximum: 31_536_000, description: 'Idle for this long is unused; default: as the spec says' })),
    maxAgeSeconds: Type.Optional(Type.Integer({ minimum: 600, maximum: 31_536_000, description: 'Older servers are stopped even when used; default: as the spec says' })),
  }, { $id: 'HubCull', additionalProperties: false }),
  load: lockHub,
  revision: (hub) => hub.generation,
  async plan(_context, hub) {
    if (hub.spec.power === 'stopped') throw new Problem('hub-stopped', { hub: hub.name, what: 'cull' })
    return plainPlan({ disruption: { disconnectsUsers: true, words: ['Servers idle for too long are stopped; their homes stay.'] } })
  },
  apply: async ({ tenant }, hub, input) => ({ work: { type: 'hub', id: hub.id }, tenantId: tenant.id, generation: null, input, deadlineSeconds: 600 }),
})
