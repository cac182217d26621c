import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { connectKubernetes, createForwards } from '../../packages/cluster/src/index.ts'
import { readKubeconfig } from '../../packages/core/src/index.ts'
import { adminScopes, peopleOf } from '../jupyterhub/people.ts'
import { waitFor } from '../processes/wait.ts'
import { chartVersion, type Scope } from './installation.ts'
import { readyServers } from './jupyterhub-api.ts'
import { networkOf, nodeSpec } from './node.ts'
import type { Place } from './place.ts'

/** A cluster whose pods run: the hub is the chart's own, KubeSpawner makes users' pods and homes, and the test acts for people by a service of its own. */
export async function nodePlace(t: Scope, kubeconfig: string): Promise<Place> {
  const kubernetes = await connectKubernetes({ cluster: 'node', access: readKubeconfig(await readFile(kubeconfig, 'utf8')), guard: async () => {} })
  t.teardown(() => kubernetes.close())
  const forwards = createForwards(kubernetes)
  t.teardown(() => forwards.close())
  const token = randomBytes(32).toString('hex')
  const { hub, singleuser, ...values } = nodeSpec.values
  return {
    kubeconfig,
    allowNetworks: await networkOf(kubeconfig),
    loadBalancer: false, podsRun: true,
    spec: {
      ...nodeSpec,
      chart: { version: await chartVersion() },
      values: {
        ...values,
        // Activity is known within seconds instead of minutes.
        hub: { ...hub, services: { people: { apiToken: token } }, loadRoles: { people: { services: ['people'], scopes: adminScopes } }, config: { JupyterHub: { last_activity_interval: 5, activity_resolution: 1 } } },
        singleuser: { ...singleuser, extraEnv: { JUPYTERHUB_ACTIVITY_INTERVAL: '5' } },
      },
    },
    async openHub(namespace) {
      const people = peopleOf(`http://127.0.0.1:${await forwards.open({ namespace, service: 'proxy-public', port: 80 })}`, token)
      const get = (path: string) => people.api('GET', path)
      await waitFor('JupyterHub', 180, async () => (await get('/info')).ok)
      return {
        // Who may use the hub by its spec is a user from its first start on.
        come: (user) => people.startServer(user),
        use: (user) => people.useServer(user),
        servers: () => readyServers(get),
      }
    },
  }
}
