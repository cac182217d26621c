import { aksProvider, createSandboxProvider, eksProvider, gkeProvider, kubernetesProvider, openShiftProvider, type KubernetesProviderOptions, type Provider, type SandboxOptions } from '@hubfleet/providers'

export interface PlacesOptions {
  sandbox: SandboxOptions
  /** For every place whose clusters are real ones. */
  kubernetes: KubernetesProviderOptions
}

/**
 * The places where clusters can be, by their kind. None of them loads the library of its cloud, or of Kubernetes, before a cluster of its kind
 * is worked on: a server that has none starts no slower and no larger.
 */
export const places = ({ sandbox, kubernetes }: PlacesOptions): readonly Provider[] => [
  createSandboxProvider(sandbox),
  kubernetesProvider(kubernetes),
  openShiftProvider(kubernetes),
  aksProvider(kubernetes),
  gkeProvider(kubernetes),
  eksProvider(kubernetes),
]
