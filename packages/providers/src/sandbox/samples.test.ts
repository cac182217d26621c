import fc from 'fast-check'
import t from 'tap'
import type { ClusterSample } from '@hubfleet/core'
import { advance } from './advance.ts'
import { catchUp } from './durations.ts'
import { installRelease } from './release.ts'
import { sampleOf } from './samples.ts'
import { emptyCluster, emptyHub, type SandboxCluster } from './state.ts'

const minute = 60_000
const hour = 60 * minute
const monday = Date.parse('2026-03-02T00:00:00Z')
const chart = { name: 'jupyterhub', version: '4.4.0', digest: 'd', path: '', appVersion: '5.5.0', kubeVersion: '', schema: {} }

function world(): SandboxCluster {
  const cluster = emptyCluster(monday)
  cluster.machines = {
    readyAt: monday, goneAt: null, nodesSince: monday, defaultStorageClass: 'sandbox-disk',
    pools: { core: { purpose: 'core', machineType: 'sandbox-small', wanted: 1, ready: 1, bootedAt: null }, user: { purpose: 'user', machineType: 'sandbox-medium', wanted: 3, ready: 3, bootedAt: null } },
  }
  const hub = { ...emptyHub(), namespace: { hubId: 'hub_a', goneAt: null } }
  cluster.hubs['hub-a'] = hub
  installRelease(cluster, 'cluster_a', hub, 'hub-a', { chart, values: { custom: { sandbox: { students: 30 } }, singleuser: { memory: { guarantee: '1G' }, cpu: { guarantee: 0.5 } } }, valuesHash: 'h' }, monday)
  return cluster
}

function played(cluster: SandboxCluster, now: number): ClusterSample[] {
  const noted: ClusterSample[] = []
  advance(cluster, now, (at) => noted.push(sampleOf(cluster, at, now)!))
  return noted
}

const seconds = (samples: readonly ClusterSample[]) => samples.reduce((sum, { holdsSeconds }) => sum + holdsSeconds, 0)

t.test('what is noted does not depend on the steps in which time went by', async () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 * hour }), { minLength: 1, maxLength: 6 }), (steps) => {
    const [once, often] = [world(), world()]
    let at = monday
    const inSteps = steps.flatMap((step) => played(often, (at += step)))
    return JSON.stringify(played(once, at)) === JSON.stringify(inSteps)
  }), { numRuns: 40 })
})

t.test('a day that is leapt over is noted without a gap, with its people', async (t) => {
  const samples = played(world(), monday + 24 * hour)
  t.equal(seconds(samples), 24 * 3600)
  t.ok(samples.every(({ at, holdsSeconds }, index) => index === 0 || at.getTime() === samples[index - 1]!.at.getTime() + samples[index - 1]!.holdsSeconds * 1000 && holdsSeconds === 300))
  const busy = samples.find(({ hubs }) => (hubs[0]!.servers ?? []).length > 5)!
  const servers = busy.hubs[0]!.pods.filter(({ kind }) => kind === 'server')
  t.ok(servers.length > 4)
  t.match(servers[0], { user: String, server: '', cpu: 0.5, memoryGiB: 1, node: /^user-/ })
  t.ok(busy.hubs[0]!.claims.some(({ kind, user, gib }) => kind === 'home' && user !== null && gib === 10))
  t.ok(busy.hubs[0]!.users! >= busy.hubs[0]!.servers!.length)
})

t.test('of a leap that is too long for the students each hour is noted, and its end as ever', async (t) => {
  const samples = played(world(), monday + catchUp + 10 * 24 * hour)
  t.equal(seconds(samples), 24 * 24 * 3600)
  t.equal(samples.length, 10 * 24 + catchUp / (5 * minute) + 1)
})
