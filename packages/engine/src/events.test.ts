import t from 'tap'
import { asc, events, gt, platformScope, transaction } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { recordCall, sequenceEvents } from './events.ts'

const tenantId = 'tenant_test'

t.test('a reader that resumes after a position loses no event of concurrent writers and sees none twice', async (t) => {
  const database = await testDatabase(t)
  const [writers, each] = [6, 25]
  let writing = true
  const seen: { position: number; subject: string }[] = []
  const read = async () => {
    const after = seen.at(-1)?.position ?? 0
    const rows = await transaction(database, platformScope, (tx) => tx.select().from(events).where(gt(events.position, after)).orderBy(asc(events.position)).limit(7))
    seen.push(...rows.map(({ position, subject }) => ({ position: position!, subject })))
    return rows.length
  }
  const write = async (writer: number) => {
    for (let n = 0; n < each; n++) {
      await transaction(database, platformScope, async (tx) => {
        await recordCall(tx, { tenantId, type: 'hub.update', subject: `${writer}-${n}`, data: { by: 'key_test' } })
        // Transactions of different length: the order of commits is not that of the writes.
        for (let q = 0; q < (writer * n) % 4; q++) await tx.execute('select 1')
      })
    }
  }
  const sequence = async () => { while (writing) await sequenceEvents(database) }
  const following = (async () => { while (writing) await read() })()
  const sequencing = [sequence(), sequence()]
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  writing = false
  await Promise.all([...sequencing, following])
  await sequenceEvents(database)
  while ((await read()) > 0) continue
  t.equal(seen.length, writers * each)
  t.equal(new Set(seen.map((s) => s.subject)).size, writers * each)
})

t.test('events that wait together get their positions in the order in which they were made', async (t) => {
  const database = await testDatabase(t)
  for (let n = 0; n < 20; n++) await transaction(database, platformScope, (tx) => tx.insert(events).values({ id: `evt_${String((n * 7) % 20).padStart(3, '0')}`, tenantId, type: 'x', subject: 's', data: {} }))
  t.equal(await sequenceEvents(database), 20)
  const inOrder = await transaction(database, platformScope, (tx) => tx.select({ id: events.id }).from(events).orderBy(asc(events.position)))
  t.same(inOrder.map((e) => e.id), inOrder.map((e) => e.id).sort())
  t.equal(await sequenceEvents(database), 0, 'and get them once')
})
