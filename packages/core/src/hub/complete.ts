import { Value } from 'typebox/value'
import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import { requireValid } from '../validate.ts'
import type { Login } from './login.ts'
import type { HubSpec, HubSpecInput, HubSpecPatch } from './spec.ts'
import { HubSpecSchema } from './spec.ts'

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
  const merged = mergePatch(spec as JsonObject, typed as JsonObject)
  if (values !== undefined) merged.values = values ?? {}
  if (login === null) delete merged.login
  else if (login) merged.login = mergePatch(isOtherType(spec.login, login.type) ? {} : spec.login as JsonObject, login as JsonObject)
  requireValid(HubSpecSchema, Value.Default(HubSpecSchema, merged))
  return completeHubSpec(merged as HubSpecInput)
}

const isOtherType = (login: Login, type: string | null | undefined): boolean => login.type !== (type ?? login.type)

/** Names are stripped of the domain as long as the first domain decided so: adding a second must not rename anybody away from their home. */
const pinned = (login: Login): Login =>
  login.type === 'google' && login.stripDomain === undefined ? { ...login, stripDomain: login.hostedDomains.length === 1 } : login

/** RFC 7396. Answers a new object. */
function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged = structuredClone(target)
  for (const [key, value] of Object.entries(patch)) {
    if (value === null || value === undefined) delete merged[key]
    else merged[key] = isObject(value) ? mergePatch(isObject(merged[key]) ? merged[key] : {}, value) : structuredClone(value)
  }
  return merged
}
