import { Type, type Static } from 'typebox'
import type { JsonObject } from '../../json.ts'
import { flag, host, loginKind, oauth, oauthSchema, text } from './kind.ts'

const IdentityProvider = Type.Object({
  entityId: Type.String({ pattern: '^(https?://|urn:)', maxLength: 2048, description: 'The entity id that CILogon lists for the institution' }),
  usernameClaim: text('The claim that names the user, such as email, eppn or sub'),
  stripDomain: Type.Optional(host('`ada@example.org` is named `ada` when this is example.org')),
  allowAll: Type.Optional(flag('Everybody of this institution may use the hub. Default: false.')),
}, { $id: 'IdentityProvider', additionalProperties: false })
type IdentityProvider = Static<typeof IdentityProvider>

export const cilogon = loginKind({
  ...oauth('CILogon'),
  schema: oauthSchema('cilogon', 'LoginCILogon', 'Login with CILogon, by universities and laboratories.', {
    identityProviders: Type.Array(IdentityProvider, { minItems: 1, maxItems: 50, description: 'The institutions that people may come from.' }),
  }),
  authenticator: 'cilogon', section: 'CILogonOAuthenticator',
  settings: ({ identityProviders }) => ({ allowed_idps: Object.fromEntries(identityProviders.map((idp) => [idp.entityId, institution(idp)])) }),
  endpoints: () => ({ authorizeUrl: 'https://cilogon.org/authorize', tokenUrl: 'https://cilogon.org/oauth2/token' }),
  // letting more institutions in renames nobody, other rules for the first do
  naming: ({ identityProviders: [first] }) => `cilogon:${first?.entityId}:${first?.usernameClaim}:${first?.stripDomain}`,
  admits: ({ identityProviders }) => identityProviders.some(({ allowAll }) => allowAll),
})

const institution = ({ usernameClaim, stripDomain, allowAll }: IdentityProvider): JsonObject => ({
  username_derivation: { username_claim: usernameClaim, ...(stripDomain && { action: 'strip_idp_domain', domain: stripDomain }) },
  ...(allowAll && { allow_all: true }),
})
