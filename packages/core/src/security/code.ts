import { movingTag, parseImage } from '../hub/images/image-reference.ts'
import { isObject, leaves, pointerOf, valueAt, type JsonObject } from '../json.ts'
import { overridesOf } from './hardening.ts'
import { decided, type PostureInput, type PostureItem } from './item.ts'

export const codeItems = (input: PostureInput): PostureItem[] => [hubCode(input), secretsInValues(input), existingSecret(input), images(input)]

/** Each needs the capability `extraConfig` of the policy. */
const codePlaces = ['hub.extraConfig', 'hub.image', 'hub.command', 'hub.args', 'hub.extraFiles', 'hub.initContainers', 'hub.extraContainers', 'hub.lifecycle', 'proxy.chp.image', 'proxy.traefik.image']

function hubCode({ spec }: PostureInput): PostureItem {
  const item = { code: 'hub-code', why: 'Code in the hub sees all secrets of the hub and everybody\'s tokens, and can make pods.' }
  const place = codePlaces.find((path) => isSet(valueAt(spec.values, path.split('.'))))
  if (!place) return { ...item, state: 'ok', what: 'The hub runs the chart\'s code and nothing else.', mend: null, field: null }
  return { ...item, state: 'deviation', what: `The hub runs code of its own, by ${place}, which the policy of the tenant allows.`, mend: 'Review it, or use a typed field in its place; without `extraConfig` in the policy nobody can add any.', field: pointerOf(['values', ...place.split('.')]) }
}

const isSet = (value: unknown): boolean => (isObject(value) || Array.isArray(value) ? Object.keys(value).length > 0 : value !== undefined && value !== null && value !== '')

const secretName = /(^|_)(password|passwd|secret|secret_key|client_secret|api_token|token|private_key|access_key|auth_token|cookie_secret)$|^key$/

/** Raw values are stored and shown as they are; only typed fields keep a secret. */
function secretsInValues({ spec }: PostureInput): PostureItem {
  const item = { code: 'secrets-in-values', why: 'Raw values are shown to everybody who may read the tenant, and stand in each revision.' }
  const found = [...leaves(spec.values)].find(({ path, value }) => typeof value === 'string' && value !== '' && isSecret(path, value))
  if (!found) return { ...item, state: 'ok', what: 'No secret stands in the raw values.', mend: null, field: null }
  return { ...item, state: 'deviation', what: `A secret stands readable in the raw values, at ${found.path.join('.')}.`, mend: 'Use the typed field for it (login, database, exposure.https), which is encrypted; then replace the secret, which has been seen.', field: pointerOf(['values', ...found.path]) }
}

function isSecret(path: readonly string[], value: string): boolean {
  const name = (path.at(-1) ?? '').replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  // a class whose name a setting takes is none, nor is the name of a Secret
  if (path[0] === 'custom' || path.at(-2) === 'existingSecret') return false
  return secretName.test(name) || /^[a-z+0-9]+:\/\/[^/\s:@]+:[^/\s@]+@/.test(value) || /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(value)
}

/** A Secret that somebody else made: what is in it is not known here. */
function existingSecret(input: PostureInput): PostureItem {
  const item = { code: 'hub-secret', why: 'Whoever knows the hub\'s secrets can make cookies and tokens of everybody.' }
  const named = decided(input, 'hub.existingSecret')
  if (named.value === undefined) return { ...item, state: 'ok', what: 'Hubfleet made the hub\'s secrets, keeps them encrypted and shows them to nobody.', mend: null, field: null }
  return { ...item, state: 'unknown', what: `The hub takes secrets from ${String(named.value)}, which Hubfleet does not know.`, mend: 'Take hub.existingSecret away: Hubfleet makes the secrets.', field: named.field }
}

function images(input: PostureInput): PostureItem {
  const item = { code: 'images', why: 'With a tag that moves, tomorrow\'s servers run what nobody has looked at, and two people can have different ones.' }
  const found = imagesOf(input.values).find(({ image }) => isMoving(image))
  if (!found) return { ...item, state: 'ok', what: 'All images are named by a tag that stays, or by their digest.', mend: null, field: null }
  const typed = found.path.join('.') === 'singleuser.image' && valueAt(input.spec.values, ['singleuser', 'image']) === undefined
  const field = typed ? '/image/tag' : found.path[1] === 'profileList' && valueAt(input.spec.values, ['singleuser', 'profileList']) === undefined ? '/profiles' : pointerOf(['values', ...found.path])
  return { ...item, state: 'deviation', what: `The image ${found.image} is named by a tag that moves.`, mend: 'Name a version, or a digest.', field }
}

/** Those of servers, and of the hub where it has another. */
function imagesOf(values: JsonObject): { path: string[]; image: string }[] {
  const named = ['singleuser', 'hub', 'proxy.chp', 'proxy.traefik'].flatMap((of) => {
    const image = valueAt(values, [...of.split('.'), 'image'])
    return isObject(image) && typeof image.name === 'string' ? [{ path: [...of.split('.'), 'image'], image: image.tag ? `${image.name}:${String(image.tag)}` : image.name }] : []
  })
  const ofProfiles = overridesOf(valueAt(values, ['singleuser', 'profileList'])).flatMap(({ image }) => (typeof image === 'string' ? [{ path: ['singleuser', 'profileList'], image }] : []))
  return [...named, ...ofProfiles]
}

/** With a digest the tag does not count; what no runtime would take is told elsewhere. */
function isMoving(image: string): boolean {
  const parsed = parseImage(image)
  return parsed !== null && parsed.digest === null && movingTag(parsed.tag) !== null
}
