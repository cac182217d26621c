import type { ClusterHandle } from '../../packages/providers/src/index.ts'
import { unending as signal, type Bed, type Test } from './bed.ts'

export function machinesContract(t: Test, bed: Bed): void {
  const openUnmade = async () => {
    const cluster = await bed.openUnmade!()
    return { cluster, machines: cluster.machines! }
  }
  const made = async ({ machines }: ClusterHandle) => {
    await machines!.create(signal)
    await bed.settle('the cluster to be made', async () => {
      const { exists, busy } = await machines!.observe(signal)
      return exists && busy === null
    })
  }
  const nodesOf = async (cluster: ClusterHandle) => (await cluster.machines!.observe(signal)).pools.find((pool) => pool.name === 'user')
  const resized = async (cluster: ClusterHandle, nodes: number) => {
    await cluster.machines!.resize('user', nodes, signal)
    await cluster.machines!.resize('user', nodes, signal)
    await bed.settle(`${nodes} nodes to be ready`, async () => (await nodesOf(cluster))?.ready === nodes)
  }
  const removed = async ({ machines }: ClusterHandle) => {
    await machines!.delete(signal)
    await machines!.delete(signal)
    await bed.settle('the cluster to be gone', async () => !(await machines!.observe(signal)).exists)
  }

  t.test(`${bed.name}: creating a cluster twice makes one, which can then be reached`, async (t) => {
    const { cluster, machines } = await openUnmade()
    t.match(await machines.observe(signal), { exists: false, busy: null, pools: [] })
    await t.rejects(cluster.preflight(signal), { code: 'cluster-unreachable' })
    await made(cluster)
    const before = await machines.observe(signal)
    await machines.create(signal)
    t.same(await machines.observe(signal), before)
    t.ok((await cluster.preflight(signal)).version)
    await removed(cluster)
  })

  t.test(`${bed.name}: a pool goes to zero nodes and comes back`, async (t) => {
    const { cluster } = await openUnmade()
    await made(cluster)
    await resized(cluster, 2)
    await resized(cluster, 0)
    t.match(await nodesOf(cluster), { wanted: 0, ready: 0 })
    await resized(cluster, 1)
    t.match(await nodesOf(cluster), { wanted: 1, ready: 1 })
    await removed(cluster)
  })

  t.test(`${bed.name}: a resize beyond the limit is refused as a quota`, async (t) => {
    const { cluster, machines } = await openUnmade()
    await made(cluster)
    const before = await nodesOf(cluster)
    await t.rejects(machines.resize('user', 4, signal), { code: 'quota-exceeded' })
    t.same(await nodesOf(cluster), before)
    await removed(cluster)
  })

  t.test(`${bed.name}: a deleted cluster bills nothing`, async (t) => {
    const { cluster, machines } = await openUnmade()
    await made(cluster)
    await resized(cluster, 2)
    t.ok((await machines.billables(signal)).filter((remnant) => remnant.bills).length >= 3, 'while it runs, the cluster and its nodes do')
    await removed(cluster)
    t.same(await machines.billables(signal), [])
    await machines.delete(signal)
  })

  t.test(`${bed.name}: a signal that has ended creates no cluster`, async (t) => {
    const { machines } = await openUnmade()
    await t.rejects(machines.create(AbortSignal.abort()))
    t.equal((await machines.observe(signal)).exists, false)
  })
}
