import { Problem } from '@hubfleet/core'
import { credentials, eq } from '@hubfleet/database'
import { cancelOpen } from '../operations/cancel-open.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { clustersOf, CredentialSchema, loadCredential, showCredential } from './credential.ts'

export const deleteCredential = verb({
  noun: 'credential', verb: 'delete', summary: 'Forget a credential', description: 'Never while a cluster uses it. In the cloud nothing changes: take the key or the trust away there.', action: 'hub:admin',
  input: Nothing,
  answer: CredentialSchema,
  load: (context) => loadCredential(context, context.params.credential!, { lock: 'update' }),
  revision: ({ generation }) => generation,
  async plan({ tx }, row) {
    const clusters = await clustersOf(tx, row)
    if (clusters.length > 0) throw new Problem('credential-in-use', { credential: row.name, clusters: clusters.join(', ') })
    return plainPlan({ warnings: ['In the cloud nothing changes: take the key, or the trust in Hubfleet, away there.'] })
  },
  async apply({ tx, control, now }, row) {
    await tx.delete(credentials).where(eq(credentials.id, row.id))
    await cancelOpen(tx, row.id, now)
    return { answer: showCredential(control, row), subject: row.id }
  },
})
