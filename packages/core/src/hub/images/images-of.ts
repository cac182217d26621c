import { isObject, pointerOf, valueAt } from '../../json.ts'
import { overridesOf } from '../servers/check-resources.ts'
import { imageText, type HubImage } from './image.ts'
import type { HubSpec } from '../spec.ts'

/** An image that servers of a hub may run, and where the spec names it. `typed` is absent for one that raw values name. */
export interface UsedImage { pointer: string; text: string; typed?: HubImage }

/** All images that a hub's servers may run, as they win: a raw value over the typed field. Not those that people type themselves. */
export function imagesOfSpec(spec: HubSpec): UsedImage[] {
  const raw = rawImages(spec)
  const typed = [...overridesOf(spec)].flatMap(([pointer, { image }]): UsedImage[] => (image ? [{ pointer: `${pointer}/image`, text: imageText(image), typed: image }] : []))
  const hidden = (pointer: string) => (pointer === '/image' && raw.some((one) => one.pointer === '/values/singleuser/image')) || (pointer.startsWith('/profiles/') && valueAt(spec.values, ['singleuser', 'profileList']) !== undefined)
  return [...typed.filter(({ pointer }) => !hidden(pointer)), ...raw]
}

function rawImages({ values }: HubSpec): UsedImage[] {
  const image = valueAt(values, ['singleuser', 'image'])
  const own = isObject(image) && typeof image.name === 'string' ? [{ pointer: '/values/singleuser/image', text: image.tag === undefined || image.tag === null ? image.name : `${image.name}:${String(image.tag)}` }] : []
  const list = valueAt(values, ['singleuser', 'profileList'])
  return [...own, ...(Array.isArray(list) ? list : []).flatMap((profile, index) => {
    const at = (path: string[]) => {
      const text = valueAt(profile, [...path, 'kubespawner_override', 'image'])
      return typeof text === 'string' ? [{ pointer: pointerOf(['values', 'singleuser', 'profileList', index, ...path, 'kubespawner_override', 'image']), text }] : []
    }
    const options = valueAt(profile, ['profile_options'])
    const choices = Object.entries(isObject(options) ? options : {}).flatMap(([option, value]) =>
      Object.keys(isObject(value) && isObject(value.choices) ? value.choices : {}).flatMap((choice) => at(['profile_options', option, 'choices', choice])))
    return [...at([]), ...choices]
  })]
}

/** A copy of a spec whose typed images are changed where `change` answers another. */
export function mapImages(spec: HubSpec, change: (image: HubImage, pointer: string) => HubImage): HubSpec {
  const copy = structuredClone(spec)
  for (const [pointer, overrides] of overridesOf(copy)) {
    if (!overrides.image) continue
    const image = change(overrides.image, `${pointer}/image`)
    if (pointer === '') copy.image = image
    else overrides.image = image
  }
  return copy
}
