import type { V1Node } from '@kubernetes/client-node'

/** Where a cluster's nodes are rented: what their prices are known by. */
export interface Cloud { provider: 'gcp' | 'aws' | 'azure'; region: string }

const schemes: Record<string, Cloud['provider']> = { gce: 'gcp', aws: 'aws', azure: 'azure' }

/** By what the cloud's own controller writes on nodes; null for nodes of no known cloud, or of more than one place. */
export function cloudOf(nodes: readonly V1Node[]): Cloud | null {
  const places = nodes.map(({ metadata, spec }) => ({
    provider: schemes[/^(\w+):\/\//.exec(spec?.providerID ?? '')?.[1] ?? ''],
    region: metadata?.labels?.['topology.kubernetes.io/region'],
  }))
  const [{ provider, region } = {}] = places
  return provider && region && places.every((place) => place.provider === provider && place.region === region) ? { provider, region } : null
}
