import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { claims, eq, hubs } from '@hubfleet/database'
import { loadCluster } from '../clusters/cluster.ts'
import { rowHasCredit } from '../clusters/credit.ts'
import { clusterNow } from '../clusters/pricing.ts'
import { costOfDelete } from '../estimates/cost-change.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { hubDeadlineSeconds, loadHub } from './hub.ts'

export const deleteHub = verb({
  noun: 'hub', verb: 'delete', summary: 'Delete a hub and show that nothing is left', description: 'Ends with a teardown report. It says what happens to the homes and never guesses.', action: 'hub:admin', plannable: true,
  input: Type.Object({
    homes: Type.Optional(Type.Union([Type.Literal('keep'), Type.Literal('delete')], { description: 'keep: disks stay and are billed; delete: people\'s files are lost' })),
  }, { $id: 'HubDelete', additionalProperties: false }),
  load: (context) => loadHub(context, { lock: true }),
  revision: (hub) => hub.generation,
  async plan(context, hub, { homes }) {
    if (hub.deletedAt) throw new Problem('not-found', { noun: 'hub', ref: hub.name })
    if (!homes) throw new Problem('homes-undecided', {}, { errors: [{ pointer: '/homes', code: 'required', detail: 'is keep or delete' }] })
    const words = ['The hub ends: everybody is disconnected.', homes === 'delete' ? 'People\'s homes are deleted for good.' : 'People\'s homes stay in the cluster and are billed there.']
    const cluster = await loadCluster(context, hub.clusterId)
    const now = clusterNow(context.control.clock, context.tenant, cluster)
    const cost = costOfDelete(cluster, hub, homes, now, await rowHasCredit(context.tx, cluster, now))
    return plainPlan({ cost, disruption: { restarts: ['hub', 'proxy', 'user-servers'], disconnectsUsers: true, words }, effect: 'gone' as const })
  },
  async apply({ tx, tenant, now }, hub, { homes }) {
    const generation = hub.generation + 1
    // its template may go before it
    await tx.update(hubs).set({ generation, templateId: null, state: 'deleting', paused: false, homes: homes!, deleteRequestedAt: hub.deleteRequestedAt ?? now, updatedAt: now, wakeAt: null }).where(eq(hubs.id, hub.id))
    const { rowCount: claimed } = await tx.delete(claims).where(eq(claims.hubId, hub.id))
    return { work: { type: 'hub', id: hub.id }, tenantId: tenant.id, generation, deadlineSeconds: hubDeadlineSeconds, ...(claimed && { wakes: [{ type: 'cluster' as const, id: hub.clusterId }] }) }
  },
})
