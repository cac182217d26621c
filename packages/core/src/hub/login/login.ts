import type { Static } from 'typebox'
import { byType } from '../schema-kit.ts'
import { cilogon } from './cilogon.ts'
import { google } from './google.ts'
import type { LoginKind } from './kind.ts'
import { ldap } from './ldap.ts'
import { lti13 } from './lti13.ts'
import { auth0, azuread, github, gitlab, globus, openshift } from './oauth-kinds.ts'
import { oidc } from './oidc.ts'
import { firstuse, native } from './own-passwords.ts'
import { dummy, hmac, sharedPassword, tmp } from './trial.ts'

/** Every way to log in. */
const kinds = [dummy, sharedPassword, github, google, gitlab, cilogon, azuread, globus, auth0, oidc, openshift, lti13, ldap, native, firstuse, tmp, hmac] as const

type AnySchema = (typeof kinds)[number]['schema']
export const LoginSchema = byType(kinds.map(({ schema }): AnySchema => schema), { $id: 'HubLogin', description: 'How people log in. `access` says who may.', default: { type: 'dummy' } })
export type Login = Static<typeof LoginSchema>

const byName = new Map<string, LoginKind>(kinds.map((kind) => [kind.schema.properties.type.const, kind as unknown as LoginKind]))

/** What a login is by its type. */
export function kindOf({ type }: Pick<Login, 'type'>): LoginKind {
  const kind = byName.get(type)
  if (!kind) throw new Error(`There is no login of the type ${type}`)
  return kind
}

export const loginTypes: readonly string[] = [...byName.keys()]
