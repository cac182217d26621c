import { freezeFile, freezeManifest, readFreeze, type Freeze } from '@hubfleet/core'
import { readMap, removeMap, writeMap } from './live-map.ts'
import type { Place } from './place.ts'

export const frozen = async (place: Place, signal: AbortSignal): Promise<Freeze | null> => readFreeze((await readMap(place, freezeFile.map, signal))[freezeFile.file])

export const freeze = (place: Place, wanted: Freeze | null, signal: AbortSignal): Promise<void> =>
  (wanted ? writeMap(place, freezeManifest(place.hub, wanted), signal) : removeMap(place, freezeFile.map, signal))
