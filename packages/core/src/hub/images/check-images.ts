import type { ProblemField } from '../../problems/problem.ts'
import { overridesOf } from '../servers/check-resources.ts'
import { movingTag, parseImage } from './image-reference.ts'
import { imagesOfSpec } from './images-of.ts'
import type { HubSpec } from '../spec.ts'

/** Names that no container runtime takes, and names with the tag in them. */
export function checkImageNames(spec: HubSpec): ProblemField[] {
  const named = [...overridesOf(spec)].flatMap(([at, { image }]) => (image ? [{ pointer: `${at}/image/name`, name: image.name }] : []))
  return [...named, ...(spec.build ? [{ pointer: '/build/image', name: spec.build.image }] : [])].flatMap(({ pointer, name }) => {
    const parsed = parseImage(name)
    const fault = (detail: string): ProblemField[] => [{ pointer, code: 'image-name', detail }]
    if (!parsed) return fault('This is no name of an image: lower-case letters, digits and . _ - between slashes, such as quay.io/jupyter/scipy-notebook.')
    return parsed.tag || parsed.digest ? fault(`Leave ${parsed.digest ? 'the digest' : 'the tag'} out of the name and give it as ${parsed.digest ? `digest: ${parsed.digest}` : `tag: ${parsed.tag}`}.`) : []
  })
}

/** Where the registry is another one, its password is asked for again: the old one is shown to nobody else. */
export function checkPullSecret({ imagePullSecret }: HubSpec, fields: Record<string, string>): ProblemField[] {
  if (!imagePullSecret || fields['/imagePullSecret/password']) return []
  return [{ pointer: '/imagePullSecret/password', code: 'required', detail: `The registry ${imagePullSecret.registry} needs the password or token of ${imagePullSecret.username}.` }]
}

export function warnImages(spec: HubSpec): { code: 'moving-tag'; pointer: string; what: string }[] {
  return imagesOfSpec(spec).flatMap(({ pointer, text, typed }) => {
    const parsed = parseImage(text)
    const moves = parsed && !parsed.digest && !typed?.pin ? movingTag(parsed.tag) : null
    if (!moves) return []
    return [{ code: 'moving-tag' as const, pointer, what: `The image ${text} ${moves}: nodes that pulled it at different times run different things. Pin it (image.pin) or name a fixed tag.` }]
  })
}
