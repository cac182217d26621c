import t from 'tap'
import { audit, eq, platformScope, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

/*
 * What is asked of a cluster while the caller waits: never before it is known who asked, never in a transaction, and a cluster that does
 * not answer is told as such.
 */
let issued = 0
const audited = (): Promise<unknown[]> => transaction(world.database, platformScope, (tx) => tx.select().from(audit).where(eq(audit.verb, 'hubKubeconfig')))
const world = await testWorld(t, {
  live: {
    kubeconfig: async (hubId, { role, seconds }) => {
      const known = await audited()
      if (known.length === 0) throw new Error('a token before the audit knows of it')
      return { kubeconfig: JSON.stringify({ hubId, role, seconds, issued: ++issued }), namespace: 'hub-x', expiresAt: '2026-01-01T01:00:00.000Z' }
    },
    logs: async (_hubId, of) => [{ pod: 'hub-1', container: 'hub', text: JSON.stringify(of) }],
  },
})
const url = '/v1/tenants/physics/hubs/quiet'
await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'quiet', cluster: 'lab' })

t.test('a plan of a kubeconfig makes no token', async (t) => {
  t.equal((await world.request('operator', 'POST', `${url}/kubeconfig?validateOnly=true`, {})).status, 200)
  t.equal(issued, 0)
})

t.test('a kubeconfig is given out only after the audit knows who asked, and each call makes a new one, a repeated call too', async (t) => {
  const ask = (headers = {}) => world.request('operator', 'POST', `${url}/kubeconfig`, { role: 'operate', minutes: 30 }, headers)
  const first = await ask({ 'idempotency-key': 'once' })
  t.match(first, { status: 200, body: { namespace: 'hub-x', role: 'operate', expiresAt: '2026-01-01T01:00:00.000Z' } })
  t.match(JSON.parse(first.body.kubeconfig), { role: 'operate', seconds: 1800, issued: 1 })
  const again = await ask({ 'idempotency-key': 'once' })
  t.match(JSON.parse(again.body.kubeconfig), { issued: 2 })
  t.equal((await audited()).length, 1, 'a repeated call is the same call')
  const kept = await transaction(world.database, platformScope, (tx) => tx.execute('select t::text from idempotency_records as t'))
  t.notMatch(JSON.stringify(kept.rows), /issued/, 'the server keeps no copy')
})

t.test('logs are of the hub unless something else is asked for', async (t) => {
  const of = async (query: string) => JSON.parse((await world.request('operator', 'GET', `${url}/logs${query}`)).body.items[0].text)
  t.same(await of(''), { component: 'hub', lines: 200 })
  t.same(await of('?component=proxy&lines=5'), { component: 'proxy', lines: 5 })
  t.same(await of('?user=ada'), { component: 'hub', user: 'ada', lines: 200 })
  t.match(await world.request('operator', 'GET', `${url}/logs?component=a,b`), { status: 400, body: { code: 'invalid-request' } })
})

t.test('a cluster that does not answer is the answer, as a problem that may pass', async (t) => {
  t.match(await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab/nodes'), { status: 503, body: { code: 'cluster-unreachable', retryable: true } })
})
