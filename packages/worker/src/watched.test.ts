import t from 'tap'
import { newId, type Condition } from '@hubfleet/core'
import { clusters, eq, hubs, platformScope, transaction } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { until } from '../../engine/src/testing.ts'
import { Watched } from './watched.ts'

const database = await testDatabase(t)
const now = new Date('2026-03-02T08:00:00Z')
const later = new Date('2026-03-02T08:05:00Z')
await transaction(database, platformScope, (tx) => tx.insert(clusters).values({ id: 'cluster_lab', tenantId: 'tenant_test', name: 'lab', provider: 'sandbox', managed: true, state: 'ready', spec: { provider: 'sandbox' } }))

const condition = (type: Condition['type'], status: Condition['status'], reason: string): Condition => ({ type, status, reason, message: '', observedGeneration: 1, lastTransitionTime: now.toISOString() })

async function hub(conditions: Condition[], wakeAt: Date | null = later): Promise<{ namespace: string; wakeAt(): Promise<Date | null>; id: string }> {
  const id = newId('hub')
  await transaction(database, platformScope, (tx) => tx.insert(hubs).values({ id, tenantId: 'tenant_test', clusterId: 'cluster_lab', name: id.slice(-8), state: 'creating', spec: {} as never, chartDigest: '', secrets: '', conditions, wakeAt }))
  return {
    id, namespace: `hub-${id.slice(4)}`,
    wakeAt: () => transaction(database, platformScope, async (tx) => (await tx.select({ at: hubs.wakeAt }).from(hubs).where(eq(hubs.id, id)))[0]!.at),
  }
}

function watch() {
  const woken: string[] = []
  const watched = new Watched({ database, jobs: { wake: async (_tx, { id }) => { woken.push(id) } }, now: () => now, onError: (error) => t.fail(String(error)) })
  t.teardown(async () => watched.stop())
  return { watched, woken }
}

t.test('a change wakes a hub that is not ready at once, also while a pass is over it, and a ready one with the next calm look', async (t) => {
  const ready = await hub([condition('Ready', 'True', 'InSync')])
  const waiting = await hub([condition('Ready', 'False', 'Waiting'), condition('ReleaseInSync', 'True', 'InSync')])
  const underWay = await hub([condition('Ready', 'Unknown', 'Waiting')], null)
  const { watched, woken } = watch()
  for (const { namespace } of [ready, waiting, underWay, ready, waiting]) watched.changed(namespace)
  await until('the first', () => woken.length > 0)
  t.same(woken.toSorted(), [waiting.id, underWay.id].toSorted(), 'each once')
  t.same(await ready.wakeAt(), later)
  await until('the calm look', async () => (await ready.wakeAt())?.getTime() === now.getTime())
  t.equal(woken.length, 2)
  t.equal(await underWay.wakeAt(), null, 'its pass says when to look again')
})

t.test('what a helm that failed changed itself sets off no other try: the hub keeps the pace of its tries', async (t) => {
  const failed = await hub([condition('ReleaseInSync', 'False', 'HelmFailed'), condition('Ready', 'Unknown', 'Waiting')])
  const denied = await hub([condition('ReleaseInSync', 'False', 'ClusterDenied'), condition('Ready', 'Unknown', 'Waiting')])
  const { watched, woken } = watch()
  watched.changed(failed.namespace)
  watched.changed(denied.namespace)
  await until('the calm look', async () => (await denied.wakeAt())?.getTime() === now.getTime())
  t.same(await failed.wakeAt(), later)
  t.same(woken, [])
})

t.test('a namespace that is no hub\'s, and a stopped watch, wake nobody', async (t) => {
  const waiting = await hub([condition('Ready', 'False', 'Waiting')])
  const other = await hub([condition('Ready', 'False', 'Waiting')])
  const { watched, woken } = watch()
  for (const namespace of ['kube-system', 'hub-', 'hub-unknown', other.namespace]) watched.changed(namespace)
  await until('the other', () => woken.length > 0)
  watched.stop()
  watched.changed(waiting.namespace)
  const { watched: next, woken: nextWoken } = watch()
  next.changed(other.namespace)
  await until('the other again', () => nextWoken.length > 0)
  t.same(woken, [other.id])
})
