import { connectKubernetes, type HostGuard, type Kubernetes } from '@hubfleet/cluster'
import { isObject } from '@hubfleet/core'
import type { Part, PartState } from '../machines.ts'
import { accessTo } from './access.ts'
import { addOnsWait } from './add-ons.ts'
import { autoscalerManifests, storageClass, type Manifest } from './autoscaler.ts'
import { ourCluster, type Eks } from './context.ts'

/** What a hub needs inside that EKS does not bring: a default StorageClass, and somebody who raises and lowers the node groups. It goes with the cluster. */
export function insidePart(context: Eks, { guard, stopped }: { guard: HostGuard; stopped: boolean }): Part {
  const { aws, record } = context
  const within = async <T>(signal: AbortSignal, work: (kubernetes: Kubernetes, wanted: Manifest[]) => Promise<T>): Promise<T> => {
    const access = await accessTo(context, signal)
    const version = (await ourCluster(context, signal))?.version ?? ''
    const kubernetes = await connectKubernetes({ cluster: record.name, access, guard })
    try {
      return await work(kubernetes, [storageClass, ...autoscalerManifests({ cluster: record.name, region: aws.region, version })])
    } finally {
      await kubernetes.close()
    }
  }
  const differing = async (kubernetes: Kubernetes, wanted: Manifest[], signal: AbortSignal): Promise<Manifest[]> => {
    const live = await Promise.all(wanted.map(({ path }) => kubernetes.request(signal, { method: 'GET', path })))
    return wanted.filter(({ body }, index) => !covers(live[index], body))
  }
  return {
    name: 'inside the cluster', of: 'machines',
    async observe(signal): Promise<PartState> {
      if ((await ourCluster(context, signal))?.status !== 'ACTIVE') return { is: 'absent' }
      const off = await within(signal, (kubernetes, wanted) => differing(kubernetes, wanted, signal))
      if (off.length > 0) return { is: 'differs', message: off.map(({ body }) => `${body.kind} ${body.metadata.name}`).join(', ') }
      const wait = stopped ? null : await addOnsWait(context, signal)
      return wait ? { is: 'busy', message: wait, againSeconds: 10 } : { is: 'ready', message: stopped ? 'no nodes; the control plane still bills' : 'storage class gp3, cluster-autoscaler' }
    },
    async make(signal) {
      signal.throwIfAborted()
      await within(signal, async (kubernetes, wanted) => {
        for (const { path, body } of await differing(kubernetes, wanted, signal)) {
          await kubernetes.request(signal, { method: 'PATCH', path, query: { fieldManager: 'hubfleet', force: 'true' }, body, contentType: 'application/apply-patch+yaml' })
        }
      })
    },
  }
}

/** Whether everything that is wanted is so; what an API server adds by itself does not count. */
export function covers(live: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return Array.isArray(live) && live.length === wanted.length && wanted.every((item, index) => covers(live[index], item))
  if (isObject(wanted)) return isObject(live) && Object.entries(wanted).every(([field, value]) => covers(live[field], value))
  return live === wanted
}
