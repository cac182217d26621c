import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { checkDeadlineSeconds } from './create.ts'
import { loadCredential } from './credential.ts'

export const checkCredential = verb({
  noun: 'credential', verb: 'check', summary: 'Ask the cloud again whether it takes a credential, and what it permits', description: 'Each is looked at daily in any case.', action: 'hub:operate',
  input: Nothing,
  load: (context) => loadCredential(context, context.params.credential!),
  plan: async () => plainPlan(),
  apply: async (_context, { id, tenantId, generation }) => ({ work: { type: 'credential', id }, tenantId, generation, deadlineSeconds: checkDeadlineSeconds }),
})
