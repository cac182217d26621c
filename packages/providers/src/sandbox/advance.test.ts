import fc from 'fast-check'
import t from 'tap'
import { advance } from './advance.ts'
import { catchUp } from './durations.ts'
import { installRelease } from './release.ts'
import { serverModels, userModels } from './jupyterhub.ts'
import { evictServers } from './servers.ts'
import { emptyCluster, emptyHub, type SandboxCluster, type SandboxHub } from './state.ts'

const minute = 60_000
const hour = 60 * minute
const monday = Date.parse('2026-03-02T00:00:00Z')
const chart = { name: 'jupyterhub', version: '4.4.0', digest: 'd', path: '', appVersion: '5.5.0', kubeVersion: '', schema: {} }

/** A cluster with one hub, installed at midnight before a monday. */
function world(values: { students?: number; nodes?: number; cull?: object; [key: string]: unknown } = {}): { cluster: SandboxCluster; hub: SandboxHub } {
  const { students = 30, nodes = 10, cull = { enabled: false }, ...more } = values
  const cluster = emptyCluster(monday)
  cluster.machines = {
    readyAt: monday, goneAt: null, nodesSince: nodes > 0 ? monday : null, defaultStorageClass: 'sandbox-disk',
    pools: { user: { purpose: 'user', machineType: 'sandbox-medium', wanted: nodes, ready: nodes, bootedAt: null } },
  }
  const hub = { ...emptyHub(), namespace: { hubId: 'hub_a', goneAt: null } }
  cluster.hubs['hub-a'] = hub
  installRelease(cluster, 'cluster_a', hub, 'hub-a', { chart, values: { custom: { sandbox: { students } }, cull, ...more }, valuesHash: 'h' }, monday)
  return { cluster, hub }
}

t.test('playing to a time in one step or in many gives the same, so a look need not store what it played', async () => {
  const cull = fc.record({ enabled: fc.boolean(), timeout: fc.constantFrom(600, 3600), every: fc.constantFrom(300, 600), maxAge: fc.constantFrom(0, 5400), users: fc.boolean() })
  const setting = fc.record({ nodes: fc.constantFrom(0, 1, 4), cull, hub: fc.constant({ allowNamedServers: true }) })
  fc.assert(fc.property(setting, fc.array(fc.integer({ min: 1, max: 18 * hour }), { minLength: 1, maxLength: 8 }), (values, steps) => {
    const [once, often] = [world(values).cluster, world(values).cluster]
    const end = monday + steps.reduce((sum, step) => sum + step, 0)
    let stored = often
    let at = monday
    for (const step of steps) {
      advance(stored, (at += step))
      stored = JSON.parse(JSON.stringify(stored)) as SandboxCluster
    }
    advance(once, end)
    return JSON.stringify(once) === JSON.stringify(stored)
  }), { numRuns: 60 })
})

t.test('time does not go back', async (t) => {
  const { cluster } = world()
  advance(cluster, monday + 12 * hour)
  const before = JSON.stringify(cluster)
  advance(cluster, monday)
  t.equal(JSON.stringify(cluster), before)
})

t.test('without culling servers that were forgotten run on; with it none is idle for longer than the limit and one round', async (t) => {
  const { cluster: free, hub: forgetful } = world()
  advance(free, monday + 17 * hour)
  t.ok(forgetful.servers.length > 10)

  const { cluster, hub } = world({ cull: { enabled: true, timeout: 1800, every: 600 } })
  let seen = 0
  for (let at = monday + 9 * hour; at <= monday + 20 * hour; at += 5 * minute) {
    advance(cluster, at)
    for (const server of serverModels(hub, at)) {
      if (server.pending) continue
      seen++
      t.ok(at - (server.lastActivity ?? server.started)!.getTime() < 1800_000 + 600_000)
    }
  }
  t.ok(seen > 100)
})

t.test('a server older than maxAge is stopped even while its user works', async (t) => {
  const { cluster, hub } = world({ cull: { enabled: true, timeout: 36_000, every: 300, maxAge: 1800 } })
  advance(cluster, monday + 10.5 * hour)
  const started = serverModels(hub, cluster.at).map((server) => server.started!.getTime())
  t.ok(started.length > 5)
  advance(cluster, monday + 11 * hour)
  t.ok(serverModels(hub, cluster.at).every((server) => cluster.at - server.started!.getTime() < 1800_000 + 300_000))
})

t.test('without room servers wait as pending and are given up after five minutes; with a new node they start', async (t) => {
  const { cluster, hub } = world({ students: 60, nodes: 1 })
  advance(cluster, monday + 10 * hour + 9 * minute)
  const pending = () => serverModels(hub, cluster.at).filter((server) => server.pending === 'spawn' && cluster.at - server.started!.getTime() > minute)
  const placed = hub.servers.filter((server) => server.readyAt !== null).length
  t.equal(placed, 14, '16 GiB less a tenth hold 14 servers of 1 GiB')
  const waiting = pending().length
  t.ok(waiting > 0)
  t.ok(pending().every((server) => cluster.at - server.started!.getTime() < 5 * minute))

  Object.assign(cluster.machines!.pools.user!, { wanted: 10, bootedAt: cluster.at + 2000 })
  advance(cluster, cluster.at + minute)
  t.equal(pending().length, 0)
  t.ok(hub.servers.filter((server) => server.readyAt !== null).length > placed)
})

t.test('a pool that goes to zero ends the servers on it, and the hub sees them gone', async (t) => {
  const { cluster, hub } = world()
  advance(cluster, monday + 10.5 * hour)
  t.ok(hub.servers.length > 0)
  cluster.machines!.pools.user = { ...cluster.machines!.pools.user!, wanted: 0, ready: 0 }
  evictServers(cluster, cluster.at)
  t.same(hub.servers, [])
})

t.test('a hub runs at most as many servers as its limit allows', async (t) => {
  const { cluster, hub } = world({ hub: { activeServerLimit: 5 } })
  advance(cluster, monday + 11 * hour)
  t.equal(hub.servers.length, 5)
})

t.test('culling users takes their homes with them, but not those of an exempt admin', async (t) => {
  const { cluster, hub } = world({ cull: { enabled: true, timeout: 1800, every: 600, users: true, adminUsers: false }, hub: { config: { Authenticator: { admin_users: ['teacher'] } } } })
  advance(cluster, monday + 11 * hour)
  t.ok(Object.keys(hub.homes).length > 10)
  advance(cluster, monday + 17 * hour)
  const [working, others] = [true, false].map((works) => userModels(hub, cluster.at).filter((user) => user.servers.length > 0 === works).map((user) => user.name))
  t.same(others, ['teacher'])
  t.same(Object.values(hub.homes).map((home) => home.user), working)
})

t.test('a jump of a term is played from its last two weeks, so that its cost is bounded', async (t) => {
  const { cluster, hub } = world({ students: 200, nodes: 20, cull: { enabled: true } })
  const end = monday + 105 * 24 * hour
  advance(cluster, end)
  t.ok(Object.keys(hub.homes).length > 190)
  t.ok(userModels(hub, end).every((user) => end - user.created!.getTime() <= catchUp))
})
