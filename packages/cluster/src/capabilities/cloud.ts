import type { V1Node } from '@kubernetes/client-node'

/** Where a cluster's nodes are rented: what their prices are known by. */
export interface Cloud { provider: 'gcp' | 'aws' | 'azure'; region: string }

const schemes: Record<string, Cloud['provider']> = { gce: 'gcp', aws: 'aws', azure: 'azure' }

/** Zones as the provider ids of Google and Amazon have them, without what makes them zones. */
const zones: Partial<Record<Cloud['provider'], RegExp>> = { gcp: /^gce:\/\/[^/]+\/([a-z]+-[a-z]+\d+)-[a-z]\//, aws: /^aws:\/\/\/([a-z]{2}(?:-[a-z]+)+-\d+)[a-z]\// }

/** By what the cloud's own controller writes on nodes; null for nodes of no known cloud, or of more than one place. */
export function cloudOf(nodes: readonly V1Node[]): Cloud | null {
  const places = nodes.map(({ metadata, spec }) => {
    const id = spec?.providerID ?? ''
    const provider = schemes[/^(\w+):\/\//.exec(id)?.[1] ?? '']
    return { provider, region: metadata?.labels?.['topology.kubernetes.io/region'] ?? (provider && zones[provider]?.exec(id)?.[1]) }
  })
  const [{ provider, region } = {}] = places
  return provider && region && places.every((place) => place.provider === provider && place.region === region) ? { provider, region } : null
}
