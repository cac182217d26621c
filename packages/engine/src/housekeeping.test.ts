import t from 'tap'
import { idempotencyRecords, platformScope, transaction } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { forgetAnswers } from './housekeeping.ts'

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
