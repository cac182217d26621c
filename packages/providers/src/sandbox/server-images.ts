import { jupyterhubOf, parseImage } from '@hubfleet/core'
import type { ServerImage } from '../provider.ts'
import { sandboxImage } from './images.ts'
import { podName, type SandboxCluster, type SandboxHub, type SandboxServer } from './state.ts'

const isReady = ({ readyAt, goneAt }: SandboxServer, now: number): boolean => readyAt !== null && readyAt <= now && goneAt === null

/** A tag that moves is what it was when the server was asked for. */
export function serverImagesOf({ pushed }: SandboxCluster, { servers }: SandboxHub, now: number): ServerImage[] {
  const images = servers.filter((server) => isReady(server, now)).flatMap(({ user, name, image, requestedAt }) => {
    const known = image && !/:sandbox-(missing|denied|registry-down)$/.test(image)
    return known ? [{ pod: podName(user, name), image, digest: sandboxImage(image, null, new Date(requestedAt), pushed).digest }] : []
  })
  return [...new Map(images.toReversed().map((image) => [image.digest, image])).values()].toReversed()
}

/** Where the tag does not tell, an image has the JupyterHub of the hub that first ran it. */
export function serverJupyterhubOf({ servers }: SandboxHub, pod: string, now: number): string | null {
  const server = servers.find(({ user, name }) => podName(user, name) === pod)
  if (!server?.image || !isReady(server, now)) return null
  const reference = parseImage(server.image)
  if (reference?.tag === 'sandbox-jupyterhub-4') return '4.1.6'
  return (reference && jupyterhubOf(reference, {})?.version) ?? server.jupyterhub ?? null
}
