import type { ClusterSpec } from './spec.ts'

/** Clusters that exist already, registered by a kubeconfig. */
export const registeredProviders = ['kubernetes', 'openshift'] as const

export const isRegistered = (provider: string): boolean => (registeredProviders as readonly string[]).includes(provider)

/** A sandbox cluster in this region is an OpenShift. */
export const sandboxOpenShift = 'sandbox-openshift'

/** What a cluster is known by before somebody looked at it, and what was seen of it since. */
export interface PlatformFacts { spec: Pick<ClusterSpec, 'provider' | 'region'>; status: { platform?: unknown } }

/** Whether pods are let in by OpenShift's security context constraints: registered as one, or seen to be one. */
export const isOpenShift = ({ spec, status }: PlatformFacts): boolean =>
  spec.provider === 'openshift' || (spec.provider === 'sandbox' && spec.region === sandboxOpenShift) || (status.platform as { kind?: unknown } | null | undefined)?.kind === 'openshift'
