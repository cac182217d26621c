import type { ClusterSample, HubSample } from '../../packages/core/src/index.ts'
import type { HubRef } from '../../packages/providers/src/index.ts'
import { desiredRelease, settled, unending as signal, type Bed, type Test } from './bed.ts'

/** What metering is told of a cluster. */
export function samplesContract(t: Test, bed: Bed): void {
  t.test(`${bed.name}: a sample tells the nodes, and of each hub its pods, disks and people; what is not told is null, and nobody else's is anybody's`, async (t) => {
    const cluster = await bed.open()
    const [hub, other] = [bed.hub(), bed.hub()]
    const site = cluster.hub(hub)
    let after: Date | null = null
    const metered = (ref: HubRef) => ({ ...ref, token: async () => 'not its token' })
    const next = async (): Promise<ClusterSample[]> => {
      const samples = await cluster.samples({ hubs: [hub, other].map(metered), now: new Date(), after, holdsSeconds: 600 }, signal)
      after = samples.at(-1)?.at ?? after
      return samples
    }
    const told = async (what: string, found: (hub: HubSample) => boolean): Promise<ClusterSample> => {
      let last: ClusterSample | undefined
      await bed.settle(what, async () => {
        for (let more = await next(); more.length > 0; more = more.length > 1 ? await next() : []) last = more.at(-1)
        return last !== undefined && found(of(last, hub))
      })
      return last!
    }
    try {
      await site.createNamespace(signal)
      await site.install(desiredRelease(bed, hub, { capacity: { seats: 1 }, memory: { guarantee: '1G' }, cpu: { guarantee: 0.25 } }), signal)
      await settled(bed, site)
      await bed.bringUser(site, hub)
      const sample = await told('the server of somebody, and a seat', ({ pods }) => pods.some(({ kind }) => kind === 'server') && pods.some(({ kind }) => kind === 'seat'))
      t.ok(sample.nodes.length > 0 && sample.nodes.every(({ name, cpu, memoryGiB }) => name !== '' && cpu > 0 && memoryGiB > 0))
      const { pods, claims, loadBalancers } = of(sample, hub)
      const nodes = new Set(sample.nodes.map(({ name }) => name))
      t.ok(pods.every(({ node }) => nodes.has(node)), 'each is on a node that is told of')
      t.ok(pods.filter(({ kind }) => kind === 'server').every(({ user }) => user !== null))
      t.match(pods.find(({ kind }) => kind === 'seat'), { user: null, cpu: 0.25, memoryGiB: 1 })
      t.ok(pods.some(({ kind, name }) => kind === 'hub' && name.startsWith('hub')))
      t.ok(claims.every(({ gib, kind, user }) => gib > 0 && (kind === 'home') === (user !== null)))
      t.ok(loadBalancers <= 1)
      t.same(of(sample, other), { hubId: other.id, pods: [], claims: [], loadBalancers: 0, addresses: 0, servers: null, users: null }, 'of a hub that is not there')
      t.ok(sample.at > new Date(0) && sample.holdsSeconds > 0)

      await site.uninstall(signal)
      const stopped = await told('the hub to be gone from the samples', ({ pods }) => !pods.some(({ kind }) => kind === 'hub'))
      t.match(of(stopped, hub), { servers: null, users: null }, 'a JupyterHub that is not there tells nothing')
    } finally {
      await site.sweep({ keepHomes: false }, signal)
      await cluster.close()
    }
  })
}

const of = (sample: ClusterSample, { id }: HubRef): HubSample => sample.hubs.find(({ hubId }) => hubId === id)!
