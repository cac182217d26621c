import { cullWarningsFile, cullWarningsManifest, cullWarningsMap, readCullWarnings, type CullWarning } from '@hubfleet/core'
import { requireOurs } from './namespace.ts'
import type { Place } from './place.ts'

export async function cullWarnings(place: Place, signal: AbortSignal): Promise<CullWarning[]> {
  return readCullWarnings((await read(place, signal))?.data?.[cullWarningsFile])
}

/** The hub's pod has the ConfigMap mounted, so it sees a change within two minutes and is not restarted by it. Written only where it says something else. */
export async function showCullWarnings(place: Place, warnings: readonly CullWarning[], signal: AbortSignal): Promise<void> {
  const { kubernetes, hub: { namespace } } = place
  const body = cullWarningsManifest(place.hub, warnings)
  const there = await read(place, signal)
  if (!there && warnings.length === 0) return
  if (there?.data?.[cullWarningsFile] === body.data[cullWarningsFile]) return
  await requireOurs(place, signal)
  if (!there) await kubernetes.call(signal, ({ core }, options) => core.createNamespacedConfigMap({ namespace, body }, options))
  else await kubernetes.call(signal, ({ core }, options) => core.replaceNamespacedConfigMap({ namespace, name: cullWarningsMap, body }, options))
}

const read = ({ kubernetes, hub: { namespace } }: Place, signal: AbortSignal) =>
  kubernetes.find(signal, ({ core }, options) => core.readNamespacedConfigMap({ namespace, name: cullWarningsMap }, options))
