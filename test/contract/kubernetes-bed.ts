import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { clusterRole, fetchChart } from '../../packages/cluster/src/index.ts'
import { hubNames, newId, readKubeconfig } from '../../packages/core/src/index.ts'
import type { HubRef, Provider } from '../../packages/providers/src/index.ts'
import { apply, getObject, kubectl } from '../kubernetes/kubectl.ts'
import { leastPrivileged } from '../life/least-privileged.ts'
import { forwardPods } from '../kubernetes/port-forward.ts'
import { waitFor } from '../processes/wait.ts'
import type { Bed, Test } from './bed.ts'

export interface KubernetesBedOptions { kubeconfig: string; dir: string; provider: Provider; /** The published role, of which exactly this is granted. */ role?: typeof clusterRole }

/** A registered cluster. The provider may do what the published role grants and no more; the bed itself is the administrator. */
export async function kubernetesBed(t: Test, { kubeconfig, dir, provider, role = clusterRole }: KubernetesBedOptions): Promise<Bed> {
  const source = process.env.HUBFLEET_TEST_CHART ?? join(import.meta.dirname, '../../packages/cluster/chart/jupyterhub')
  const version = /^version: *"?([^"\s]+)/m.exec(await readFile(join(source, 'Chart.yaml'), 'utf8'))?.[1] ?? ''
  const access = readKubeconfig(await leastPrivileged(t, kubeconfig, { role }), { allowHttp: true })
  const server = await serving(jupyterServer)
  const logins = { known: await serving(loginServer('invalid_grant')), refused: await serving(loginServer('invalid_client')) }
  t.teardown(() => { for (const { close } of [server, logins.known, logins.refused]) close() })
  return {
    name: provider.kind,
    provider,
    chart: await fetchChart({ source, version }, dir, new AbortController().signal),
    // The hub's own scheduler would be a pod, and pods run nothing here: seats would wait for it for ever.
    values: { scheduling: { userScheduler: { enabled: false } } },
    open: () => provider.open({ id: 'cluster_test', tenantId: null, name: 'test', spec: { provider: provider.kind }, access }),
    hub() {
      const id = newId('hub')
      return { id, name: 'test', tenantId: 'tenant_test', ...hubNames(id) }
    },
    settle: async (what, condition) => { await waitFor(what, 60, condition) },
    bringUser: async (site, hub) => {
      await apply(kubeconfig, ...userObjects(hub))
      await waitFor('the user to run', 60, async () => (await site.userPods(new AbortController().signal)).length === 1)
      // what a kubelet notes of an image, and the server that a pod here does not run
      await forwardPods(kubeconfig, { namespace: hub.namespace, port: 8888, to: server.port })
      await waitFor('the image to be noted', 180, async () => {
        const pod = await getObject(kubeconfig, hub.namespace, 'pod', 'jupyter-ada')
        const statuses = (pod?.status.containerStatuses ?? []).map((status: object) => ({ ...status, imageID: `quay.io/course/env@sha256:${'e'.repeat(64)}` }))
        if (statuses.length === 0) return false
        await kubectl(kubeconfig, 'patch', 'pod', 'jupyter-ada', '--namespace', hub.namespace, '--subresource=status', '--patch', JSON.stringify({ status: { containerStatuses: statuses } }))
        return true
      })
    },
    starts: async (_site, { namespace }) => {
      const text = await kubectl(kubeconfig, 'get', 'deployments', '--namespace', namespace, '--output', 'jsonpath={range .items[*]}{.metadata.name} {.metadata.annotations.deployment\\.kubernetes\\.io/revision}{"\\n"}{end}')
      return Object.fromEntries(text.trim().split('\n').map((line) => line.split(' ') as [string, string]))
    },
    login: async (_site, _hub, provider) => {
      const url = provider === 'silent' ? 'http://127.0.0.1:1' : `http://127.0.0.1:${provider === 'known' ? logins.known.port : logins.refused.port}`
      return { kind: 'oauth', provider: 'the school', endpoints: { authorizeUrl: `${url}/authorize`, tokenUrl: `${url}/token` }, clientId: 'hub', clientSecret: 'client-s3cret', callbackUrl: 'https://hub.example.org/hub/oauth_callback', scope: [], unknownIs404: false }
    },
    cutHelm: async (_site, hub) => apply(kubeconfig, await pendingRevision(kubeconfig, hub)),
  }
}

/** The Secret of a second revision as helm writes it before it begins an upgrade. */
async function pendingRevision(kubeconfig: string, { namespace, release }: HubRef): Promise<object> {
  const first = await getObject(kubeconfig, namespace, 'secret', `sh.helm.release.v1.${release}.v1`)
  const { metadata: { labels }, data } = first!
  const record = JSON.parse(gunzipSync(Buffer.from(Buffer.from(data.release, 'base64').toString(), 'base64')).toString())
  Object.assign(record, { version: 2, info: { ...record.info, status: 'pending-upgrade' } })
  return {
    apiVersion: 'v1', kind: 'Secret', type: 'helm.sh/release.v1',
    metadata: { namespace, name: `sh.helm.release.v1.${release}.v2`, labels: { ...labels, status: 'pending-upgrade', version: '2' } },
    data: { release: Buffer.from(gzipSync(JSON.stringify(record)).toString('base64')).toString('base64') },
  }
}

/** Answers as the server of the user ada does. */
function jupyterServer({ url }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(url === '/user/ada/api' ? 200 : 404, url?.startsWith('/user/ada/') ? { 'x-jupyterhub-version': '4.1.6' } : {}).end('{}')
}

/** Answers as an OAuth provider does to a code that nobody gave out. */
function loginServer(error: string): RequestListener {
  return ({ url }, response) => {
    if (url?.startsWith('/token')) response.writeHead(error === 'invalid_client' ? 401 : 400, { 'content-type': 'application/json' }).end(JSON.stringify({ error }))
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<form>Log in</form>')
  }
}

async function serving(answer: RequestListener) {
  const http = createServer(answer)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return { port: (http.address() as AddressInfo).port, close: () => { http.closeAllConnections(); http.close() } }
}

/** What KubeSpawner makes for a user. */
function userObjects({ namespace }: HubRef): object[] {
  const metadata = (name: string, component: string) => ({
    namespace, name, annotations: { 'hub.jupyter.org/username': 'ada' },
    labels: { app: 'jupyterhub', component, 'hub.jupyter.org/username': 'ada', 'app.kubernetes.io/component': 'singleuser-server' },
  })
  const volumes = [{ name: 'volume-ada', persistentVolumeClaim: { claimName: 'claim-ada' } }]
  return [
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: metadata('claim-ada', 'singleuser-storage'), spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } } },
    { apiVersion: 'v1', kind: 'Pod', metadata: metadata('jupyter-ada', 'singleuser-server'), spec: { volumes, containers: [{ name: 'notebook', image: 'quay.io/course/env:1', ports: [{ name: 'notebook-port', containerPort: 8888 }], env: [{ name: 'JUPYTERHUB_SERVICE_PREFIX', value: '/user/ada/' }, { name: 'JUPYTERHUB_SERVICE_URL', value: 'http://0.0.0.0:8888/user/ada/' }] }] } },
  ]
}
