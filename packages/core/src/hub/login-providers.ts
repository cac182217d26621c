import { Type, type Static, type TProperties } from 'typebox'
import type { JsonObject } from '../json.ts'

/*
 * Providers that have an authenticator of their own in the hub's image (oauthenticator 17): the schema of each beside what it means in
 * `hub.config`. The client's id, secret and callback are the same for all; `login.ts` passes their schemas in.
 */

const closed = { additionalProperties: false }
const text = (description: string) => Type.String({ minLength: 1, maxLength: 255, description })
const host = (description: string) => Type.String({ maxLength: 253, pattern: '^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?$', description })

const gitlab = {
  url: Type.Optional(Type.String({ format: 'uri', pattern: '^https?://', maxLength: 2048, description: 'A GitLab of your own. Default: https://gitlab.com.' })),
  groups: Type.Optional(Type.Array(text('Path of a group'), { maxItems: 100, description: 'Members of these groups may log in.' })),
  projects: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 100, description: 'Members of these projects, by id, may log in as developers or above.' })),
}

const cilogon = {
  identityProviders: Type.Array(Type.Object({
    entityId: Type.String({ pattern: '^(https?://|urn:)', maxLength: 2048, description: 'The entity id that CILogon lists for the institution' }),
    usernameClaim: text('The claim that names the user, such as email, eppn or sub'),
    stripDomain: Type.Optional(host('`ada@example.org` is named `ada` when this is example.org')),
    allowAll: Type.Optional(Type.Boolean({ description: 'Everybody of this institution may use the hub. Default: false.' })),
  }, { $id: 'IdentityProvider', ...closed }), { minItems: 1, maxItems: 50, description: 'The institutions that people may come from.' }),
}

const azuread = {
  tenantId: Type.String({ minLength: 1, maxLength: 253, pattern: '^[-A-Za-z0-9.]+$', description: 'The id of the directory (tenant).' }),
  usernameClaim: Type.Optional(text('The claim that names the user. Default: that of the authenticator.')),
}

const globus = {
  identityProvider: Type.Optional(host('Only identities of this domain may log in, if `access` lets them.')),
}

const auth0 = { domain: host('The domain of your Auth0 tenant, such as example.eu.auth0.com.') }

/** The schemas of these logins, with the fields of the OAuth application in. */
export const providerSchemas = <Client extends TProperties>(client: Client) => [
  Type.Object({ type: Type.Literal('gitlab'), ...client, ...gitlab }, { $id: 'LoginGitLab', description: 'Login with GitLab.', ...closed }),
  Type.Object({ type: Type.Literal('cilogon'), ...client, ...cilogon }, { $id: 'LoginCILogon', description: 'Login with CILogon, by universities and laboratories.', ...closed }),
  Type.Object({ type: Type.Literal('azuread'), ...client, ...azuread }, { $id: 'LoginAzureAd', description: 'Login with Microsoft Entra ID (Azure AD).', ...closed }),
  Type.Object({ type: Type.Literal('globus'), ...client, ...globus }, { $id: 'LoginGlobus', description: 'Login with Globus.', ...closed }),
  Type.Object({ type: Type.Literal('auth0'), ...client, ...auth0 }, { $id: 'LoginAuth0', description: 'Login with Auth0.', ...closed }),
] as const

type Schemas = ReturnType<typeof providerSchemas<Record<never, never>>>
/** What is the provider's own of a login, without its OAuth application. */
export type ProviderLogin = Static<Schemas[number]>

export const isProviderLogin = <L extends { type: string }>(login: L): login is Extract<L, { type: ProviderLogin['type'] }> =>
  ['gitlab', 'cilogon', 'azuread', 'globus', 'auth0'].includes(login.type)

/** `hub.config` of these logins; `client` is the OAuth application in the words of the authenticator. */
export function providerConfig(login: ProviderLogin, client: JsonObject): JsonObject {
  const of = (section: string, own: JsonObject): JsonObject => ({ JupyterHub: { authenticator_class: login.type }, [section]: { ...client, ...own } })
  switch (login.type) {
    case 'gitlab': return of('GitLabOAuthenticator', { gitlab_url: login.url, allowed_gitlab_groups: login.groups, allowed_project_ids: login.projects })
    case 'cilogon': return of('CILogonOAuthenticator', { allowed_idps: Object.fromEntries(login.identityProviders.map((idp) => [idp.entityId, institution(idp)])) })
    case 'azuread': return of('AzureAdOAuthenticator', { tenant_id: login.tenantId, username_claim: login.usernameClaim })
    case 'globus': return of('GlobusOAuthenticator', { identity_provider: login.identityProvider })
    case 'auth0': return of('Auth0OAuthenticator', { auth0_domain: login.domain })
  }
}

type Institution = Extract<ProviderLogin, { type: 'cilogon' }>['identityProviders'][number]
const institution = ({ usernameClaim, stripDomain, allowAll }: Institution): JsonObject => ({
  username_derivation: { username_claim: usernameClaim, ...(stripDomain && { action: 'strip_idp_domain', domain: stripDomain }) },
  ...(allowAll && { allow_all: true }),
})

/** Whether the login by itself lets somebody in, beside those whom `access` names. */
export const letsIn = (login: ProviderLogin): boolean =>
  (login.type === 'gitlab' && ((login.groups?.length ?? 0) > 0 || (login.projects?.length ?? 0) > 0))
  || (login.type === 'cilogon' && login.identityProviders.some(({ allowAll }) => allowAll))

/** What decides how a person is named. Letting more institutions in renames nobody, other rules for one do. */
export function namingOf(login: ProviderLogin): string {
  switch (login.type) {
    case 'gitlab': return `gitlab:${login.url ?? 'https://gitlab.com'}`
    case 'cilogon': {
      const [first] = login.identityProviders
      return `cilogon:${first?.entityId}:${first?.usernameClaim}:${first?.stripDomain}`
    }
    case 'azuread': return `azuread:${login.tenantId}:${login.usernameClaim}`
    case 'globus': return `globus:${login.identityProvider}`
    case 'auth0': return `auth0:${login.domain}`
  }
}
