import type { ManagedCluster } from '@azure/arm-containerservice'
import { unknown } from './catalogues.ts'
import type { Place } from './place.ts'

const parts = (version: string): number[] => version.split('.').map(Number)

/** Negative when the first is older. `1.34` is as old as any of its patches. */
export function compareVersions(a: string, b: string): number {
  const [as, bs] = [parts(a), parts(b)]
  for (let i = 0; i < Math.min(as.length, bs.length); i++) if (as[i] !== bs[i]) return as[i]! - bs[i]!
  return 0
}

const minorOf = (version: string): string => parts(version).slice(0, 2).join('.')
const nextMinor = (version: string): string => `${parts(version)[0]}.${parts(version)[1]! + 1}`
const newest = (versions: readonly string[]): string | undefined => versions.toSorted(compareVersions).at(-1)

/** The version that a cluster is behind, or null: what a channel upgraded further stays. */
export function behind(cluster: ManagedCluster, wanted: string | undefined): string | null {
  const runs = cluster.currentKubernetesVersion ?? cluster.kubernetesVersion
  return wanted !== undefined && runs !== undefined && compareVersions(runs, wanted) < 0 ? runs : null
}

/** Where an upgrade goes next: AKS leaves out no minor version. Throws where it has none. */
export async function nextVersion({ azure, names }: Place, runs: string, wanted: string, signal: AbortSignal): Promise<string> {
  const { call, containers } = await azure()
  const { controlPlaneProfile } = await call('Microsoft.ContainerService/managedClusters/upgradeProfiles/read', signal, async (options) => (await containers()).managedClusters.getUpgradeProfile(names.group, names.cluster, options))
  const offered = (controlPlaneProfile.upgrades ?? []).filter(({ isPreview }) => !isPreview).map(({ kubernetesVersion }) => kubernetesVersion ?? '').filter((version) => version !== '')
  const goal = offered.filter((version) => compareVersions(version, wanted) === 0)
  const reachable = minorOf(wanted) === minorOf(runs) || minorOf(wanted) === nextMinor(runs)
  const step = reachable ? newest(goal) : newest(offered.filter((version) => minorOf(version) === nextMinor(runs)))
  if (!step) throw unknown(`upgrade of Kubernetes ${runs} to`, wanted, offered)
  return step
}

/** Throws where the region makes no clusters of that version. */
export async function checkVersion({ azure, region }: Place, wanted: string, signal: AbortSignal): Promise<void> {
  const { call, containers } = await azure()
  const { values = [] } = await call('Microsoft.ContainerService/locations/kubernetesVersions/read', signal, async (options) => (await containers()).managedClusters.listKubernetesVersions(region, options))
  const offered = values.filter(({ isPreview }) => !isPreview).flatMap(({ version = '', patchVersions = {} }) => [version, ...Object.keys(patchVersions)])
  if (!offered.includes(wanted)) throw unknown(`Kubernetes version in ${region}`, wanted, offered)
}
