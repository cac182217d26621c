import type { Kubernetes } from '@hubfleet/cluster'
import type { HeldInCloud } from '../provider.ts'

/** Clouds keep forwarding rules, addresses and disks of a cluster that is deleted under its controllers: they are told to go while these still run. */
export async function heldInCloud(kubernetes: Kubernetes, { keepHomes }: { keepHomes: boolean }, signal: AbortSignal): Promise<HeldInCloud[]> {
  const [services, ingresses, volumes] = await Promise.all([
    kubernetes.call(signal, ({ core }, options) => core.listServiceForAllNamespaces({}, options)),
    kubernetes.call(signal, ({ networking }, options) => networking.listIngressForAllNamespaces({}, options)),
    keepHomes ? { items: [] } : kubernetes.call(signal, ({ core }, options) => core.listPersistentVolumeClaimForAllNamespaces({}, options)),
  ])
  return [
    ...services.items.filter(({ spec }) => spec?.type === 'LoadBalancer').map(heldAs('Service')),
    // one that nothing serves holds nothing
    ...ingresses.items.filter(({ status }) => status?.loadBalancer?.ingress?.length).map(heldAs('Ingress')),
    ...volumes.items.map(heldAs('PersistentVolumeClaim')),
  ]
}

export async function releaseHeld(kubernetes: Kubernetes, options: { keepHomes: boolean }, signal: AbortSignal): Promise<void> {
  for (const { kind, namespace, name, going } of await heldInCloud(kubernetes, options, signal)) {
    if (going) continue
    await kubernetes.find<unknown>(signal, ({ core, networking }, call) => {
      switch (kind) {
        case 'Service': return core.deleteNamespacedService({ namespace, name }, call)
        case 'Ingress': return networking.deleteNamespacedIngress({ namespace, name }, call)
        case 'PersistentVolumeClaim': return core.deleteNamespacedPersistentVolumeClaim({ namespace, name }, call)
      }
    })
  }
}

const heldAs = (kind: HeldInCloud['kind']) => ({ metadata }: { metadata?: { namespace?: string; name?: string; deletionTimestamp?: Date } }): HeldInCloud =>
  ({ kind, namespace: metadata?.namespace ?? '', name: metadata?.name ?? '', going: metadata?.deletionTimestamp !== undefined })
