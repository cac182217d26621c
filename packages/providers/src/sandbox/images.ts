import { createHash } from 'node:crypto'
import { movingTag, parseImage, Problem, registryOf, type ImageFacts } from '@hubfleet/core'

/** Tags of images with which the registries of the sandbox misbehave on purpose; every other image is there. */
export const imageMisbehaviours = {
  'sandbox-missing': 'The registry has no such image.',
  'sandbox-denied': 'The image is private: without a login (imagePullSecret) it is not given.',
  'sandbox-arm64': 'The image is built for arm64 only; the nodes of the sandbox are amd64.',
  'sandbox-jupyterhub-4': 'The image has JupyterHub 4.1.6, which only a server that runs it tells.',
  'sandbox-registry-down': 'The registry does not answer.',
} as const

const day = 86_400_000

/** A registry that has whatever it is asked for, but commits only that were built. A tag that moves is another image each day of the cluster's clock. */
export function sandboxImage(text: string, credentials: { username: string } | null, now: Date, pushed: Record<string, string> = {}): ImageFacts {
  const reference = parseImage(text)
  const registry = registryOf(text) ?? 'of no name'
  const { tag = null, digest = null } = reference ?? {}
  if (!reference || tag === 'sandbox-missing') throw new Problem('image-missing', { registry, image: text, reason: 'MANIFEST_UNKNOWN, as sandbox-missing asks' })
  if (tag === 'sandbox-denied' && !credentials) throw new Problem('image-denied', { registry, image: text, reason: 'UNAUTHORIZED, as sandbox-denied asks' })
  if (tag === 'sandbox-registry-down') throw new Problem('registry-not-answering', { registry, image: text, reason: 'no answer, as sandbox-registry-down asks' })
  const built = pushed[text]
  if (/^[0-9a-f]{40}$/.test(tag ?? '') && !digest && !built) throw new Problem('image-missing', { registry, image: text, reason: 'MANIFEST_UNKNOWN: nobody built this commit' })
  const version = movingTag(tag) ? Math.floor(now.getTime() / day) : 0
  const hash = createHash('sha256').update(JSON.stringify([reference.registry, reference.repository, tag, version])).digest('hex')
  return {
    digest: digest ?? built ?? `sha256:${hash}`,
    platforms: tag === 'sandbox-arm64' ? ['linux/arm64'] : ['linux/amd64', 'linux/arm64'],
    sizeBytes: 400_000_000 + (parseInt(hash.slice(0, 7), 16) % 1_600_000_000),
    labels: {},
  }
}
