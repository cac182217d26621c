import { Value } from 'typebox/value'
import { requireValid } from '../validate.ts'
import type { Login } from './login.ts'
import type { HubSpec, HubSpecInput, HubSpecPatch } from './spec.ts'
import { HubSpecSchema } from './spec.ts'

type Json = Record<string, unknown>

/** The whole spec of an input that was checked by `HubSpecInputSchema`. It shares nothing with the input. */
export function completeHubSpec(input: HubSpecInput): HubSpec {
  const spec = Value.Default(HubSpecSchema, structuredClone(input)) as HubSpec
  return { ...spec, login: pinned(spec.login) }
}

/**
 * The spec after a JSON merge patch. `values` are replaced whole, since their nulls mean something to helm; a login of another type starts
 * afresh, since no field of the old one fits it. Throws `invalid-request` when the outcome lacks something.
 */
export function patchHubSpec(spec: HubSpec, patch: HubSpecPatch): HubSpec {
  const { values, login, ...typed } = patch
  const merged = mergePatch(spec as Json, typed as Json)
  if (values !== undefined) merged.values = values ?? {}
  if (login !== undefined) merged.login = login === null || isOtherType(spec.login, login.type) ? mergePatch({}, (login ?? { type: 'dummy' }) as Json) : mergePatch(spec.login as Json, login as Json)
  requireValid(HubSpecSchema, Value.Default(HubSpecSchema, merged))
  return completeHubSpec(merged as HubSpecInput)
}

const isOtherType = (login: Login, type: string | null | undefined): boolean => login.type !== (type ?? login.type)

/** Names are stripped of the domain as long as the first domain decided so: adding a second must not rename anybody away from their home. */
const pinned = (login: Login): Login =>
  login.type === 'google' && login.stripDomain === undefined ? { ...login, stripDomain: login.hostedDomains.length === 1 } : login

/** RFC 7396. Answers a new object. */
function mergePatch(target: Json, patch: Json): Json {
  const merged = structuredClone(target)
  for (const [key, value] of Object.entries(patch)) {
    if (value === null || value === undefined) delete merged[key]
    else merged[key] = isObject(value) ? mergePatch(isObject(merged[key]) ? merged[key] : {}, value) : structuredClone(value)
  }
  return merged
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
