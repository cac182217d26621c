import { apply } from './kubectl.ts'

/**
 * Lets a port-forward to `port` of any pod of a namespace arrive at a process of this machine, 127.0.0.1:`to`: the pod itself
 * runs nothing. A port-forward opened before kwok has seen this is refused; try again.
 */
export async function forwardPods(kubeconfig: string, { namespace, port, to }: { namespace: string; port: number; to: number }): Promise<void> {
  await apply(kubeconfig, {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'ClusterPortForward',
    metadata: { name: `${namespace}-${port}` },
    spec: { selector: { matchNamespaces: [namespace] }, forwards: [{ ports: [port], target: { address: '127.0.0.1', port: to } }] },
  })
}
