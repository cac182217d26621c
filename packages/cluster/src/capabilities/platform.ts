import type { V1Node } from '@kubernetes/client-node'
import type { ClusterPlatform } from '@hubfleet/core'
import type { Kubernetes } from '../kubernetes.ts'
import { ask } from './ask.ts'

/** All of them together are an OpenShift: single ones are also installed elsewhere, for what builds on them. */
export const openShiftGroups = ['config.openshift.io', 'route.openshift.io', 'security.openshift.io'] as const

export const missingOpenShiftGroups = (groups: readonly string[]): string[] => openShiftGroups.filter((group) => !groups.includes(group))

interface Infrastructure { status?: { platformStatus?: { aws?: { resourceTags?: { key: string; value: string }[] } } } }
interface ClusterVersion { status?: { desired?: { version?: string } } }
interface IngressConfig { spec?: { domain?: string; appsDomain?: string } }

export async function platformOf(kubernetes: Kubernetes, { groups, nodes, version }: { groups: readonly string[]; nodes: readonly V1Node[]; version: string }, signal: AbortSignal): Promise<ClusterPlatform> {
  if (missingOpenShiftGroups(groups).length > 0) return { kind: 'kubernetes', name: distributionOf(version, nodes), version: null, domain: null }
  const config = (kind: string, name: string) => ask(kubernetes, `/apis/config.openshift.io/v1/${kind}/${name}`, signal)
  const [infrastructure, installed, ingress] = await Promise.all([config('infrastructures', 'cluster'), config('clusterversions', 'version'), config('ingresses', 'cluster')])
  const number = (installed as ClusterVersion | null | undefined)?.status?.desired?.version ?? null
  const { domain = null, appsDomain } = (ingress as IngressConfig | null | undefined)?.spec ?? {}
  return { kind: 'openshift', name: openShiftName(groups, infrastructure as Infrastructure | null | undefined, number), version: number, domain: appsDomain || domain }
}

/** Managed ones are OpenShifts with the marks of their makers. */
function openShiftName(groups: readonly string[], infrastructure: Infrastructure | null | undefined, version: string | null): string {
  if (groups.includes('aro.openshift.io')) return 'ARO'
  const type = infrastructure?.status?.platformStatus?.aws?.resourceTags?.find(({ key }) => key === 'red-hat-clustertype')?.value
  if (type === 'rosa') return 'ROSA'
  if (type === 'osd') return 'OpenShift Dedicated'
  return /okd/.test(version ?? '') ? 'OKD' : 'OpenShift'
}

/** Distributions tell themselves by their version or by what they write on nodes. */
function distributionOf(version: string, nodes: readonly V1Node[]): string {
  const marks: [RegExp, string][] = [[/-gke\./, 'GKE'], [/-eks-/, 'EKS'], [/\+k3s/, 'k3s'], [/\+rke2/, 'RKE2'], [/\+k0s/, 'k0s'], [/-aliyun/, 'ACK']]
  const label = (name: string) => nodes.some(({ metadata }) => metadata?.labels?.[name] !== undefined)
  return marks.find(([mark]) => mark.test(version))?.[1] ?? (label('kubernetes.azure.com/cluster') ? 'AKS' : label('eks.amazonaws.com/nodegroup') ? 'EKS' : label('cloud.google.com/gke-nodepool') ? 'GKE' : label('microk8s.io/cluster') ? 'MicroK8s' : 'Kubernetes')
}
