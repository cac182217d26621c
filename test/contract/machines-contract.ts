/** The life of a managed cluster, for every provider that makes clusters. */
import type { ClusterRecord, PoolSpec } from '../../packages/providers/src/index.ts'
import { nudge, nudgeAway, wanting } from '../../packages/providers/src/testing-machines.ts'
import type { Test } from './bed.ts'
import type { MachinesBed } from './machines-bed.ts'
import { lifeOf } from './machines-life.ts'
import { wireContract } from './wire-contract.ts'

const signal = new AbortController().signal

export function machinesContract(t: Test, bed: MachinesBed): void {
  const { machinesOf, made, removed, pools, bills } = lifeOf(bed)
  const withPools = (record: ClusterRecord, change: (pools: PoolSpec[]) => PoolSpec[]): ClusterRecord => ({ ...record, spec: { ...record.spec, pools: change(record.spec.pools ?? []) } })
  const vitalOf = (record: ClusterRecord) => machinesOf(record).parts(wanting({})).find((part) => part.vital)!

  t.test(`${bed.name}: one part is vital, and no two have one name`, async (t) => {
    const names = machinesOf(bed.record()).parts(wanting({})).map(({ name }) => name)
    t.same(names, [...new Set(names)])
    t.equal(machinesOf(bed.record()).parts(wanting({})).filter(({ vital }) => vital).length, 1)
  })

  t.test(`${bed.name}: a cluster is made once, and what is as wanted is left alone`, async (t) => {
    const record = bed.record()
    t.same(await bills(record), [])
    t.same(await pools(record), {})
    await t.rejects(bed.provider().open(record).then((cluster) => cluster.preflight(signal)), { code: 'cluster-unreachable' })
    await made(record)
    const before = { pools: await pools(record), bills: await bills(record) }
    t.match(before.pools, { core: { wanted: 1, ready: 1 }, user: { wanted: 0, ready: 0 } })
    bed.wire?.reset()
    t.equal(await nudge(machinesOf(record), wanting({ core: 1, user: 0 }), signal), true)
    t.same(bed.wire?.calls.filter(({ changes }) => changes) ?? [], [])
    t.same({ pools: await pools(record), bills: await bills(record) }, before)
    await removed(record)
  })

  t.test(`${bed.name}: a pool goes to zero nodes and comes back`, async (t) => {
    const record = bed.record()
    for (const user of [2, 0, 1]) {
      await made(record, wanting({ core: 1, user }))
      t.match(await pools(record), { core: { wanted: 1 }, user: { wanted: user, ready: user } })
    }
    await removed(record)
  })

  t.test(`${bed.name}: a stopped cluster has no machines, and is there again when it is started`, async (t) => {
    const record = bed.record()
    await made(record, wanting({ core: 1, user: 1 }))
    await made(record, wanting({ core: 0, user: 0 }, { stopped: true }))
    t.same((await machinesOf(record).billables(signal)).filter(({ kind }) => kind === 'machine'), [])
    await made(record, wanting({ core: 1, user: 1 }))
    t.match(await pools(record), { core: { ready: 1 }, user: { ready: 1 } })
    await removed(record)
  })

  t.test(`${bed.name}: pools are added, changed and taken away`, async (t) => {
    const record = bed.record()
    await made(record, wanting({ core: 1, user: 1 }))
    const added = withPools(record, (all) => [...all, { ...all.find(({ name }) => name === 'user')!, name: 'big', machineType: bed.otherMachineType }])
    await made(added, wanting({ core: 1, user: 1, big: 1 }))
    t.match(await pools(added), { core: { ready: 1 }, user: { ready: 1 }, big: { ready: 1 } })
    const changed = withPools(added, (all) => all.map((pool) => (pool.name === 'user' ? { ...pool, machineType: bed.otherMachineType } : pool)))
    await made(changed, wanting({ core: 1, user: 1, big: 1 }))
    const machines = (await machinesOf(changed).billables(signal)).filter(({ kind }) => kind === 'machine')
    t.equal(machines.filter(({ machineType }) => machineType === bed.otherMachineType).length, 2)
    const without = withPools(changed, (all) => all.filter(({ name }) => name !== 'big'))
    await made(without, wanting({ core: 1, user: 1 }))
    t.same(Object.keys(await pools(without)).sort(), ['core', 'user'])
    await removed(without)
  })

  t.test(`${bed.name}: a deleted cluster bills nothing, and deleting it again is nothing`, async (t) => {
    const record = bed.record()
    await made(record, wanting({ core: 1, user: 2 }))
    const found = await machinesOf(record).billables(signal)
    t.equal(found.filter(({ kind }) => kind === 'machine').length, 3, 'while it runs, its nodes bill')
    t.ok(found.every(({ id, known, location }) => id && known && location))
    await removed(record)
    t.same(await bills(record), [])
    bed.wire?.reset()
    t.equal(await nudgeAway(machinesOf(record), wanting({}), signal), true)
    t.same(bed.wire?.calls.filter(({ changes }) => changes) ?? [], [])
    t.same(await machinesOf(record).sweep({ keepHomes: false }, signal), [])
  })

  t.test(`${bed.name}: a delete while it is being made leaves nothing`, async (t) => {
    const record = bed.record()
    await nudge(machinesOf(record), wanting({ core: 1 }), signal)
    await removed(record)
    t.same(await bills(record), [])
  })

  t.test(`${bed.name}: one that somebody deletes in the cloud is seen to be gone, and can be deleted`, async (t) => {
    const record = bed.record()
    await made(record)
    await bed.vanish(record)
    await bed.settle('the loss to be seen', async () => (await vitalOf(record).observe(signal)).is === 'absent')
    await removed(record)
    t.same(await bills(record), [])
  })

  t.test(`${bed.name}: a signal that has ended makes nothing`, async (t) => {
    const record = bed.record()
    for (const part of machinesOf(record).parts(wanting({ core: 1 }))) await t.rejects(part.make(AbortSignal.abort()))
    t.same(await bills(record), [])
  })

  if (bed.occupy) {
    t.test(`${bed.name}: a cluster of that name that is not ours is neither taken nor touched`, async (t) => {
      const record = bed.record()
      await bed.occupy!(record)
      bed.wire?.reset()
      await bed.settle('it to be seen', async () => (await vitalOf(record).observe(signal)).is === 'foreign')
      t.equal(await nudgeAway(machinesOf(record), wanting({}), signal), true)
      t.same(bed.wire?.calls.filter(({ changes }) => changes) ?? [], [])
      t.same(await bills(record), [])
    })
  }

  if (bed.exhaust) {
    t.test(`${bed.name}: a quota that does not suffice is told in numbers before anything is made`, async (t) => {
      const record = bed.record()
      await bed.exhaust!(record)
      bed.wire?.reset()
      const short = await machinesOf(record).quota(wanting({ core: 1, user: 3 }), signal)
      t.ok(short.length > 0)
      for (const { what, location, limit, used, wanted, url } of short) {
        t.ok(what && location)
        t.ok(used + wanted > limit, `${what}: ${used} + ${wanted} > ${limit}`)
        t.match(url, /^https:/)
      }
      t.same(bed.wire?.calls.filter(({ changes }) => changes) ?? [], [])
    })
  }

  if (bed.plant) {
    t.test(`${bed.name}: what the cluster left is found and removed, what only looks like it is not`, async (t) => {
      const record = bed.record()
      await made(record)
      const { ours, foreign } = await bed.plant!(record)
      await removed(record)
      const found = await machinesOf(record).billables(signal)
      t.strictSame(found.filter((thing) => thing.ours).map(({ id }) => id).sort(), [...ours].sort())
      const homes = found.filter(({ ours: mine, holdsHome }) => mine && holdsHome).map(({ id }) => id)
      await bed.settle('what is no home to be swept', async () => {
        await machinesOf(record).sweep({ keepHomes: true }, signal)
        return (await machinesOf(record).billables(signal)).filter((thing) => thing.ours).length === homes.length
      })
      for (const id of homes) t.ok(await bed.exists!(id), `${id} holds a home and stays`)
      await bed.settle('all of it to be swept', async () => {
        await machinesOf(record).sweep({ keepHomes: false }, signal)
        return (await bills(record)).length === 0
      })
      for (const id of foreign) t.ok(await bed.exists!(id), `${id} is somebody else's and stays`)
    })
  }

  if (bed.wire) wireContract(t, bed, bed.wire)
}
