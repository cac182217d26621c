import { isProblem, podSecurityLabel, type ClusterFound } from '@hubfleet/core'
import type { V1Node } from '@kubernetes/client-node'
import type { Kubernetes } from '../kubernetes.ts'
import { ask, askList } from './ask.ts'

/** Who adds nodes by need. That of Kubernetes keeps a note of itself, which the clouds' own builds of it do too. */
export async function autoscalerOf(kubernetes: Kubernetes, { groups, nodes }: { groups: readonly string[]; nodes: readonly V1Node[] }, signal: AbortSignal): Promise<string | null> {
  const labelled = (name: string, value: string) => nodes.some(({ metadata }) => metadata?.labels?.[name] === value)
  if (labelled('eks.amazonaws.com/compute-type', 'auto')) return 'eks-auto-mode'
  // its nodes belong to Google, and their names begin so
  if (nodes.some(({ metadata, spec }) => spec?.providerID?.startsWith('gce://') && metadata?.name?.startsWith('gk3-'))) return 'gke-autopilot'
  if (groups.includes('karpenter.sh')) return 'karpenter'
  if (groups.includes('autoscaling.openshift.io') && (await askList(kubernetes, '/apis/autoscaling.openshift.io/v1/clusterautoscalers', signal))?.length) return 'openshift'
  const note = await kubernetes.find(signal, ({ core }, options) => core.readNamespacedConfigMap({ namespace: 'kube-system', name: 'cluster-autoscaler-status' }, options))
  return note && 'cluster-autoscaler'
}

/** Registered is not yet answering: who stands behind it can be gone. */
export async function metricsOf(kubernetes: Kubernetes, groups: readonly string[], signal: AbortSignal): Promise<ClusterFound['metrics']> {
  try {
    const answer = await ask(kubernetes, '/apis/metrics.k8s.io/v1beta1', signal) as { resources?: { name: string }[] } | null | undefined
    if (answer?.resources?.some(({ name }) => name === 'nodes')) return 'answering'
  } catch (error) {
    signal.throwIfAborted()
    if (!isProblem(error) || error.code !== 'cluster-unreachable') throw error
    return 'not-answering'
  }
  return groups.includes('metrics.k8s.io') ? 'not-answering' : 'none'
}

/** Whether levels of the Pod Security Standards are enforced: who does refuses a level that there is not. Nothing is made. */
export async function podSecurityOf(kubernetes: Kubernetes, signal: AbortSignal): Promise<ClusterFound['podSecurity']> {
  const body = { metadata: { name: 'hubfleet-preflight', labels: { [podSecurityLabel]: 'no-such-level' } } }
  try {
    await kubernetes.call(signal, ({ core }, options) => core.createNamespace({ body, dryRun: 'All' }, options))
    return 'off'
  } catch (error) {
    signal.throwIfAborted()
    if (!isProblem(error) || error.code === 'cluster-unreachable') throw error
    return error.message.includes(podSecurityLabel) ? 'enforced' : 'unknown'
  }
}
