import { createHash } from 'node:crypto'
import { canonicalJson, isObject, objectChange, objectName, wishedPart, type Manifest, type ObjectChange } from '@hubfleet/core'
import type { Chart } from './chart.ts'
import type { Helm } from './helm.ts'
import type { Kubernetes } from './kubernetes.ts'
import { dryRun, read } from './objects.ts'
import { observeRelease, type ReleaseName } from './release.ts'

/** What a change of a release would do to the cluster. */
export interface Preview {
  /** Of each object of the release that is there, by its name: a hash of what somebody wanted of it. */
  fingerprints: Record<string, string>
  /** What becomes of the objects that do not stay as they are. */
  objects: ObjectChange[]
}

export interface PreviewTools { kubernetes: Kubernetes; helm: Helm }

const atOnce = 6

/**
 * Compares what an upgrade to `desired` would apply with what is live, by a dry run of each object on the server: what admission and
 * defaults make of it is what would be there. `null` is an uninstall. Nothing is changed.
 */
export async function previewRelease(tools: PreviewTools, name: ReleaseName, desired: { chart: Chart; values: Record<string, unknown> } | null, { namespaced, secrets }: { namespaced: boolean; secrets: readonly string[] }, signal: AbortSignal): Promise<Preview> {
  const live = await liveObjects(tools, name, signal)
  const wanted = desired ? await tools.helm.render({ ...name, ...desired, upgrade: live.size > 0 }, signal) : []
  const change = async (manifest: Manifest): Promise<ObjectChange | null> => {
    const before = live.get(objectName(manifest)) ?? (namespaced ? await read(tools.kubernetes, manifest, signal) : null)
    // without its namespace nothing can be tried out in it
    return objectChange(before, namespaced || !manifest.metadata.namespace ? await dryRun(tools.kubernetes, manifest, signal) : manifest, secrets)
  }
  const changes = await inParallel(wanted, change)
  const names = new Set(wanted.map(objectName))
  const gone = [...live.values()].filter((object) => !names.has(objectName(object)) && !isKept(object)).map((object) => objectChange(object, null, secrets))
  return { fingerprints: fingerprintsOf(live), objects: [...changes, ...gone].filter((each) => each !== null) }
}

/** The fingerprints alone. */
export async function fingerprintRelease(tools: PreviewTools, name: ReleaseName, signal: AbortSignal): Promise<Record<string, string>> {
  return fingerprintsOf(await liveObjects(tools, name, signal))
}

/** What the release's last revision applied, as it is now. */
async function liveObjects({ kubernetes, helm }: PreviewTools, name: ReleaseName, signal: AbortSignal): Promise<Map<string, Manifest>> {
  if (!(await observeRelease(kubernetes, name, signal))) return new Map()
  const applied = await helm.manifests(name, signal)
  const found = await inParallel(applied, (manifest) => read(kubernetes, manifest, signal))
  return new Map(found.filter((object) => object !== null).map((object) => [objectName(object), object]))
}

const fingerprintsOf = (live: Map<string, Manifest>): Record<string, string> =>
  Object.fromEntries([...live].map(([name, object]) => [name, createHash('sha256').update(canonicalJson(wishedPart(object))).digest('base64url').slice(0, 22)]))

/** helm leaves it where it is. */
const isKept = ({ metadata }: Manifest): boolean => isObject(metadata['annotations']) && metadata['annotations']['helm.sh/resource-policy'] === 'keep'

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const queue = [...items.entries()]
  await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1])
  }))
  return results
}
