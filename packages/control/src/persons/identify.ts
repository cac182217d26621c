import { Type } from 'typebox'
import { recordEvent } from '@hubfleet/engine'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { TimeSchema } from '../wire.ts'
import { loadPerson, PersonRefSchema } from './person.ts'

export const identifyPerson = verb({
  noun: 'person', verb: 'identify', summary: 'Learn who is behind a pseudonym', action: 'tenant:admin',
  description: 'Of one person, and the audit tells that it was asked. Given a name, it answers with the pseudonym.',
  input: Type.Object({ reason: Type.String({ minLength: 3, maxLength: 500, description: 'Why it must be known; an event tells it', examples: ['asked by the person'] }) }, { $id: 'PersonIdentify', additionalProperties: false }),
  answer: Type.Object({
    pseudonym: PersonRefSchema, name: Type.Union([Type.String(), Type.Null()], { description: 'As JupyterHub has it; null once it is erased' }), seenAt: TimeSchema,
  }, { $id: 'Person' }),
  secretAnswer: true,
  load: loadPerson,
  plan: async () => plainPlan(),
  async apply({ tx, tenant, caller }, { pseudonym, name, seenAt }, { reason }) {
    await recordEvent(tx, { tenantId: tenant.id, type: 'person.identified', subject: pseudonym, data: { reason, by: caller.principal } })
    return { answer: { pseudonym, name, seenAt: seenAt.toISOString() }, subject: pseudonym }
  },
})
