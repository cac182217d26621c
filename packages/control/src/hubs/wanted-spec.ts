import type { HubLayers, HubSecrets, HubSpec } from '@hubfleet/core'
import type { ChartRow } from '@hubfleet/database'

/** A spec as it is to be stored, and what it is composed of: its secrets apart, its chart known. */
export interface WantedSpec { layers: HubLayers; spec: HubSpec; secrets: HubSecrets; chart: ChartRow; /** Pinned tags are looked up anew. */ freshPins?: boolean; /** The id that a plan has given a hub that is to be made. */ id?: string }
