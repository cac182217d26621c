import type { JsonObject } from '../../json.ts'
import type { Login } from './login.ts'

const s3cret = 's3cret-s3cret-s3cret-s3cret-s3cret'
const client = { clientId: 'id', clientSecret: s3cret }
const idp = { entityId: 'https://idp.example.org/idp', usernameClaim: 'eppn' }
const [a, u, t] = ['https://i.example.org/a', 'https://i.example.org/u', 'https://i.example.org/t']

/** For tests: each login with all of its fields, and what its authenticator has to get besides the OAuth application. */
export const examples: { login: Login; section: string; settings: JsonObject }[] = [
  { login: { type: 'dummy', password: s3cret }, section: 'DummyAuthenticator', settings: { password: s3cret } },
  {
    login: { type: 'sharedPassword', userPassword: s3cret, adminPassword: `${s3cret}-admin` }, section: 'SharedPasswordAuthenticator',
    settings: { user_password: s3cret, admin_password: `${s3cret}-admin` },
  },
  {
    login: { type: 'github', ...client, organizations: ['data-8', 'jupyterhub:team'], url: 'https://github.example.org' }, section: 'GitHubOAuthenticator',
    settings: { allowed_organizations: ['data-8', 'jupyterhub:team'], scope: ['read:org'], github_url: 'https://github.example.org' },
  },
  {
    login: { type: 'google', ...client, hostedDomains: ['x.example.org', 'y.example.org'], strippedDomains: ['x.example.org'] }, section: 'GoogleOAuthenticator',
    settings: { hosted_domain: ['x.example.org', 'y.example.org'], strip_domain: false },
  },
  {
    login: { type: 'gitlab', ...client, url: 'https://git.example.org', groups: ['a/b'], projects: [7] }, section: 'GitLabOAuthenticator',
    settings: { gitlab_url: 'https://git.example.org', allowed_gitlab_groups: ['a/b'], allowed_project_ids: [7] },
  },
  {
    login: { type: 'cilogon', ...client, identityProviders: [{ ...idp, stripDomain: 'example.org', allowAll: true }] }, section: 'CILogonOAuthenticator',
    settings: { allowed_idps: { [idp.entityId]: { username_derivation: { username_claim: 'eppn', action: 'strip_idp_domain', domain: 'example.org' }, allow_all: true } } },
  },
  { login: { type: 'azuread', ...client, tenantId: 't-1', usernameClaim: 'upn' }, section: 'AzureAdOAuthenticator', settings: { tenant_id: 't-1', username_claim: 'upn' } },
  { login: { type: 'globus', ...client, identityProvider: 'example.org', groups: ['g-1'] }, section: 'GlobusOAuthenticator', settings: { identity_provider: 'example.org', allowed_globus_groups: ['g-1'] } },
  { login: { type: 'auth0', ...client, domain: 'example.eu.auth0.com' }, section: 'Auth0OAuthenticator', settings: { auth0_domain: 'example.eu.auth0.com', scope: ['openid', 'email'] } },
  {
    login: { type: 'oidc', ...client, authorizeUrl: a, tokenUrl: t, userdataUrl: u, usernameClaim: 'sub', scope: ['openid', 'groups'], groupsClaim: 'groups', groups: ['course'], adminGroups: ['staff'], loginService: 'The university' },
    section: 'GenericOAuthenticator',
    settings: {
      authorize_url: a, token_url: t, userdata_url: u, username_claim: 'sub', scope: ['openid', 'groups'], login_service: 'The university',
      manage_groups: true, auth_state_groups_key: 'oauth_user.groups', allowed_groups: ['course'], admin_groups: ['staff'],
    },
  },
  {
    login: { type: 'openshift', ...client, url: 'https://api.example.org:6443', groups: ['course'] }, section: 'OpenShiftOAuthenticator',
    settings: { openshift_url: 'https://api.example.org:6443', allowed_groups: ['course'], manage_groups: true },
  },
  {
    login: { type: 'lti13', clientIds: ['id'], issuer: 'https://moodle.example.org', authorizeUrl: a, jwksUrl: u, usernameClaim: 'sub', toolName: 'Notebooks' }, section: 'LTI13Authenticator',
    settings: { client_id: ['id'], issuer: 'https://moodle.example.org', authorize_url: a, jwks_endpoint: u, username_key: 'sub', tool_name: 'Notebooks', uri_scheme: 'https' },
  },
  {
    login: {
      type: 'ldap', host: 'ldap.example.org', port: 3269, encryption: 'tls', searchBase: 'ou=people,dc=example,dc=org', userAttribute: 'uid', dnAttribute: 'cn', bindDnTemplates: ['cn={username},dc=example,dc=org'],
      searchUser: 'cn=reader,dc=example,dc=org', searchPassword: s3cret, searchFilter: '(&({userattr}={username})(student=1))', groups: ['cn=course,dc=example,dc=org'], nameFromDirectory: true,
    },
    section: 'LDAPAuthenticator',
    settings: {
      server_address: 'ldap.example.org', server_port: 3269, tls_strategy: 'on_connect', tls_kwargs: { validate: 2 }, bind_dn_template: ['cn={username},dc=example,dc=org'],
      user_search_base: 'ou=people,dc=example,dc=org', user_attribute: 'uid', lookup_dn: true, lookup_dn_user_dn_attribute: 'cn', lookup_dn_search_user: 'cn=reader,dc=example,dc=org',
      lookup_dn_search_password: s3cret, use_lookup_dn_username: true, search_filter: '(&({userattr}={username})(student=1))', allowed_groups: ['cn=course,dc=example,dc=org'],
    },
  },
  {
    login: { type: 'native', signup: true, openSignup: true, askEmail: true, minimumPasswordLength: 12, checkCommonPassword: false, failedLogins: 3, waitSeconds: 60 }, section: 'NativeAuthenticator',
    settings: { enable_signup: true, open_signup: true, ask_email_on_signup: true, minimum_password_length: 12, check_common_password: false, allowed_failed_logins: 3, seconds_before_next_try: 60 },
  },
  { login: { type: 'firstuse', createUsers: false, minimumPasswordLength: 12 }, section: 'FirstUseAuthenticator', settings: { create_users: false, min_password_length: 12 } },
  { login: { type: 'tmp', autoLogin: false }, section: 'TmpAuthenticator', settings: { auto_login: false } },
  { login: { type: 'hmac', secretKey: '5e'.repeat(64) }, section: 'HMACAuthenticator', settings: { secret_key: '5e'.repeat(64) } },
]
