import { kubectl } from '../kubernetes/kubectl.ts'
import { worldOf } from '../life/world.ts'
import { waitFor } from '../processes/wait.ts'
import type { KubernetesObject } from './released.ts'
import type { Section, World } from './section.ts'

const generation = (object: KubernetesObject | undefined): number => object!['metadata'].generation
const deployment = (world: World, name: string) => world.hub.object('deployment', name)
const containerOf = (object: KubernetesObject | undefined): KubernetesObject => object!['spec'].template.spec.containers[0]
/** That people's servers are as they were: their pods are nobody's but theirs. */
const undisturbed = async ({ hub, people }: World): Promise<boolean> => Boolean(await hub.object('pod', 'jupyter-ada')) && 'ada' in await people.servers()

/** The sections of docs/guide.md, by their titles, in their order. */
export const sections: Record<string, Section> = {
  '1, 2: Getting started, questions': {
    then: (t, _world, { out }) => { t.match(out, /physics/) },
  },

  '3: Creating a Kubernetes cluster': {
    instead: [['hubfleet cluster create course --provider sandbox -f cluster.yaml', 'hubfleet cluster register course --context my-cluster --yes']],
    async then(t, { client, tenant, kubeconfig }, { out }) {
      t.match(out, /n1-standard-2/, 'machines of the guide\'s own choice are in the catalogue')
      t.match(await client.clusters.get({ tenant, cluster: 'course' }), { state: 'ready', provider: 'kubernetes' })
      for (const name of ['node-1', 'node-2', 'node-3']) t.match(out, name)
      t.match(await kubectl(kubeconfig, 'get', 'serviceaccount', '--namespace=hubfleet-system', '--output=name'), 'serviceaccount/hubfleet')
    },
  },

  '4: Setting up Helm': { then() {} },
  '5.1: Prepare the configuration file': { then: async (t, { file }) => { t.match(await file('config.yaml'), 'cookieSecret') } },

  '5.2: Install JupyterHub': {
    during: (world) => world.open(),
    async then(t, world, { out }) {
      const { hub, people } = world
      t.match(out, /data8 +ready .*http:\/\//)
      t.match(await hub.object('namespace', hub.namespace), { metadata: { labels: { 'app.kubernetes.io/managed-by': 'hubfleet' }, annotations: { 'hubfleet.dev/name': 'data8' } } })
      t.match(await hub.values(), { hub: { config: { JupyterHub: { authenticator_class: 'dummy' }, Authenticator: { allow_all: true } } }, custom: { sandbox: { students: 20 } } })
      for (const name of ['hub', 'proxy']) t.match(await deployment(world, name), { status: { readyReplicas: 1 } })
      t.match(await hub.object('service', 'proxy-public'), { spec: { type: 'LoadBalancer' }, status: { loadBalancer: { ingress: [{ ip: String }] } } })
      t.match(await hub.object('persistentvolumeclaim', 'hub-db-dir'), { status: { phase: 'Bound' } })
      const { data } = (await hub.object('secret', 'hub'))!
      t.notMatch(Buffer.from(data['hub.config.JupyterHub.cookie_secret'], 'base64').toString(), 'cb0b45df', 'its secrets are its own')
      await people.come('ada')
    },
  },

  '7.1: Applying configuration changes': {
    async then(t, world, { out }) {
      const { hub, file, chart } = world
      t.match(await hub.values(), { cull: { enabled: true, timeout: 1800, every: 300 } })
      t.match(out, /restart/, 'a change that restarts the hub says so')
      t.not(generation(await deployment(world, 'hub')), generation(world.before.hub))
      t.equal(generation(await deployment(world, 'proxy')), generation(world.before.proxy), 'the proxy, which people are connected by, is not replaced')
      t.ok(await undisturbed(world))
      const [, values = ''] = (await file('values-and-objects.yaml')).split(/^# (?:values|objects)\.yaml\n/m)
      t.same(await hub.manifestOf(values, chart), await hub.manifest(), 'helm alone would install the same')
    },
  },

  '7.2: Using an existing image': {
    then: async (t, { hub }) => { t.match(await hub.values(), { singleuser: { image: { name: 'quay.io/jupyter/scipy-notebook', tag: '2024-10-07' } } }) },
  },

  '7.3: Memory and CPU, guarantees and limits': {
    async then(t, { hub }, { out, err }) {
      t.match(await hub.values(), { singleuser: { memory: { guarantee: '1G', limit: '2G' }, cpu: { guarantee: 0.5, limit: 2 } } })
      t.match(err, /memory.*limit[^]*2G/, 'a mistake is answered with what would be right')
      t.match(out, /BINDS[^]*1 GiB, 0\.5 CPU +e2-standard-8 +16 +cpu/, 'how many fit, and what binds')
    },
  },

  '7.4: An image from a repository': {
    then: async (t, world) => { t.equal(generation(await deployment(world, 'hub')), generation(world.before.hub), 'a plan changes nothing') },
  },

  '7.5: Notebooks in people\'s homes': {
    async then(t, { hub }) {
      const commandAt = async (revision?: number): Promise<string[]> => (await hub.values(revision))['singleuser'].lifecycleHooks.postStart.exec.command
      const last = await hub.revision()
      t.match((await commandAt(last - 1)).join('\n'), /\.copied[^]*cp -Rf[^]*\/srv\/app\/src/, 'the guide\'s hook')
      const pull = (await commandAt()).join('\n')
      t.match(pull, /gitpuller[^]*https:\/\/github\.com\/data-8\/materials-fa17/)
      t.notMatch(pull, '/srv/app/src')
    },
  },

  '7.6, 7.7: Login, and the full example with Google': {
    async then(t, world, { out, err }) {
      const { hub } = world
      t.match(await hub.values(), {
        hub: { config: {
          JupyterHub: { authenticator_class: 'google' },
          GoogleOAuthenticator: { client_id: 'yourlongclientidstring.apps.googleusercontent.com', client_secret: 'adifferentlongstring', hosted_domain: ['youruniversity.edu'], oauth_callback_url: 'https://data8.example.edu/hub/oauth_callback' },
        } },
        proxy: { https: { enabled: true, type: 'letsencrypt', hosts: ['data8.example.edu'], letsencrypt: { contactEmail: 'ops@example.edu' } } },
      })
      t.match(await deployment(world, 'autohttps'), { status: { readyReplicas: 1 } })
      t.match(await hub.object('service', 'proxy-public'), { spec: { selector: { component: 'autohttps' }, ports: [{ port: 443 }, { port: 80 }] } })
      t.notMatch(out + err.replaceAll(/^\+.*$/gm, ''), 'adifferentlongstring')
      const { conditions } = await world.client.hubs.get({ tenant: world.tenant, hub: 'data8' })
      t.match(conditions.find(({ type }) => type === 'DnsReady'), { message: /data8\.example\.edu/ })
    },
  },

  '7.8: Expanding and contracting': {
    instead: [[' --set nodes.pool=users --set nodes.count=0', ''], [' --set nodes.pool=users --set nodes.count=3', ''], [' --set nodes=null', ''], ['hubfleet tenant advance --seconds 14400\n', '']],
    during: ({ hub }) => waitFor('20 seats', 120, async () => {
      const seats = await hub.object('statefulset', 'user-placeholder')
      return seats?.['spec'].replicas === 20 && seats['status'].readyReplicas === 20
    }),
    async then(t, world) {
      const seats = await world.hub.object('statefulset', 'user-placeholder')
      t.equal(seats!['spec'].replicas, 0)
      t.equal(containerOf(seats).resources.requests.memory, String(2 ** 30), 'a seat asks for what a server is guaranteed')
      t.equal(generation(await deployment(world, 'hub')), generation(world.before.hub), 'neither more nor fewer seats restart the hub')
      t.ok(await undisturbed(world))
    },
  },

  '8: Tools used in a JupyterHub deployment': {
    then: (t, _world, { out }) => {
      t.match(out, /singleuser\.memory\.guarantee +1G +hub/)
      t.match(out, /\bada\b.*ready/)
    },
  },

  '9: Resource management': { then: (t, _world, { out }) => { t.match(out, /12G|memory/) } },
  '10: Estimating costs': { then: (t, _world, { out }) => { t.match(out, /n1-standard-2/) } },

  '11, 12: Backups, upgrading': {
    async then(t, world) {
      t.match(await world.file('data8-export.yaml'), /^# \$ helm upgrade --install/m)
      t.equal(generation(await deployment(world, 'hub')), generation(world.before.hub), 'a saved plan changes nothing')
    },
  },

  '13: Security considerations': {
    async then(t, { hub }, { out }) {
      t.match(out, /network/i)
      t.same((await hub.list('networkpolicy')).map(({ metadata }) => metadata.name).toSorted(), ['autohttps', 'hub', 'proxy', 'singleuser'])
    },
  },

  '14.1: They still show up': {
    instead: [['hubfleet cluster billables course', 'hubfleet cluster billables course || test $? = 1']],
    async then(t, { hub }, { out, err }) {
      t.match(out, /hub-db-dir/)
      t.match(out, /Kept: 1 home/)
      t.match(err, /course is registered/, 'what bills in the cloud of a cluster that is only used is not Hubfleet\'s to list')
      t.ok(await hub.object('deployment', 'hub'))
    },
  },

  '14.3: Investigating': {
    then: async (t, { hub }, { out }) => {
      const given = out.slice(out.indexOf('{'))
      t.match(given, hub.namespace)
    },
  },

  '15, 16: Glossary, additional resources': { then: (t, _world, { out }) => { t.match(out, 'hubfleet hub update') } },

  '6: Turning off': {
    async then(t, { hub, kubeconfig }, { out }) {
      t.match(out, 'Second look: nothing is left')
      t.same(await worldOf(kubeconfig).clusterWide(hub.namespace), [])
    },
  },
}
