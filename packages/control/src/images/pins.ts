import { imagesOfSpec, mapImages, type HubImage, type HubSpec } from '@hubfleet/core'

/**
 * A spec in which images that are pinned keep the digest that their tag had: a change of anything else, and a list of profiles that is sent
 * again without digests, moves nobody to another image. Where the name or the tag is another one, or `fresh` is asked, the digest is open.
 */
export function keptPins(before: HubSpec | null, spec: HubSpec, fresh: boolean): HubSpec {
  const old = before ? imagesOfSpec(before).flatMap(({ pointer, typed }) => (typed?.digest ? [{ pointer, ...typed }] : [])) : []
  return mapImages(spec, (image, pointer) => {
    if (!image.pin) return image
    const { digest, ...open } = image
    if (fresh) return open
    const inPlace = old.find((one) => one.pointer === pointer)
    if (digest && !(inPlace?.digest === digest && !isSame(inPlace, image))) return image
    const known = old.find((one) => isSame(one, image))?.digest
    return known ? { ...open, digest: known } : open
  })
}

const isSame = (one: HubImage, other: HubImage): boolean => one.name === other.name && one.tag === other.tag
