import { Problem } from '@hubfleet/core'
import { and, credentials, eq, isNull, operations } from '@hubfleet/database'
import { announce, endOf, recordEvent } from '@hubfleet/engine'
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
    // nobody will look at it again
    const ended = await tx.update(operations).set({ state: 'canceled', finishedAt: now }).where(and(eq(operations.targetId, row.id), isNull(operations.finishedAt))).returning()
    for (const operation of ended) await recordEvent(tx, endOf(operation, { state: 'canceled' }))
    await announce(tx, row.id)
    return { answer: showCredential(control, row), subject: row.id }
  },
})
