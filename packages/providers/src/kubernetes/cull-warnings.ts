import { cullWarningsFile, cullWarningsManifest, cullWarningsMap, readCullWarnings, type CullWarning } from '@hubfleet/core'
import { readMap, writeMap } from './live-map.ts'
import type { Place } from './place.ts'

export async function cullWarnings(place: Place, signal: AbortSignal): Promise<CullWarning[]> {
  return readCullWarnings((await readMap(place, cullWarningsMap, signal))[cullWarningsFile])
}

/** An empty list is written only over one that says more. */
export async function showCullWarnings(place: Place, warnings: readonly CullWarning[], signal: AbortSignal): Promise<void> {
  if (warnings.length === 0 && Object.keys(await readMap(place, cullWarningsMap, signal)).length === 0) return
  await writeMap(place, cullWarningsManifest(place.hub, warnings), signal)
}
