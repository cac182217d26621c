import t from 'tap'
import { events, idempotencyRecords, plans, platformScope, transaction } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { forgetAnswers, forgetEvents, forgetPlans } from './housekeeping.ts'

t.test('answers kept for repeated calls are forgotten after 24 hours, whosever they are, and no sooner', async (t) => {
  const database = await testDatabase(t)
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const ages = { a: 1, b: 23.9, c: 24.1, d: 1000 }
  await transaction(database, platformScope, (tx) => tx.insert(idempotencyRecords).values(Object.entries(ages).map(([key, hours]) => (
    { key, tenantId: `tenant_${key}`, principal: 'key_test', verb: 'hubCreate', requestHash: '', response: {}, createdAt: hoursAgo(hours) }))))
  t.equal(await forgetAnswers(database), 2)
  const left = await transaction(database, platformScope, (tx) => tx.select().from(idempotencyRecords))
  t.same(left.map(({ key }) => key).sort(), ['a', 'b'])
  t.equal(await forgetAnswers(database), 0)
})

t.test('a plan loses its secrets as soon as it has expired, and is forgotten a month later; one that is good stays whole', async (t) => {
  const database = await testDatabase(t)
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  const expiry = { good: 1, late: -1, old: -31 }
  await transaction(database, platformScope, (tx) => tx.insert(plans).values(Object.entries(expiry).map(([id, days]) => (
    { id, tenantId: `tenant_${id}`, change: 'hubUpdate', clusterId: 'c', hubId: 'h', hubName: 'h', state: 'ready' as const, planned: {}, sealed: 'secret', createdBy: 'key_test', holder: 'key_test', expiresAt: inDays(days) }))))
  t.equal(await forgetPlans(database), 1)
  const left = await transaction(database, platformScope, (tx) => tx.select().from(plans))
  t.same(left.map(({ id, sealed }) => [id, sealed]).sort(), [['good', 'secret'], ['late', null]])
  t.equal(await forgetPlans(database), 0)
})

t.test('events are forgotten after 90 days; the last of a tenant stays, so that who had it can go on, and so does one without its position', async (t) => {
  const database = await testDatabase(t)
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  const rows = [['busy', 200, 1], ['busy', 91, 2], ['busy', 89, 3], ['quiet', 300, 4], ['quiet', 200, 5], ['waits', 200, null]] as const
  await transaction(database, platformScope, (tx) => tx.insert(events).values(rows.map(([tenantId, days, position], at) => ({ id: `evt_${at}`, tenantId, position, type: 'hub.ready', subject: 'hub_1', data: {}, createdAt: daysAgo(days) }))))
  t.equal(await forgetEvents(database), 3)
  const left = await transaction(database, platformScope, (tx) => tx.select({ position: events.position }).from(events))
  t.same(left.map(({ position }) => position).sort(), [3, 5, null])
  t.equal(await forgetEvents(database), 0)
})
