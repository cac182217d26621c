import t from 'tap'
import { List } from './list.ts'
import { scripted } from './testing.ts'
import { Transport } from './transport.ts'

t.test('a list is walked over all pages, short and empty ones too, with its filters on each', async (t) => {
  const { server, requests } = await scripted(t, { body: { items: [1, 2], nextCursor: 'b' } }, { body: { items: [], nextCursor: 'c' } }, { body: { items: [3], nextCursor: null } })
  const list = new List<number>(new Transport({ server }), '/v1/tenants/{tenant}/hubs', { tenant: 'a' }, { state: 'ready' }, {})
  t.same(await list.all(), [1, 2, 3])
  t.same(requests.map(({ url }) => url), ['/v1/tenants/a/hubs?state=ready', '/v1/tenants/a/hubs?state=ready&cursor=b', '/v1/tenants/a/hubs?state=ready&cursor=c'])
})

t.test('who stops walking asks for no further page', async (t) => {
  const { server, requests } = await scripted(t, { body: { items: [1, 2], nextCursor: 'b' } })
  for await (const item of new List<number>(new Transport({ server }), '/v1/x', {}, {}, {})) if (item === 2) break
  t.equal(requests.length, 1)
})

t.test('one page is to be had alone, at a cursor', async (t) => {
  const { server, requests } = await scripted(t, { body: { items: [1], nextCursor: 'z' } })
  t.same(await new List<number>(new Transport({ server }), '/v1/x', {}, {}, {}).page('y'), { items: [1], nextCursor: 'z' })
  t.match(requests, [{ url: '/v1/x?cursor=y' }])
})
