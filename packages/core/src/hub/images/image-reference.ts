/** An image as a registry is asked for it. */
export interface ImageReference {
  /** Host and port, such as `quay.io`. */
  registry: string
  repository: string
  tag: string | null
  digest: string | null
}

const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const repositoryForm = new RegExp(`^${part}(?:/${part})*$`)
const dockerHub = 'registry-1.docker.io'

/** Reads `name:tag@digest` as container runtimes do: without a host it is Docker Hub's, where official images are in `library`. Null for what no runtime takes. */
export function parseImage(text: string): ImageReference | null {
  const [, name = '', digest = null] = /^([^@]+)(?:@(sha256:[0-9a-f]{64}))?$/.exec(text) ?? []
  const [, path = '', tag = null] = /^(.+?)(?::(\w[\w.-]{0,127}))?$/.exec(name) ?? []
  const [first = '', ...rest] = path.split('/')
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost')
  const registry = hasHost ? first : 'docker.io'
  const bare = hasHost ? rest.join('/') : path
  if (!repositoryForm.test(bare) || (hasHost && !/^[A-Za-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/.test(first))) return null
  const isHub = registry === 'docker.io' || registry === 'index.docker.io'
  return { registry: isHub ? dockerHub : registry, repository: isHub && !bare.includes('/') ? `library/${bare}` : bare, tag, digest }
}

/** The registry of a name as its login names it. */
export const registryOf = (name: string): string | null => {
  const registry = parseImage(name)?.registry
  return registry === dockerHub ? 'docker.io' : registry ?? null
}

const branches = /^(latest|main|master|trunk|develop|development|dev|devel|edge|nightly|unstable|stable|lts|next|rolling|staging|production|prod|test|current|HEAD)([-_.].*)?$/i

/** Why a tag is likely to become another image by itself; null for one that looks like a release, a date or a commit. A guess: no registry tells. */
export function movingTag(tag: string | null): string | null {
  if (tag === null || tag === 'latest') return 'is whatever was pushed last'
  if (branches.test(tag)) return 'follows a branch'
  if (/^[0-9a-f]{7,40}$/.test(tag)) return null
  if (!/\d/.test(tag)) return 'names no version'
  return /^v?\d{1,3}(\.\d{1,3})?$/.test(tag) ? 'moves with each release of that line' : null
}
