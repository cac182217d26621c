import { nearest, Problem } from '@hubfleet/core'

/** So many names can be read in a sentence. */
const readable = 30

/** `price-unknown` for a name that is not in the catalogue, with the one that was most likely meant, or with all that there are when they are few. */
export function unknownPrice(what: string, given: string, known: readonly string[]): Problem<'price-unknown'> {
  const meant = nearest(given, known)
  const hint = meant ? ` (did you mean ${meant}?)` : known.length <= readable ? `; there are ${known.join(', ')}` : ''
  return new Problem('price-unknown', { what: `${what}${hint}` })
}
