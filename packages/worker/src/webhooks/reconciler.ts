import { Problem, type Clock } from '@hubfleet/core'
import { and, deliveries, eq, open, platformScope, sql, transaction, webhooks, type Database, type KeyRing, type OperationRow, type WebhookRow, type WebhookSecrets } from '@hubfleet/database'
import { drifted, inSync, recordEvent, type Reconciler, type Step } from '@hubfleet/engine'
import { deliver, type Delivered } from './deliver.ts'
import { restSeconds } from './next-try.ts'
import { send, type Sending } from './send.ts'

export interface WebhookWorkerOptions { database: Database; clock: Clock; keyRing: KeyRing; guard: Sending['guard'] }

interface WebhookScope { webhook: WebhookRow; secrets: string[]; delivered: Delivered | null }

/** Who takes nothing for so long is not asked any more. */
const patienceMs = 5 * 86_400_000

/**
 * A webhook is a target like a hub: what is to be true of it is that nothing is due. One pass at a time sends what is, notes each attempt at once, and says when to look again.
 * A worker that dies between an attempt and its note is followed by one that sends the same once more, with the same id.
 */
export function webhookReconciler({ database, clock, keyRing, guard }: WebhookWorkerOptions): Reconciler<WebhookScope> {
  const deliverStep: Step<WebhookScope> = {
    name: 'deliver', condition: 'Ready', advisory: true,
    observe: async ({ delivered }) => (delivered ? inSync(`${delivered.took} taken, ${delivered.failed} not`) : drifted('events may be due')),
    async act(scope, signal) { scope.delivered = await deliver({ database, clock, sending: { guard, signal } }, scope.webhook, scope.secrets) },
  }
  return {
    async open(id) {
      const [webhook] = await transaction(database, platformScope, (tx) => tx.select().from(webhooks).where(eq(webhooks.id, id)))
      if (!webhook) return null
      const { current, previous } = await open<WebhookSecrets>(keyRing, id, webhook.secrets)
      const secrets = [current, ...(previous && webhook.previousUntil && webhook.previousUntil > clock.now() ? [previous] : [])]
      const scope: WebhookScope = { webhook, secrets, delivered: null }
      return { generation: webhook.generation, scope, steps: webhook.disabledAt ? [] : [deliverStep], action: (operation) => testOf(operation, { guard, clock }) }
    },

    async record(tx, id, { scope: { webhook, delivered } }, { now }) {
      const [row] = await tx.select().from(webhooks).where(eq(webhooks.id, id)).for('update')
      if (!row) return
      // After the lock: who adds deliveries updates the row, too, so none is overlooked.
      const [next] = await tx.select({ at: sql<string | null>`min(${deliveries.nextAt})` }).from(deliveries).where(and(eq(deliveries.webhookId, id), eq(deliveries.state, 'pending')))
      const same = row.generation === webhook.generation
      const looked = delivered && delivered.took + delivered.failed > 0 && same ? delivered : null
      const failures = !looked ? row.failures : looked.unanswered && looked.took === 0 ? row.failures + 1 : 0
      const failingSince = !looked ? row.failingSince : looked.took > 0 ? null : row.failingSince ?? now
      const reason = row.disabledAt ? null : looked?.gone ? 'gone' as const : failingSince && now.getTime() - failingSince.getTime() > patienceMs ? 'failing' as const : null
      const nextAt = next?.at ? new Date(Math.max(Date.parse(next.at), now.getTime() + restSeconds(failures) * 1000)) : null
      await tx.update(webhooks).set({ failures, failingSince, wakeAt: row.disabledAt || reason ? null : nextAt, ...(reason && { disabledAt: now, disabledReason: reason }) }).where(eq(webhooks.id, id))
      if (reason) await recordEvent(tx, { tenantId: row.tenantId, type: 'webhook.disabled', subject: id, data: { name: row.name, reason } })
    },
  }
}

/** A test is sent once: what it answers is what somebody wants to know. Its id is that of the operation. */
function testOf({ id, tenantId, requestedBy }: OperationRow, { guard, clock }: Pick<WebhookWorkerOptions, 'guard' | 'clock'>) {
  let found: { status: number; durationMs: number } | null = null
  const step: Step<WebhookScope> = {
    name: 'send a test', condition: 'Ready',
    observe: async () => (found ? inSync(`it answered ${found.status}`) : drifted('not sent yet')),
    async act({ webhook, secrets }, signal) {
      const at = clock.now()
      const body = JSON.stringify({ id, position: 0, type: 'webhook.test', timestamp: at.toISOString(), tenantId, subject: webhook.id, hubId: null, data: { by: requestedBy } })
      const { attempt: { status, error, durationMs }, took } = await send({ url: webhook.url, secrets, id, body, at }, { guard, signal })
      if (!took) throw new Problem('webhook-test-failed', { webhook: webhook.name, reason: error ?? 'it did not answer' })
      found = { status: status!, durationMs }
    },
  }
  return { steps: [step], result: () => ({ ...found }) }
}
