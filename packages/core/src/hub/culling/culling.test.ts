import t from 'tap'
import { completeHubSpec } from '../complete.ts'
import type { CullableServer, CullableUser, CullingRules } from './culling.ts'
import { selectServersToCull, selectUsersToCull } from './culling.ts'

const now = new Date('2026-03-02T12:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const settings = (changed: Partial<CullingRules> = {}): CullingRules => ({ ...completeHubSpec({}).culling, ...changed })
const server = (changed: Partial<CullableServer> = {}): CullableServer => ({ user: 'ada', name: '', ready: true, pending: null, started: ago(7200), lastActivity: ago(60), ...changed })
const user = (changed: Partial<CullableUser> = {}): CullableUser => ({ name: 'ada', admin: false, created: ago(90_000), lastActivity: ago(7200), servers: [], ...changed })
const reasons = (servers: CullableServer[], changed: Partial<CullingRules> = {}) => selectServersToCull(servers, settings(changed), now).map((cull) => cull.reason)
const deleted = (users: CullableUser[], changed: Partial<CullingRules> = {}) => selectUsersToCull(users, settings({ users: true, ...changed }), now).map((cull) => cull.user.name)

t.test('a server is culled at exactly the timeout, and not a second earlier', async (t) => {
  t.same(reasons([server({ lastActivity: ago(3600) })]), ['idle'])
  t.same(reasons([server({ lastActivity: ago(3599) })]), [])
})

t.test('a server that starts, stops or is not ready is left alone, however idle', async (t) => {
  const idle = { lastActivity: ago(99_999) }
  t.same(reasons([server({ ...idle, pending: 'spawn' }), server({ ...idle, pending: 'stop' }), server({ ...idle, ready: false })], { maxAgeSeconds: 1 }), [])
})

t.test('a server without activity is as idle as it is old', async (t) => {
  t.same(reasons([server({ lastActivity: null, started: ago(3600) })]), ['idle'])
  t.same(reasons([server({ lastActivity: null, started: ago(3599) })]), [])
  t.same(reasons([server({ lastActivity: null, started: null })], { maxAgeSeconds: 1 }), [])
})

t.test('the greatest age ends a server that is active, and one whose kind is excluded', async (t) => {
  const aged = { started: ago(600), lastActivity: ago(0) }
  t.same(reasons([server(aged)], { maxAgeSeconds: 600 }), ['max-age'])
  t.same(reasons([server(aged)], { maxAgeSeconds: 601 }), [])
  t.same(reasons([server({ ...aged, name: 'lab' })], { maxAgeSeconds: 600, namedServers: false }), ['max-age'])
})

t.test('a greatest age of 0 means none', async (t) => {
  t.same(reasons([server({ started: ago(99_999_999) })]), [])
})

t.test('an excluded kind of server is not culled for being idle', async (t) => {
  const idle = { lastActivity: ago(3600) }
  t.same(selectServersToCull([server(idle), server({ ...idle, name: 'lab' })], settings({ defaultServers: false }), now).map((cull) => cull.server.name), ['lab'])
  t.same(selectServersToCull([server(idle), server({ ...idle, name: 'lab' })], settings({ namedServers: false }), now).map((cull) => cull.server.name), [''])
})

t.test('a cull tells how idle and how old the server is', async (t) => {
  t.match(selectServersToCull([server({ lastActivity: ago(4000) })], settings(), now), [{ reason: 'idle', idleSeconds: 4000, ageSeconds: 7200 }])
})

t.test('users are deleted only when that is switched on', async (t) => {
  t.same(deleted([user()]), ['ada'])
  t.same(deleted([user()], { users: false }), [])
})

t.test('a user is deleted at exactly the timeout, by the time of creation when there was no activity', async (t) => {
  t.same(deleted([user({ lastActivity: ago(3600) }), user({ name: 'bob', lastActivity: ago(3599) })]), ['ada'])
  t.same(deleted([user({ lastActivity: null, created: ago(3600) }), user({ name: 'bob', lastActivity: null, created: null })]), ['ada'])
})

t.test('a user whose server runs or is slow to stop is kept', async (t) => {
  t.same(deleted([user({ servers: [server()] }), user({ servers: [server({ ready: false, pending: 'stop' })] })]), [])
  t.same(deleted([user({ servers: [server({ ready: false })] })]), ['ada'], 'a stopped server holds nobody')
})

t.test('an exempt admin is kept though the server is culled, but not beyond the greatest age', async (t) => {
  t.same(reasons([server({ lastActivity: ago(3600) })], { adminUsers: false }), ['idle'])
  t.same(deleted([user({ admin: true })], { adminUsers: false }), [])
  t.same(deleted([user({ admin: true })], { adminUsers: true }), ['ada'])
  t.same(deleted([user({ admin: true })], { adminUsers: false, maxAgeSeconds: 90_000 }), ['ada'])
})
