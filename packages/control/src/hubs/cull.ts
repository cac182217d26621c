import { Type } from 'typebox'
import { effectiveCulling, isProblem, Problem, quietUntil } from '@hubfleet/core'
import { tenantNow } from '../control.ts'
import { ConfirmSchema, plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { lockHub } from './hub.ts'

export const cullHub = verb({
  noun: 'hub', verb: 'cull', summary: 'Stop idle servers now',
  description: "By the rules of the hub's own culler, but for who is protected; nobody is told before. The result tells who was culled and why. Under `validateOnly` the hub is asked who would be, now and later, and nobody is.",
  action: 'hub:operate', plannable: true,
  input: Type.Object({
    timeoutSeconds: Type.Optional(Type.Integer({ minimum: 60, maximum: 31_536_000, description: 'Idle for this long is unused; default: as the spec says' })),
    maxAgeSeconds: Type.Optional(Type.Integer({ minimum: 600, maximum: 31_536_000, description: 'Older servers are stopped even when used; default: as the spec says' })),
    confirm: ConfirmSchema,
  }, { $id: 'HubCull', additionalProperties: false }),
  load: lockHub,
  revision: (hub) => hub.generation,
  async plan({ control, tenant }, hub) {
    if (hub.spec.power === 'stopped') throw new Problem('hub-stopped', { hub: hub.name, what: 'cull' })
    const quiet = quietUntil(effectiveCulling(hub.spec).quietHours, tenantNow(control.clock, tenant))
    return plainPlan({
      disruption: { disconnectsUsers: true, words: ['Servers idle for too long are stopped; their homes stay.'] },
      confirmations: quiet ? [{ confirmation: 'quiet-hours', what: `These are quiet hours${quiet === 'never' ? '' : ` until ${quiet.toISOString()}`}, in which nothing is culled by itself.` }] : [],
    })
  },
  async preview(live, { id }, { warnings }, { confirm: _, ...limits }) {
    try {
      return { culls: await live.culls(id, limits) }
    } catch (error) {
      if (!isProblem(error)) throw error
      return { warnings: [...warnings, `Who would be culled is not known: ${error.message}`] }
    }
  },
  apply: async ({ tenant }, hub, { confirm: _, ...input }) => ({ work: { type: 'hub', id: hub.id }, tenantId: tenant.id, generation: null, input, deadlineSeconds: 600 }),
})
