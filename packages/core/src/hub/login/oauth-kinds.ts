import { Type } from 'typebox'
import { host, loginKind, oauth, oauthSchema, text, texts, url } from './kind.ts'

/*
 * Providers with an authenticator of their own (oauthenticator 17), a few lines each.
 */

const below = (address: string, path: string): string => `${address.replace(/\/+$/, '')}/${path}`
const some = (list: unknown[] | undefined): boolean => (list?.length ?? 0) > 0

export const github = loginKind({
  ...oauth('GitHub'),
  schema: oauthSchema('github', 'LoginGitHub', 'Login with GitHub.', {
    organizations: Type.Optional(Type.Array(Type.String({
      minLength: 1, maxLength: 255, pattern: '^[^\\s:/]+(:[^\\s:/]+)?$', description: 'As in the address of its page: lower case, no spaces',
    }), { maxItems: 100, description: 'Members may log in: an organization, or `organization:team`. An owner of each has to grant the OAuth application access to it, or all its members are refused.' })),
    url: Type.Optional(url('A GitHub Enterprise Server of your own. Default: https://github.com.')),
  }),
  authenticator: 'github', section: 'GitHubOAuthenticator',
  // who belongs to an organization is told only to those who may read organizations
  settings: ({ organizations, url: own }) => ({ ...(organizations?.length && { allowed_organizations: organizations, scope: ['read:org'] }), github_url: own }),
  naming: ({ url: own }) => `github:${own ?? 'https://github.com'}`,
  endpoints: ({ url: own }) => ({ authorizeUrl: below(own ?? 'https://github.com', 'login/oauth/authorize'), tokenUrl: below(own ?? 'https://github.com', 'login/oauth/access_token') }),
  admits: ({ organizations }) => some(organizations),
})

export const gitlab = loginKind({
  ...oauth('GitLab'),
  schema: oauthSchema('gitlab', 'LoginGitLab', 'Login with GitLab.', {
    url: Type.Optional(url('A GitLab of your own. Default: https://gitlab.com.')),
    groups: Type.Optional(Type.Array(text('Path of a group'), { maxItems: 100, description: 'Members of these groups may log in.' })),
    projects: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 100, description: 'Members of these projects, by id, may log in as developers or above.' })),
  }),
  authenticator: 'gitlab', section: 'GitLabOAuthenticator',
  settings: (login) => ({ gitlab_url: login.url, allowed_gitlab_groups: login.groups, allowed_project_ids: login.projects }),
  naming: (login) => `gitlab:${login.url ?? 'https://gitlab.com'}`,
  endpoints: (login) => ({ authorizeUrl: below(login.url ?? 'https://gitlab.com', 'oauth/authorize'), tokenUrl: below(login.url ?? 'https://gitlab.com', 'oauth/token') }),
  admits: ({ groups, projects }) => some(groups) || some(projects),
})

export const azuread = loginKind({
  ...oauth('Microsoft Entra ID'),
  schema: oauthSchema('azuread', 'LoginAzureAd', 'Login with Microsoft Entra ID (Azure AD).', {
    tenantId: Type.String({ minLength: 1, maxLength: 253, pattern: '^[-A-Za-z0-9.]+$', description: 'The id of the directory (tenant).' }),
    usernameClaim: Type.Optional(text('The claim that names the user, such as upn or oid. Default: that of the authenticator, the name that is shown, which two people can share.')),
  }),
  authenticator: 'azuread', section: 'AzureAdOAuthenticator',
  settings: ({ tenantId, usernameClaim }) => ({ tenant_id: tenantId, username_claim: usernameClaim }),
  endpoints: ({ tenantId }) => ({ authorizeUrl: below('https://login.microsoftonline.com', `${tenantId}/oauth2/authorize`), tokenUrl: below('https://login.microsoftonline.com', `${tenantId}/oauth2/token`) }),
  naming: ({ tenantId, usernameClaim = 'name' }) => `azuread:${tenantId}:${usernameClaim}`,
})

export const globus = loginKind({
  ...oauth('Globus'),
  schema: oauthSchema('globus', 'LoginGlobus', 'Login with Globus.', {
    identityProvider: Type.Optional(host('Only identities of this domain may log in, if `access` lets them.')),
    groups: Type.Optional(texts('Members of these groups, by id, may log in.')),
  }),
  authenticator: 'globus', section: 'GlobusOAuthenticator',
  settings: ({ identityProvider, groups }) => ({ identity_provider: identityProvider, allowed_globus_groups: groups }),
  endpoints: () => ({ authorizeUrl: 'https://auth.globus.org/v2/oauth2/authorize', tokenUrl: 'https://auth.globus.org/v2/oauth2/token' }),
  naming: ({ identityProvider }) => `globus:${identityProvider}`,
  admits: ({ groups }) => some(groups),
})

export const auth0 = loginKind({
  ...oauth('Auth0'),
  schema: oauthSchema('auth0', 'LoginAuth0', 'Login with Auth0.', { domain: host('The domain of your Auth0 tenant, such as example.eu.auth0.com.') }),
  authenticator: 'auth0', section: 'Auth0OAuthenticator',
  // the class asks for no scope by itself, and names people by the address that only `email` tells
  settings: ({ domain }) => ({ auth0_domain: domain, scope: ['openid', 'email'] }),
  endpoints: ({ domain }) => ({ authorizeUrl: `https://${domain}/authorize`, tokenUrl: `https://${domain}/oauth/token` }),
  naming: ({ domain }) => `auth0:${domain}`,
})

export const openshift = loginKind({
  ...oauth('OpenShift'),
  schema: oauthSchema('openshift', 'LoginOpenShift', 'Login with the users of an OpenShift cluster; the client is an OAuthClient or a service account of it.', {
    url: Type.Optional(url('The address of its API. Default: that of the cluster the hub runs in, https://openshift.default.svc.cluster.local.')),
    groups: Type.Optional(texts('Members of these groups of OpenShift may log in.')),
  }),
  authenticator: 'openshift', section: 'OpenShiftOAuthenticator',
  settings: (login) => ({ openshift_url: login.url, ...(login.groups && { allowed_groups: login.groups, manage_groups: true }) }),
  // by its default it is known inside of its cluster only
  endpoints: (login) => (login.url ? { discoveryUrl: below(login.url, '.well-known/oauth-authorization-server') } : null),
  naming: (login) => `openshift:${login.url}`,
  admits: ({ groups }) => some(groups),
})
