import t from 'tap'
import { completeHubSpec } from '../complete.ts'
import { diffSpec, diffValues, mask } from './diff.ts'
import type { RunningHub } from './disruption.ts'
import { disruption } from './disruption.ts'
import { splitSecrets } from '../secrets.ts'
import type { HubSpec, HubSpecInput } from '../spec.ts'
import { renderValues } from '../values.ts'

const own = { cookieSecret: 'c', proxyToken: 'p', cryptKey: 'k', apiToken: 'a' }

function running(input: HubSpecInput, changed: Partial<HubSpec> = {}): RunningHub {
  const { spec, secrets } = splitSecrets({ ...completeHubSpec(input), ...changed })
  return { spec, values: renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: { ...own, fields: secrets } }).values }
}
const change = (before: HubSpecInput, after: HubSpecInput) => disruption(running(before), running(after))

t.test('a diff of specs is a JSON patch', async (t) => {
  const before = completeHubSpec({ memory: { limit: '2G' }, access: { users: ['a'] } })
  const after = completeHubSpec({ cpu: { limit: 1 }, access: { users: ['a', 'b'] } })
  t.same(diffSpec(before, after), [
    { op: 'replace', path: '/access/users', value: ['a', 'b'] }, { op: 'add', path: '/cpu/limit', value: 1 }, { op: 'remove', path: '/memory/limit' },
  ])
  t.same(diffSpec(after, after), [])
})

t.test('a diff of values shows no secret, by the name of its field or by its value', async (t) => {
  const changes = diffValues({ hub: { config: { A: { client_secret: 'old-s' } } } }, { hub: { config: { A: { client_secret: 'new-s' } }, extraEnv: { X: 'postgres://u:known-s@h' } } }, ['known-s'])
  t.same(changes, [
    { path: '/hub/config/A/client_secret', before: mask, after: mask },
    { path: '/hub/extraEnv', before: undefined, after: { X: mask } },
  ])
  for (const name of ['apiToken', 'password', 'cookie_secret', 'auth_token', 'keys', 'tls.key', 'cryptoKey']) t.equal(diffValues({}, { [name]: 's' })[0]?.after, mask, name)
  for (const name of ['secretName', 'token_url', 'authorize_url', 'client_id']) t.equal(diffValues({}, { [name]: 's' })[0]?.after, 's', name)
})

t.test('a null that removes a default is a change', async (t) => {
  t.same(diffValues({}, { a: null }), [{ path: '/a', before: undefined, after: null }])
})

t.test('seats alone restart nothing and disturb nobody', async (t) => {
  t.match(change({ capacity: { seats: 0 } }, { capacity: { seats: 40 } }), { restarts: [], disconnectsUsers: false, newServersOnly: false, words: { length: 1 } })
})

t.test('no change disturbs nobody', async (t) => {
  t.match(change({}, {}), { restarts: [], disconnectsUsers: false, addressChanges: false, words: [] })
})

t.test('any other value restarts the hub, while servers go on', async (t) => {
  t.match(change({}, { culling: { timeoutSeconds: 600 } }), { restarts: ['hub'], disconnectsUsers: false, newServersOnly: false })
})

t.test('what a server is made of changes only for new servers', async (t) => {
  for (const after of [{ memory: { limit: '2G' } }, { image: { name: 'a', tag: '1' } }, { storage: { type: 'none' } }] as const) {
    t.match(change({}, after), { restarts: ['hub'], disconnectsUsers: false, newServersOnly: true })
  }
})

t.test('the proxy restarts for its own values, and everybody loses the connection for a moment', async (t) => {
  t.match(change({}, { values: { proxy: { chp: { resources: { requests: { cpu: 1 } } } } } }), { restarts: ['hub', 'proxy'], disconnectsUsers: true, addressChanges: false })
})

t.test('another chart version restarts everything of the hub, and no server', async (t) => {
  t.match(change({}, { chart: { version: '4.3.5' } }), { restarts: ['hub', 'proxy', 'user-scheduler'], disconnectsUsers: true })
})

t.test('another host or way in is another address', async (t) => {
  t.match(change({ exposure: { host: 'a.example.org' } }, { exposure: { host: 'b.example.org' } }), { addressChanges: true, disconnectsUsers: true })
  t.match(change({}, { exposure: { type: 'clusterIP' } }), { addressChanges: true })
})

t.test('a change after which people have other names says that they find empty homes', async (t) => {
  const google = { type: 'google' as const, clientId: 'g', hostedDomains: ['x.org'] }
  t.match(change({ login: { ...google, stripDomain: true } }, { login: { ...google, stripDomain: false } }).words.join(' '), /empty home/)
})

t.test('a stop ends the servers; nobody is disturbed by what happens to a hub that is stopped or not there', async (t) => {
  const stopped = running({}, { power: 'stopped' })
  t.match(disruption(running({}), stopped), { restarts: ['hub', 'proxy', 'user-scheduler', 'user-servers'], disconnectsUsers: true })
  t.match(disruption(stopped, running({ image: { name: 'a', tag: '1' } })), { restarts: [], disconnectsUsers: false })
  t.match(disruption(null, running({})), { restarts: [], disconnectsUsers: false })
})
