import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import { requireValid } from '../validate.ts'
import type { Login } from './login/login.ts'
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
  const { values, ...typed } = patch
  const merged = overlay(spec as JsonObject, typed)
  if (values !== undefined) merged.values = values ?? {}
  return checkedSpec(merged)
}

const InRequest = Type.Object({ spec: HubSpecSchema })

/** The whole spec of what layers and patches came to. Throws `invalid-request` when something is lacking, with pointers as a request has them. */
export function checkedSpec(merged: JsonObject): HubSpec {
  requireValid(InRequest, { spec: withDefaults(merged) })
  return completeHubSpec(merged as HubSpecInput)
}

/** With the defaults of the schema alone, without what `completeHubSpec` decides beyond them. */
export const withDefaults = (input: JsonObject): JsonObject => Value.Default(HubSpecSchema, structuredClone(input)) as JsonObject

/** The typed fields of a patch over those below it; `keepNulls` where the outcome is a patch itself. */
export function overlay(below: JsonObject, { values: _raw, login, ...typed }: JsonObject, { keepNulls = false } = {}): JsonObject {
  const merged = mergePatch(below, typed, keepNulls)
  if (login === null && keepNulls) merged.login = null
  else if (login === null) delete merged.login
  else if (isObject(login)) merged.login = mergePatch(isObject(below.login) && !isOtherType(below.login as Login, login.type as string) ? below.login : {}, login, keepNulls)
  return merged
}

const isOtherType = (login: Login, type: string | null | undefined): boolean => login.type !== (type ?? login.type)

/** Names are stripped of the domain as long as the first domain decided so: adding a second must not rename anybody away from their home. */
const pinned = (login: Login): Login =>
  // of what was not checked yet the domains may be missing
  login.type === 'google' && login.stripDomain === undefined && login.hostedDomains as unknown !== undefined ? { ...login, stripDomain: login.hostedDomains.length === 1 } : login

/** RFC 7396. Answers a new object. */
function mergePatch(target: JsonObject, patch: JsonObject, keepNulls = false): JsonObject {
  const merged = structuredClone(target)
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue
    if (value === null && !keepNulls) delete merged[key]
    else merged[key] = isObject(value) ? mergePatch(isObject(merged[key]) ? merged[key] : {}, value, keepNulls) : structuredClone(value)
  }
  return merged
}
