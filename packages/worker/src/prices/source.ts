import type { Figures } from '@hubfleet/pricing'

/** A price list in parts that are read one after another, each whole or not at all. */
export interface PriceSource {
  /** In words, for whoever wants to know where a price is from. */
  name: string
  parts: { name: string; read(signal: AbortSignal): Promise<Figures> }[]
}

/** A folder in place of an API. */
export const isFolder = (place: string): boolean => !/^https?:\/\//.test(place)

/** An address below a place. */
export const at = (place: string, path: string): URL => new URL(place.replace(/\/+$/, '') + path)
