import type { V1Pod, V1PodSpec } from '@hubfleet/cluster'
import { hubLabel, parseQuantity, type PodSample } from '@hubfleet/core'

type Container = V1PodSpec['containers'][number]

const cannotPull = new Set(['ImagePullBackOff', 'ErrImagePull', 'InvalidImageName', 'ErrImageNeverPull'])

/** What a pod holds of its node; null where it holds nothing: it has none yet, has ended, or cannot pull its image. */
export function podSample({ metadata, spec, status }: V1Pod): PodSample | null {
  const node = spec?.nodeName
  if (!spec || !node || status?.phase === 'Succeeded' || status?.phase === 'Failed') return null
  const statuses = [...status?.initContainerStatuses ?? [], ...status?.containerStatuses ?? []]
  if (statuses.some(({ state }) => cannotPull.has(state?.waiting?.reason ?? ''))) return null
  const { labels = {}, annotations = {} } = metadata ?? {}
  const kind = kindOf(labels)
  const server = kind === 'server' ? annotations['hub.jupyter.org/servername'] : undefined
  return {
    name: metadata?.name ?? '', kind, user: kind === 'server' ? annotations['hub.jupyter.org/username'] ?? labels['hub.jupyter.org/username'] ?? null : null,
    ...(server !== undefined && { server }),
    node, cpu: asked(spec, 'cpu'), memoryGiB: asked(spec, 'memory') / 1024 ** 3, used: null,
  }
}

function kindOf({ component, [hubLabel]: hub, 'app.kubernetes.io/component': role }: Record<string, string>): PodSample['kind'] {
  if (component === 'singleuser-server') return 'server'
  if (component === 'user-placeholder') return 'seat'
  return hub !== undefined && role === 'image-build' ? 'build' : 'hub'
}

/** As the scheduler reckons: all containers and sidecars together, or the largest that runs before them; and what the runtime itself takes. */
function asked({ containers, initContainers = [], overhead }: V1PodSpec, resource: 'cpu' | 'memory'): number {
  const of = ({ resources }: Container) => parseQuantity(resources?.requests?.[resource] ?? resources?.limits?.[resource] ?? '0') ?? 0
  let sidecars = 0
  let largest = 0
  for (const container of initContainers) {
    if (container.restartPolicy === 'Always') sidecars += of(container)
    largest = Math.max(largest, sidecars + (container.restartPolicy === 'Always' ? 0 : of(container)))
  }
  return Math.max(containers.reduce((sum, container) => sum + of(container), sidecars), largest) + (parseQuantity(overhead?.[resource] ?? '0') ?? 0)
}
