import t from 'tap'
import { queries, verbs } from '@hubfleet/control'
import { newId } from '@hubfleet/core'
import { billFiles, eq, operations, platformScope, tenants, transaction } from '@hubfleet/database'
import { sequenceEvents } from '@hubfleet/engine'
import { endpointsOf, fillPath } from '../endpoints.ts'
import { billLine } from '../testing-bill.ts'
import { testWorld } from '../testing.ts'

const server = { user: 'ada', name: '', state: 'ready' as const, startedAt: null, lastActivityAt: null, url: null, profile: null }
const person = { name: 'ada', admin: false, createdAt: null, lastActivityAt: null, groups: [], servers: [server] }
/** A hub with more people than any page holds. */
const world = await testWorld(t, {
  live: {
    people: {
      users: async (_hub, { offset, limit }) => ({ items: Array.from({ length: limit }, () => person), next: offset + limit, total: 1000 }), user: async () => ({ ...person, homes: [] }),
      groups: async (_hub, { offset, limit }) => ({ items: [{ name: 'staff', users: [] }], next: offset + limit, total: 1000 }), group: async () => ({ name: 'staff', users: [] }),
    },
  },
})
const hubs = '/v1/tenants/physics/hubs'
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
for (const name of names) await world.request('admin', 'POST', hubs, { name, cluster: 'lab' })
const page = (url: string, query: Record<string, string> = {}) => world.request('platformAdmin', 'GET', `${url}?${new URLSearchParams(query)}`)

async function walk(url: string, limit: number, more: Record<string, string> = {}) {
  const items: { id: string; name?: string }[] = []
  let cursor: string | null = null
  do {
    const { body } = await page(url, { ...more, limit: String(limit), ...(cursor && { cursor }) })
    if (body.items.length > limit) throw new Error('a page holds more than was asked')
    items.push(...body.items)
    cursor = body.nextCursor
  } while (cursor !== null)
  return items
}

t.test('pages of any size, together, are the whole list: each item once, in the order it was made', async (t) => {
  for (const limit of [1, 2, 3, 7, 8, 100]) t.same((await walk(hubs, limit)).map(({ name }) => name), names, `limit ${limit}`)
})

t.test('items that come while a list is walked move nothing: none is shown twice or left out', async (t) => {
  const first = await page(hubs, { limit: '3' })
  await world.request('admin', 'POST', hubs, { name: 'late', cluster: 'lab' })
  const rest = await page(hubs, { limit: '100', cursor: first.body.nextCursor })
  t.same([...first.body.items, ...rest.body.items].map(({ name }: { name: string }) => name), [...names, 'late'])
})

t.test('every list has a cursor that is its own: no other list and no other filter takes it', async (t) => {
  await world.request('admin', 'POST', '/v1/tenants/physics/clusters', { name: 'spare', provider: 'sandbox', pools: [{ name: 'core', purpose: 'core', machineType: 'sandbox-small', min: 1, max: 1 }] })
  await world.request('platformAdmin', 'POST', '/v1/tenants', { name: 'biology' })
  for (const grantee of ['chemistry', 'biology']) await world.request('platformAdmin', 'POST', '/v1/tenants/physics/clusters/lab/grants', { grantee })
  await world.request('platformAdmin', 'PATCH', '/v1/tenants/physics', { policy: { allow: { imageBuilds: true } } })
  await world.request('admin', 'PATCH', `${hubs}/a`, { spec: { build: { image: 'quay.io/course/env' } } })
  for (const ref of ['one', 'two']) {
    const { body: { id } } = await world.request('admin', 'POST', `${hubs}/a/builds`, { repository: 'https://git.example.org/env', ref })
    await transaction(world.database, platformScope, (tx) => tx.update(operations).set({ state: 'canceled', finishedAt: new Date() }).where(eq(operations.id, id)))
  }
  for (const seats of [1, 2]) await world.request('admin', 'POST', `${hubs}/a/scale?savePlan=true`, { seats })
  for (const name of ['one', 'two']) await world.request('admin', 'POST', '/v1/tenants/physics/templates', { name, spec: {} })
  for (const name of ['one', 'two']) await world.request('admin', 'POST', '/v1/tenants/physics/credentials', { name, spec: { type: 'aws-federation', account: '123456789012', role: 'arn:aws:iam::123456789012:role/hubfleet' } })
  for (const [name, hub] of [['one', 'a'], ['two', 'b']]) await world.request('admin', 'POST', '/v1/tenants/physics/budgets', { name, hub, amount: '5' })
  for (const day of ['2026-05-01', '2026-05-02']) await world.request('admin', 'POST', '/v1/tenants/physics/bills', billLine('lab', { ChargePeriodStart: `${day}T00:00:00Z`, ChargePeriodEnd: `${day}T01:00:00Z` }), { 'content-type': 'application/octet-stream' })
  await transaction(world.database, platformScope, async (tx) => {
    const [physics] = await tx.select().from(tenants).where(eq(tenants.name, 'physics'))
    const at = new Date()
    await tx.insert(billFiles).values(['one', 'two'].map((name) => ({ id: newId('file'), tenantId: physics!.id, createdAt: at, name, parts: 1, bytes: 1, modifiedAt: at, steadySince: at, state: 'waiting' as const, notes: [] })))
  })
  for (const signsAfterSeconds of [600, 700]) await world.request('platformAdmin', 'POST', '/v1/signing-keys', { signsAfterSeconds })
  for (const name of ['a', 'b']) await world.request('admin', 'POST', '/v1/tenants/physics/webhooks', { name, url: 'https://portal.example.org/', events: ['webhook.create'] })
  await sequenceEvents(world.database)
  const lists = endpointsOf(verbs, queries).filter(({ kind, id }) => kind === 'query' && id.endsWith('List')).map(({ path }) => fillPath(path, { tenant: 'physics', cluster: 'lab', hub: 'a', webhook: 'a' }))
  t.ok(lists.length >= 6)
  const cursors = new Map<string, string>()
  const wanted = (list: string): Record<string, string> => (/machine-types|disk-types/.test(list) ? { provider: 'gcp', region: 'us-central1' } : {})
  for (const list of lists) {
    const { body } = await page(list, { ...wanted(list), limit: '1' })
    t.type(body.nextCursor, 'string', list)
    cursors.set(list, body.nextCursor)
  }
  for (const list of lists) {
    for (const [owner, cursor] of cursors) {
      const { status, body } = await page(list, { ...wanted(list), limit: '1', cursor })
      if (owner === list) t.equal(status, 200, list)
      else t.match({ status, body }, { status: 400, body: { code: 'invalid-cursor' } }, `${list} with the cursor of ${owner}`)
    }
  }
  t.match(await page(hubs, { state: 'ready', cursor: cursors.get(hubs)! }), { status: 400, body: { code: 'invalid-cursor' } }, 'another filter')
  t.match(await world.request('stranger', 'GET', `/v1/tenants/chemistry/hubs?cursor=${cursors.get(hubs)}`), { status: 400, body: { code: 'invalid-cursor' } }, 'another tenant')
})

t.test('a cursor that was changed in any character is refused', async (t) => {
  const { body: { nextCursor } } = await page(hubs, { limit: '2' })
  for (let at = 0; at < nextCursor.length; at++) {
    const changed = nextCursor.slice(0, at) + (nextCursor[at] === 'A' ? 'B' : 'A') + nextCursor.slice(at + 1)
    // The last character of base64 has bits that mean nothing; what decodes to the same is still another text, and is refused.
    t.match((await page(hubs, { cursor: changed })).body.code, 'invalid-cursor', `at ${at}`)
  }
  for (const cursor of ['.', 'x', nextCursor.split('.')[0], `${nextCursor}.`, `${nextCursor}x`]) {
    const { status } = await page(hubs, { cursor })
    t.equal(status, 400, cursor)
  }
})

t.end()
