import { hubNames, newId, type ClusterSample } from '../../packages/core/src/index.ts'
import { clusters, hubs, meteringId, meterings, platformScope, sql, tenants, transaction } from '../../packages/database/src/index.ts'
import { writeSamples } from '../../packages/worker/src/metering/write-samples.ts'
import { Rollups } from '../../packages/worker/src/rollups/rollups.ts'
import type { Bench } from './bench.ts'
import { install, settle, type Installation } from './servers.ts'

const [hubsInCluster, people, running, looks] = [50, 50, 10, 12]
const hourMs = 3_600_000

/** Wall time of one connection that never waits for anything else: what it takes of a core, of ours and of the database. */
export default {
  title: `an hour of a hub with ${people} people, of whom ${running} have a server, looked at every five minutes and rolled up (1,000 of them are a tenth of a core at 360 ms)`,
  figure: 'ms a hub',
  peer: 'the same looks put into one table as they are',
  limit: { atMost: 5 },
  async measure() {
    await using installation = await install()
    const { write, roll } = await cluster(installation)
    await settle(installation)
    const [ours, peer]: [number[], number[]] = [[], []]
    for (let round = 0; round < 6; round++) {
      const start = Date.UTC(2026, 2, 2, 8 + round)
      const samples = Array.from({ length: looks }, (_, index) => look(start + index * 300_000))
      const plain = await timed(() => put(installation, samples))
      const metered = await timed(async () => {
        for (const sample of samples) await write(sample)
        await roll(new Date(start + hourMs))
      })
      if (round === 0) continue // warms both
      peer.push(plain / hubsInCluster)
      ours.push(metered / hubsInCluster)
    }
    return { ours, peer }
  },
} satisfies Bench

const hubIds = Array.from({ length: hubsInCluster }, () => newId('hub'))

async function cluster({ database }: Installation) {
  const [id, tenantId, from] = [newId('cluster'), newId('tenant'), new Date(Date.UTC(2026, 2, 2, 8))]
  await transaction(database, platformScope, async (tx) => {
    await tx.execute(sql`create table plain_samples (cluster_id text, at timestamptz, hub_id text, sample jsonb, primary key (cluster_id, at, hub_id))`)
    await tx.insert(tenants).values({ id: tenantId, name: 'bench', displayName: '', policy: {} as never })
    await tx.insert(clusters).values({ id, tenantId, name: 'lab', provider: 'gke', managed: true, state: 'ready', spec: { provider: 'gke', region: 'us-central1' }, createdAt: from })
    await tx.insert(hubs).values(hubIds.map((hubId) => ({ id: hubId, tenantId, clusterId: id, name: hubNames(hubId).namespace, state: 'ready', spec: {} as never, chartDigest: '', secrets: '', createdAt: from })))
    await tx.insert(meterings).values({ id: meteringId(id), clusterId: id, tenantId })
  })
  const scope = { cluster: { id, tenantId }, hubs: hubIds.map((hubId) => ({ id: hubId, tenantId })) }
  return {
    write: (sample: ClusterSample) => transaction(database, platformScope, (tx) => writeSamples(tx, scope, [sample])),
    roll: async (now: Date) => {
      const done = await new Rollups({ database, now: () => now, virtual: () => false, onError: (error) => { throw error } }).rollDue()
      if (done < 3) throw new Error(`only ${done} periods were computed`)
    },
  }
}

/** Nodes of ten servers each, a home for everybody. */
const look = (at: number): ClusterSample => ({
  at: new Date(at), holdsSeconds: 600,
  nodes: Array.from({ length: hubsInCluster }, (_, n) => ({ name: `node-${n}`, pool: 'users', purpose: 'user', machine: 'n2-highmem-4', spot: false, cpu: 3.9, memoryGiB: 28 })),
  hubs: hubIds.map((hubId, n) => ({
    hubId, loadBalancers: 1, addresses: 0, users: people,
    pods: [...Array.from({ length: running }, (_, user) => ({ name: `jupyter-user-${user}`, kind: 'server' as const, user: `user-${user}`, server: '', node: `node-${n}`, cpu: 0.25, memoryGiB: 2, used: null })), { name: 'hub', kind: 'hub', user: null, node: `node-${n}`, cpu: 0.1, memoryGiB: 0.5, used: null }],
    claims: Array.from({ length: people }, (_, user) => ({ name: `claim-user-${user}`, kind: 'home', user: `user-${user}`, gib: 10, storageClass: 'premium-rwo' })),
    servers: Array.from({ length: running }, (_, user) => ({ user: `user-${user}`, server: '', groups: ['students'], started: new Date(Date.UTC(2026, 2, 2, 7, user)), lastActivity: new Date(at - 60_000), ready: true })),
  })),
})

async function put({ database }: Installation, samples: readonly ClusterSample[]): Promise<void> {
  for (const { at, hubs: ofHubs } of samples) {
    await transaction(database, platformScope, ({ client }) => client.query(
      `insert into plain_samples select 'lab', $1, "hubId", sample from jsonb_to_recordset($2) as seen ("hubId" text, sample jsonb)`, [at, JSON.stringify(ofHubs.map(({ hubId, ...sample }) => ({ hubId, sample })))]))
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}
