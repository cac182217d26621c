import { kubectl } from '../kubernetes/kubectl.ts'

interface Listed { kind: string; metadata: { name: string; namespace?: string; annotations?: Record<string, string> }; spec?: { claimRef?: { namespace: string } } }

/** What a cluster itself says of a hub, looked at as its administrator. */
export function worldOf(kubeconfig: string) {
  const list = async (...args: string[]): Promise<Listed[]> => JSON.parse(await kubectl(kubeconfig, 'get', ...args, '--output=json')).items
  return {
    /** `Kind/name` of all that is in a namespace, but for what Kubernetes puts into each and its log of events. */
    async inside(namespace: string): Promise<string[]> {
      const types = (await kubectl(kubeconfig, 'api-resources', '--namespaced', '--verbs=list', '--output=name')).trim().split('\n').filter((type) => !type.startsWith('events'))
      const own = ['ConfigMap/kube-root-ca.crt', 'ServiceAccount/default']
      return (await list(types.join(','), `--namespace=${namespace}`)).map(({ kind, metadata }) => `${kind}/${metadata.name}`).filter((name) => !own.includes(name)).toSorted()
    },
    /** `Kind/name` of what belongs to the hub and is in no namespace: what helm made for the release, volumes, the namespace itself. */
    async clusterWide(namespace: string): Promise<string[]> {
      const objects = await list('clusterroles,clusterrolebindings,priorityclasses,persistentvolumes,namespaces')
      return objects.filter(({ metadata, spec }) => metadata.annotations?.['meta.helm.sh/release-namespace'] === namespace || spec?.claimRef?.namespace === namespace || metadata.name === namespace)
        .map(({ kind, metadata }) => `${kind}/${metadata.name}`).toSorted()
    },
  }
}
