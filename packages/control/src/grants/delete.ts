import { eq, grants } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { GrantSchema, loadGrant, showGrant } from './grant.ts'

export const deleteGrant = verb({
  noun: 'grant', verb: 'delete', summary: 'Take a grant back', description: 'Hubs that are there stay; new ones are refused.', action: 'platform:admin',
  input: Nothing,
  answer: GrantSchema,
  load: (context) => loadGrant(context),
  plan: async () => plainPlan(),
  async apply({ tx }, grant) {
    await tx.delete(grants).where(eq(grants.id, grant.id))
    return { answer: showGrant(grant), subject: grant.id }
  },
})
