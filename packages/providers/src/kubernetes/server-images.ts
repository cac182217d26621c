import { isReady, serverVersion, type V1Pod } from '@hubfleet/cluster'
import type { ServerImage } from '../provider.ts'
import type { Place } from './place.ts'
import { userPods } from './place.ts'

const pageSize = 200

/** By the status of the pods: a node says there by which digest it runs an image, unless it made the image itself. */
export async function serverImages({ kubernetes, hub: { namespace } }: Place, signal: AbortSignal): Promise<ServerImage[]> {
  const found = new Map<string, ServerImage>()
  const page = (from: string) => kubernetes.call(signal, ({ core }, options) => core.listNamespacedPod({ namespace, labelSelector: userPods, limit: pageSize, ...(from && { _continue: from }) }, options))
  for (let next: string | undefined = ''; next !== undefined;) {
    const { items, metadata }: Awaited<ReturnType<typeof page>> = await page(next)
    for (const pod of items.filter(isReady)) {
      const image = imageOf(pod)
      if (image && !found.has(image.digest)) found.set(image.digest, image)
    }
    next = metadata?._continue || undefined
  }
  return [...found.values()]
}

export function imageOf({ metadata, spec, status }: V1Pod): ServerImage | null {
  const container = serverOf({ spec })
  const [, digest] = /@(sha256:[0-9a-f]{64})$/.exec(status?.containerStatuses?.find(({ name }) => name === container?.name)?.imageID ?? '') ?? []
  return container?.image && metadata?.name && digest ? { pod: metadata.name, image: container.image, digest } : null
}

/** The container of a user's server is the one that JupyterHub tells where its server is; others may stand beside it. */
function serverOf({ spec }: Pick<V1Pod, 'spec'>) {
  return spec?.containers.find(({ env }) => env?.some(({ name }) => name === 'JUPYTERHUB_SERVICE_PREFIX'))
}

export async function serverJupyterhub({ kubernetes, hub: { namespace } }: Place, name: string, signal: AbortSignal): Promise<string | null> {
  const pod = await kubernetes.find(signal, ({ core }, options) => core.readNamespacedPod({ namespace, name }, options))
  const env = new Map((pod && serverOf(pod)?.env)?.map((variable) => [variable.name, variable.value ?? '']))
  const path = env.get('JUPYTERHUB_SERVICE_PREFIX')
  if (!pod || !path?.startsWith('/')) return null
  const port = Number(URL.parse(env.get('JUPYTERHUB_SERVICE_URL') ?? '')?.port) || serverOf(pod)?.ports?.[0]?.containerPort || 8888
  return serverVersion(kubernetes, { namespace, pod: name, port, path }, signal)
}
