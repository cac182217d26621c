import { isObject, valueAt, type NodePull, type PullState } from '@hubfleet/core'
import { slowness } from './capacity.ts'
import { durations } from './durations.ts'
import type { SandboxCluster, SandboxHub } from './state.ts'

/** One node after the other has the images; each image takes its time. With `sandbox-puller-stuck` the last node has no room for the puller. */
export function pullStateOf(cluster: SandboxCluster, hub: SandboxHub, which: 'asked' | 'continuous', now: number): PullState | null {
  const pull = which === 'asked' ? hub.pull ?? null : hub.release && { images: hub.release.images ?? [], startedAt: hub.release.imagesSince ?? hub.release.updatedAt }
  if (!pull) return null
  const { images, startedAt } = pull
  const missing = images.find((image) => /:sandbox-(missing|denied)$/.test(image))
  const names = userNodes(cluster)
  const nodes = names.map(([name, bootedAt], index): NodePull => {
    if (missing) return { name, state: 'stuck', reason: `ImagePullBackOff: ${missing}: ${missing.endsWith('denied') ? 'unauthorized' : 'not found'}` }
    if (index === names.length - 1 && hub.misbehave.includes('sandbox-puller-stuck')) return { name, state: 'stuck', reason: '0/1 nodes are available: 1 Too many pods (sandbox-puller-stuck)' }
    const readyAt = Math.max(startedAt, bootedAt) + durations.imagePull * Math.max(1, images.length) * (1 + index / 4) * slowness(hub)
    return now >= readyAt ? { name, state: 'pulled', reason: '' } : { name, state: 'pulling', reason: 'the image is being pulled' }
  })
  return { images, nodes }
}

/** Those that are there, in the pools where servers run. */
function userNodes(cluster: SandboxCluster): [name: string, bootedAt: number][] {
  const pools = Object.entries(cluster.machines?.pools ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  const ofUsers = pools.filter(([, { purpose }]) => purpose === 'user')
  return (ofUsers.length > 0 ? ofUsers : pools).flatMap(([pool, { ready }]) => Array.from({ length: ready }, (_, index): [string, number] => [`${pool}-${index + 1}`, cluster.machines?.nodesSince ?? 0]))
}

/** The image of the hub's servers and those of its profiles, from the values of a release. */
export function imagesOfValues(values: Record<string, unknown>): string[] {
  const text = (image: unknown) => (isObject(image) ? [`${String(image.name)}:${String(image.tag)}`] : [])
  const profiles = valueAt(values, ['singleuser', 'profileList'])
  const ofProfiles = (Array.isArray(profiles) ? profiles : []).flatMap((profile) => valueAt(profile, ['kubespawner_override', 'image']) ?? [])
  return [...new Set([...text(valueAt(values, ['singleuser', 'image'])), ...ofProfiles.map(String)])]
}

/** What the server of somebody runs who chose nothing. Where nothing names an image it is the chart's own. */
export function serverImageOf(values: Record<string, unknown>, chartVersion: string): string {
  const profiles = valueAt(values, ['singleuser', 'profileList'])
  const list = Array.isArray(profiles) ? profiles : []
  const chosen = valueAt(list.find((profile) => isObject(profile) && profile['default'] === true) ?? list[0], ['kubespawner_override', 'image'])
  const image = valueAt(values, ['singleuser', 'image'])
  if (typeof chosen === 'string') return chosen
  return isObject(image) && image['name'] ? `${String(image['name'])}:${String(image['tag'])}` : `quay.io/jupyterhub/k8s-singleuser-sample:${chartVersion}`
}
