import { serviceScopes } from '../../packages/core/src/index.ts'
import type { Bed } from '../kubernetes/bed.ts'
import { storageClass } from '../kubernetes/nodes.ts'
import { apply, getObject } from '../kubernetes/kubectl.ts'
import { forwardPods } from '../kubernetes/port-forward.ts'
import { startJupyterHub } from '../jupyterhub/jupyterhub.ts'
import { waitFor } from '../processes/wait.ts'
import { chartVersion, type Scope } from './installation.ts'
import { readyServers } from './jupyterhub-api.ts'
import type { Place } from './place.ts'

/**
 * The control plane whose pods run nothing. Behind the Service of each hub is a real JupyterHub, a process of this machine, that knows the
 * token which Hubfleet made and grants it what Hubfleet asks for; users' pods and homes are made as KubeSpawner makes them.
 */
export async function bedPlace(t: Scope, { kubeconfig }: Pick<Bed, 'kubeconfig'>): Promise<Place> {
  return {
    kubeconfig,
    allowNetworks: '127.0.0.0/8',
    loadBalancer: true, podsRun: false,
    // The chart's own scheduler is a pod, and pods run nothing here: seats would wait for it for ever.
    spec: { chart: { version: await chartVersion() }, login: { type: 'dummy', password: 'a long password of this test' }, values: { scheduling: { userScheduler: { enabled: false } } } },
    async openHub(namespace) {
      const secret = await waitFor('the Secret of the hub', 60, () => getObject(kubeconfig, namespace, 'secret', 'hub'))
      const token = Buffer.from(secret['data']['hub.services.hubfleet.apiToken'], 'base64').toString()
      const hub = await startJupyterHub({ services: { hubfleet: serviceScopes(false) }, tokens: { hubfleet: token } })
      t.teardown(() => hub.stop())
      await forwardPods(kubeconfig, { namespace, port: 8081, to: hub.hubPort })
      return {
        async come(user) {
          await hub.addUsers(user)
          await hub.startServer(user)
          await apply(kubeconfig, ...objectsOf(namespace, user))
        },
        use: (user) => hub.useServer(user),
        servers: () => readyServers((path) => hub.api('GET', path)),
      }
    },
  }
}

function objectsOf(namespace: string, user: string): object[] {
  const metadata = (name: string, component: string) => ({
    namespace, name, annotations: { 'hub.jupyter.org/username': user },
    labels: { app: 'jupyterhub', component, 'hub.jupyter.org/username': user, 'app.kubernetes.io/component': 'singleuser-server' },
  })
  const volumes = [{ name: 'home', persistentVolumeClaim: { claimName: `claim-${user}` } }]
  return [
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: metadata(`claim-${user}`, 'singleuser-storage'), spec: { accessModes: ['ReadWriteOnce'], storageClassName: storageClass.metadata.name, resources: { requests: { storage: '2Gi' } } } },
    { apiVersion: 'v1', kind: 'Pod', metadata: metadata(`jupyter-${user}`, 'singleuser-server'), spec: { volumes, containers: [{ name: 'notebook', image: 'jupyter' }] } },
  ]
}
