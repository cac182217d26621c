import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { readKubeconfig } from '../../packages/core/src/index.ts'
import type { HubSpecInput } from '../../packages/sdk/src/index.ts'

/** Path of the administrator's kubeconfig of a cluster whose pods do run; optional, since few machines have one to spare. */
export const nodeKubeconfig = process.env['HUBFLEET_TEST_NODE_KUBECONFIG']

/** Why a test of pods that run cannot run here, for tap's `skip` option; false when it can. */
export const skipWithoutNode = (): string | false =>
  nodeKubeconfig === undefined ? 'HUBFLEET_TEST_NODE_KUBECONFIG names no kubeconfig of a cluster whose pods run' : process.env['HUBFLEET_TEST_CHART'] === undefined && 'HUBFLEET_TEST_CHART names no chart whose pods run'

/** The cluster's own address as a network, for the outgoing guard: such a cluster is seldom at a public one. */
export async function networkOf(kubeconfig: string): Promise<string> {
  const host = new URL(readKubeconfig(await readFile(kubeconfig, 'utf8')).server).hostname
  return isIP(host) ? `${host}/32` : ''
}

const tools = 'quay.io/jupyterhub/k8s-network-tools:4.4.0'
const asRoot = { runAsUser: 0, runAsNonRoot: false }

/** What a hub needs on a small node: no load balancer, little memory, and volumes given to their users, since folders of the node belong to root. */
export const nodeSpec = {
  memory: { guarantee: '64M' },
  exposure: { type: 'clusterIP' },
  values: {
    hub: { initContainers: [{ name: 'own-db', image: tools, command: ['chown', '1000:1000', '/srv/jupyterhub'], securityContext: asRoot, volumeMounts: [{ name: 'pvc', mountPath: '/srv/jupyterhub' }] }] },
    prePuller: { continuous: { enabled: false } },
    scheduling: { userScheduler: { enabled: false } },
    singleuser: {
      cloudMetadata: { blockWithIptables: false },
      initContainers: [{ name: 'own-home', image: tools, command: ['chown', '1000:100', '/home/jovyan'], securityContext: asRoot, volumeMounts: [{ name: 'volume-{user_server}', mountPath: '/home/jovyan' }] }],
    },
  },
} satisfies HubSpecInput
