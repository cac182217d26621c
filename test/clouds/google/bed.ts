import { generateKeyPairSync } from 'node:crypto'
import { newId } from '../../../packages/core/src/index.ts'
import { gkeProvider, type ClusterRecord, type OpenCredential } from '../../../packages/providers/src/index.ts'
import type { MachinesBed, Wire } from '../../contract/machines-bed.ts'
import { isNodeOf } from '../../../packages/providers/src/gke/names.ts'
import { startGoogle, type LocalGoogle } from './servers.ts'
import { World } from './world.ts'

export const workloadIdentityProvider = 'projects/123456789012/locations/global/workloadIdentityPools/hubfleet/providers/hubfleet'
export const serviceAccount = 'hubfleet@hub-fleet-test.iam.gserviceaccount.com'

export interface GoogleBed extends MachinesBed { wire: Wire; google: LocalGoogle; credential(type: 'gcp-key' | 'gcp-federation', change?: object): OpenCredential; stop(): Promise<void> }

/** The provider against a Google on this machine, and a world in which a test lets time go by. */
export async function googleBed(): Promise<GoogleBed> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const world = new World()
  const google = await startGoogle(world, {
    keys: new Map([[serviceAccount, publicKey]]), serviceAccount, audience: `//iam.googleapis.com/${workloadIdentityProvider}`,
    identity: (token) => (token === `signed for https://iam.googleapis.com/${workloadIdentityProvider}` ? null : 'The given credential is rejected by the attribute condition.'),
  })
  const { wire, endpoints } = google
  const key = JSON.stringify({ type: 'service_account', client_email: serviceAccount, private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }), private_key_id: 'k1' })
  const credential = (type: 'gcp-key' | 'gcp-federation', change: object = {}): OpenCredential => ({
    ...(type === 'gcp-key' ? { type, project: world.project, endpoints, key } : { type, project: world.project, endpoints, workloadIdentityProvider, serviceAccount }),
    identityToken: async (audience: string) => `signed for ${audience}`, ...change,
  }) as OpenCredential
  const usual = credential('gcp-key')
  const keyOf = ({ spec, name }: ClusterRecord) => world.keyOf(spec.zone ?? spec.region!, name)
  let count = 0
  const plantAt = (region: string, kind: string, scope: string, name: string, body: object, members: string[] = []) => {
    const selfLink = `https://www.googleapis.com/compute/v1/projects/${world.project}/${scope === 'global' ? scope : `${scope === region ? 'regions' : 'zones'}/${scope}`}/${kind}/${name}`
    world.things.push({ kind, scope, body: { name, selfLink, ...body }, members })
    return { id: selfLink.replace(/^.*\/projects\/[^/]+\//, ''), selfLink }
  }
  /** Of a service whose things have full names. */
  const plantIn = (service: string, kind: string, scope: string, id: string, body: object): string => {
    const name = `projects/${world.project}/locations/${scope}/${kind}/${id}`
    world.things.push({ kind: `${service}/${kind}`, scope, body: { name, ...body } })
    return name
  }

  return {
    name: 'gke', google, wire, credential,
    otherMachineType: 'n1-standard-4',
    provider: () => gkeProvider({ guard: async () => {} }),
    record: () => {
      world.limits = {}
      return {
        id: newId('cluster'), tenantId: 'tenant_test', name: `fleet-${++count}`, access: null, credential: async () => usual,
        spec: {
          provider: 'gke', region: 'us-central1', zone: 'us-central1-b',
          pools: [{ name: 'core', purpose: 'core', machineType: 'n1-standard-2', min: 1, max: 1 }, { name: 'user', purpose: 'user', machineType: 'n1-standard-2', min: 0, max: 3 }],
        },
      }
    },
    async settle(what, condition) {
      for (let look = 0; !(await condition()); look++) {
        if (look > 400) throw new Error(`${what}: not within an hour of Google's time`)
        world.advance(10_000)
      }
      // the autoscaler does what it does after a while
      world.advance(900_000)
    },
    async occupy(record) {
      const location = record.spec.zone!
      const pool = { name: 'default-pool', initialNodeCount: 1, locations: [location], config: { machineType: 'e2-medium', diskSizeGb: 100, labels: {}, resourceLabels: {}, taints: [] }, autoscaling: null, version: '1.34.1-gke.3849001' }
      const cluster = { location, name: record.name, message: { name: record.name, resourceLabels: {}, currentMasterVersion: '1.34.1-gke.3849001' }, pools: new Map([['default-pool', { message: pool, nodes: [] }]]) }
      world.clusters.set(keyOf(record), cluster)
      world.size(cluster, cluster.pools.get('default-pool')!, 1)
    },
    async vanish(record) { world.clusters.delete(keyOf(record)) },
    async plant(record) {
      const [zone, region] = [record.spec.zone!, record.spec.region!]
      const node = world.nodes().find(({ cluster }) => cluster.name === record.name)!.node.name
      if (!isNodeOf(record, node)) throw new Error(`${node} has no mark of its cluster`)
      const labels = { 'goog-k8s-cluster-name': record.name, 'goog-k8s-cluster-location': zone, 'goog-gke-volume': '' }
      const claim = (name: string) => JSON.stringify({ 'kubernetes.io/created-for/pv/name': `pvc-${name}`, 'kubernetes.io/created-for/pvc/name': `claim-${name}`, 'kubernetes.io/created-for/pvc/namespace': 'hub-1', 'storage.gke.io/created-by': 'pd.csi.storage.gke.io' })
      const service = JSON.stringify({ 'kubernetes.io/service-name': 'hub-1/proxy-public' })
      const at = (scope: string, kind: string, name: string, body: object, members: string[] = []) => plantAt(region, kind, scope, `${name}-${record.name}`, body, members)
      const ingress = JSON.stringify({ 'kubernetes.io/ingress-name': 'hub-1/jupyterhub' })
      const balancer = (name: string, instances: string[], description: object | string) => {
        const told = typeof description === 'string' ? { description } : description
        const pool = at(region, 'targetPools', name, { ...told, instances: instances.map((it) => `https://www.googleapis.com/compute/v1/projects/${world.project}/zones/${zone}/instances/${it}`) })
        const rule = at(region, 'forwardingRules', name, { ...told, target: pool.selfLink, IPAddress: '198.51.100.7' })
        return [pool.id, rule.id]
      }
      /** What an Ingress has: rules, a proxy, a URL map, and a backend service whose endpoints are pods on nodes. */
      const webBalancer = (suffix: string, uid: string, nodes: string[], said: { description?: string } = { description: ingress }) => {
        const group = at(zone, 'networkEndpointGroups', `k8s1-${suffix}`, { description: JSON.stringify({ 'cluster-uid': uid, namespace: 'hub-1', 'service-name': 'proxy-public', port: '80' }), size: nodes.length, networkEndpointType: 'GCE_VM_IP_PORT' }, nodes)
        const empty = at(zone, 'networkEndpointGroups', `k8s1-${suffix}-none`, { description: JSON.stringify({ 'cluster-uid': uid, namespace: 'kube-system', 'service-name': 'default-http-backend', port: '80' }), size: 0 })
        const backend = (name: string, of: { selfLink: string }) => at('global', 'backendServices', name, { description: JSON.stringify({ 'kubernetes.io/service-name': 'hub-1/proxy-public' }), backends: [{ group: of.selfLink }] })
        const [first, second] = [backend(`k8s1-b-${suffix}`, group), backend(`k8s1-d-${suffix}`, empty)]
        const map = at('global', 'urlMaps', `k8s2-um-${suffix}`, { defaultService: second.selfLink, pathMatchers: [{ name: 'host', defaultService: second.selfLink, pathRules: [{ paths: ['/*'], service: first.selfLink }] }] })
        const proxy = at('global', 'targetHttpProxies', `k8s2-tp-${suffix}`, { ...said, urlMap: map.selfLink })
        const rule = at('global', 'forwardingRules', `k8s2-fr-${suffix}`, { ...said, target: proxy.selfLink, IPAddress: '198.51.100.9' })
        const address = at('global', 'addresses', `k8s2-fr-${suffix}`, { address: '198.51.100.9' })
        return [group, empty, first, second, map, proxy, rule, address].map(({ id }) => id)
      }
      /** As the newer controller makes it for a Service: no pool, but a backend service over a group of machines. */
      const networkBalancer = (name: string, nodes: string[]) => {
        const description = JSON.stringify({ 'networking.gke.io/service-name': 'hub-1/proxy-public', 'networking.gke.io/api-version': 'ga' })
        const group = at(zone, 'instanceGroups', `k8s-ig-${name}`, { size: nodes.length }, nodes)
        const backend = at(region, 'backendServices', `k8s2-${name}`, { description, backends: [{ group: group.selfLink }] })
        return [group.id, backend.id, at(region, 'forwardingRules', `k8s2-${name}`, { description, backendService: backend.selfLink }).id]
      }
      const other = newId('cluster')
      const disk = { sizeGb: '10', type: `zones/${zone}/diskTypes/pd-balanced`, status: 'READY' }
      return {
        ours: [
          at(zone, 'disks', 'pvc-ada', { ...disk, description: claim('ada'), labels: { ...labels, 'hubfleet-cluster': record.id } }).id,
          ...balancer('a1', [node], service),
          at(region, 'addresses', 'a1', { description: service, address: '198.51.100.7' }).id,
          ...webBalancer('web', 'uid-ours', [node]),
          ...networkBalancer('l4', [node]),
          plantIn('file', 'instances', zone, `share-${record.name}`, { labels: { 'hubfleet-cluster': record.id }, tier: 'BASIC_HDD', fileShares: [{ name: 'homes', capacityGb: '1024' }] }),
          plantIn('artifactregistry', 'repositories', region, `images-${record.name}`, { labels: { 'hubfleet-cluster': record.id }, format: 'DOCKER', sizeBytes: '5368709120' }),
          plantIn('logging', 'buckets', 'global', `logs-${record.name}`, { description: `Of hubs. hubfleet-cluster=${record.id}`, lifecycleState: 'ACTIVE' }),
          at(region, 'routers', 'out', { description: `hubfleet-cluster=${record.id}`, network: 'global/networks/hubs', nats: [{ name: 'nat' }] }).id,
        ],
        foreign: [
          at(zone, 'disks', 'pvc-eve', { ...disk, description: claim('eve'), labels: { ...labels, 'hubfleet-cluster': other } }).id,
          at(zone, 'disks', 'pvc-bob', { ...disk, description: claim('bob'), labels }).id,
          ...balancer('a2', [`gke-${record.name}-default-pool-0a1b2c3d-wxyz`], service),
          ...balancer('mine', [node], {}),
          at(region, 'addresses', 'chosen', { address: '198.51.100.8' }).id,
          ...webBalancer('theirs', 'uid-theirs', [`gke-${record.name}-default-pool-0a1b2c3d-wxyz`]),
          ...webBalancer('nobodys', 'uid-nobodys', []),
          ...networkBalancer('l4-theirs', ['gke-elsewhere-default-pool-0a1b2c3d-wxyz']),
          plantIn('file', 'instances', zone, `files-${record.name}`, { labels: { storage_gke_io_cluster_name: record.name, 'hubfleet-cluster': other }, tier: 'BASIC_HDD', fileShares: [{ name: 'homes', capacityGb: '1024' }] }),
          plantIn('artifactregistry', 'repositories', region, record.name, { format: 'DOCKER' }),
          plantIn('logging', 'buckets', 'global', record.name, { description: `hubfleet-cluster=${other}`, lifecycleState: 'ACTIVE' }),
          plantIn('logging', 'buckets', 'global', `_Default-${record.name}`, { lifecycleState: 'ACTIVE' }),
          at(region, 'routers', 'shared', { network: 'global/networks/default', nats: [{ name: 'nat' }] }).id,
        ],
      }
    },
    async exists(id) { return world.things.some(({ body, goneAt }) => goneAt === undefined && body['name'] === id || String(body['selfLink']).endsWith(`/${id}`)) },
    async exhaust() { world.limits = { CPUS: 7 } },
    stop: () => google.stop(),
  }
}
