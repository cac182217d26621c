import { requireOurs } from './namespace.ts'
import type { Place } from './place.ts'

/** A ConfigMap that the hub's pod has mounted: it sees a change within two minutes and is not restarted by it. */
export interface LiveMap { metadata: { name: string }; data: Record<string, string> }

/** Its files; none where there is none. */
export const readMap = async (place: Place, name: string, signal: AbortSignal): Promise<Record<string, string>> => (await find(place, name, signal))?.data ?? {}

/** Written only where it says something else. */
export async function writeMap(place: Place, body: LiveMap, signal: AbortSignal): Promise<void> {
  const { kubernetes, hub: { namespace } } = place
  const { metadata: { name }, data } = body
  const there = await find(place, name, signal)
  if (there && Object.entries(data).every(([file, text]) => there.data?.[file] === text)) return
  await requireOurs(place, signal)
  if (!there) await kubernetes.call(signal, ({ core }, options) => core.createNamespacedConfigMap({ namespace, body }, options))
  else await kubernetes.call(signal, ({ core }, options) => core.replaceNamespacedConfigMap({ namespace, name, body }, options))
}

export async function removeMap(place: Place, name: string, signal: AbortSignal): Promise<void> {
  const { kubernetes, hub: { namespace } } = place
  if (!(await find(place, name, signal))) return
  await requireOurs(place, signal)
  await kubernetes.find(signal, ({ core }, options) => core.deleteNamespacedConfigMap({ namespace, name }, options))
}

const find = ({ kubernetes, hub: { namespace } }: Place, name: string, signal: AbortSignal) =>
  kubernetes.find(signal, ({ core }, options) => core.readNamespacedConfigMap({ namespace, name }, options))
