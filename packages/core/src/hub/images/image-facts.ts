import type { ImageReference } from './image-reference.ts'

/** An image as a registry has it. */
export interface ImageFacts {
  digest: string
  /** As `linux/amd64`; with a variant as `linux/arm/v7`. */
  platforms: string[]
  /** What a node downloads, of the first platform. */
  sizeBytes: number | null
  labels: Record<string, string>
}

/** What is known of the JupyterHub in an image, and by what. */
export interface ImageJupyterhub { version: string; by: string }

/** The label that our builds set, with what is in the image. */
export const jupyterhubLabel = 'dev.hubfleet.jupyterhub'

/**
 * The version of JupyterHub in an image: as a server that ran it told, by a label, or by the tags of images whose makers name it so. Null where
 * it is honestly not known; the first server that starts tells it.
 */
export function jupyterhubOf({ repository, tag }: Pick<ImageReference, 'repository' | 'tag'>, labels: Record<string, string>, told: string | null = null): ImageJupyterhub | null {
  if (told) return { version: told, by: 'what a server told that ran it' }
  const labelled = labels[jupyterhubLabel]
  if (labelled && /^\d+(\.\d+)*/.test(labelled)) return { version: labelled, by: `the label ${jupyterhubLabel}` }
  const [, ofStacks] = /(?:^|-)hub-(\d+\.\d+(?:\.\d+)?)$/.exec(tag ?? '') ?? []
  if (ofStacks) return { version: ofStacks, by: `the tag ${tag}` }
  const [, ofProject] = /^jupyterhub\/(?:singleuser|jupyterhub)$/.test(repository) ? /^(\d+\.\d+(?:\.\d+)?)/.exec(tag ?? '') ?? [] : []
  if (ofProject) return { version: ofProject, by: `the tag ${tag}` }
  return null
}

/** A hub and a server of different major versions may not understand each other; the project supports one line on both sides. */
export function jupyterhubMismatch(hub: string, server: string): boolean {
  const major = (version: string): string => version.split('.')[0] ?? ''
  return major(hub) !== '' && major(hub) !== major(server)
}

export const mismatchText = (image: string, { version, by }: ImageJupyterhub, hub: string): string =>
  `The image ${image} has JupyterHub ${version} (by ${by}) and the hub ${hub}: servers of another major version may not start, or send people round in a login. Choose an image with JupyterHub ${hub.split('.')[0]}.`

/** The architectures of nodes, of those given, on which an image cannot run. */
export function missingArchitectures(platforms: readonly string[], architectures: readonly string[]): string[] {
  const has = new Set(platforms.filter((platform) => platform.startsWith('linux/')).map((platform) => platform.split('/')[1]))
  return has.size === 0 ? [] : architectures.filter((architecture) => !has.has(architecture))
}
