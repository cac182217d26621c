import type { ImageFacts } from '@hubfleet/core'

/** Of one platform, or a list of those of several. */
export interface Manifest {
  mediaType?: string
  config?: { digest: string }
  layers?: { size?: number }[]
  manifests?: { digest: string; platform?: Platform }[]
}
interface Platform { os?: string; architecture?: string; variant?: string }

export const manifestTypes = [
  'application/vnd.oci.image.index.v1+json', 'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json', 'application/vnd.docker.distribution.manifest.v2+json',
]

interface Source {
  manifest(digest?: string): Promise<{ manifest: Manifest; digest: string }>
  config(digest: string): Promise<Record<string, unknown>>
}

/** Of a list, labels and size are those of the platform that most nodes have. Signatures and provenance in a list are of no platform. */
export async function factsOf(source: Source): Promise<ImageFacts> {
  const { manifest, digest } = await source.manifest()
  const listed = (manifest.manifests ?? []).filter(({ platform }) => platform?.os && platform.os !== 'unknown')
  const platforms = listed.map(({ platform }) => platformText(platform!))
  const chosen = listed[Math.max(0, platforms.indexOf('linux/amd64'))]
  const one = chosen ? (await source.manifest(chosen.digest)).manifest : manifest
  if (!one.config?.digest) throw new Error('its manifest is of a kind that is not known')
  const config = await source.config(one.config.digest) as Platform & { config?: { Labels?: Record<string, string> | null } | null }
  return {
    digest,
    platforms: chosen ? platforms : config.os && config.architecture ? [platformText(config)] : [],
    sizeBytes: one.layers ? one.layers.reduce((sum, { size = 0 }) => sum + size, 0) : null,
    labels: config.config?.Labels ?? {},
  }
}

const platformText = ({ os, architecture, variant }: Platform): string => [os, architecture, variant].filter(Boolean).join('/')
