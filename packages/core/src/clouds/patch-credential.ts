import { Type } from 'typebox'
import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import { refuse, requireValid } from '../validate.ts'
import { checkedCredential } from './check-credential.ts'
import { accountFields, CloudCredentialSchema, cloudOfCredential, type CloudCredential, type CloudCredentialPatch } from './credential.ts'

const InRequest = Type.Object({ spec: CloudCredentialSchema })

/**
 * A credential after a merge patch; one of another type is sent whole, since no secret of the old one fits it. Cloud and account stay. Throws
 * `invalid-request`.
 */
export function patchCredential(before: CloudCredential, patch: CloudCredentialPatch): CloudCredential {
  const cloud = cloudOfCredential(before)
  if (cloudOfCredential(patch) !== cloud) refuse([{ pointer: '/spec/type', code: 'other-cloud', detail: `The credential is for ${cloud} and stays so: make another one for ${cloudOfCredential(patch)}.` }])
  const spec = merged(patch.type === before.type ? before as JsonObject : {}, patch as JsonObject)
  requireValid(InRequest, { spec })
  const after = checkedCredential(spec as CloudCredential)
  const account = accountFields[cloud]
  if ((after as JsonObject)[account] !== (before as JsonObject)[account]) {
    refuse([{ pointer: `/spec/${account}`, code: 'other-account', detail: 'A credential stays in its account, or what was made in one would be looked for in another: make another credential.' }])
  }
  return after
}

function merged(target: JsonObject, patch: JsonObject): JsonObject {
  const entries = Object.entries(patch).map(([name, value]) => [name, isObject(value) ? merged(isObject(target[name]) ? target[name] : {}, value) : value] as const)
  return Object.fromEntries([...Object.entries(target), ...entries].filter(([name, value]) => value !== null && patch[name] !== null))
}
