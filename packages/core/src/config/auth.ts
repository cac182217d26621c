import { isObject, leaves } from '../json.ts'
import type { Draft } from './draft.ts'

const until = '0.11.0'

/** `auth.type` to today's name of the authenticator; null where no image of the hub has it any more. */
const classes: Record<string, string | null> = {
  google: 'google', github: 'github', cilogon: 'cilogon', gitlab: 'gitlab', azuread: 'azuread', mediawiki: 'mediawiki', globus: 'globus', dummy: 'dummy', bitbucket: 'bitbucket',
  tmp: 'tmpauthenticator.TmpAuthenticator', lti: 'ltiauthenticator.lti11.auth.LTI11Authenticator', ldap: 'ldapauthenticator.LDAPAuthenticator', hmac: 'hmacauthenticator.HMACAuthenticator',
}

const client = (noun: string, section: string): [string, string][] =>
  [[`${noun}.clientId`, `${section}.client_id`], [`${noun}.clientSecret`, `${section}.client_secret`], [`${noun}.callbackUrl`, `${section}.oauth_callback_url`]]

/** Below `auth`, to what is below `hub.config`. */
const settings = new Map<string, string>([
  ['scopes', 'OAuthenticator.scope'], ['state.enabled', 'Authenticator.enable_auth_state'], ['admin.access', 'JupyterHub.admin_access'], ['admin.users', 'Authenticator.admin_users'],
  ['whitelist.users', 'Authenticator.allowed_users'], ['allowedUsers', 'Authenticator.allowed_users'], ['blacklist.users', 'Authenticator.blocked_users'],
  ...client('google', 'GoogleOAuthenticator'), ['google.hostedDomain', 'GoogleOAuthenticator.hosted_domain'], ['google.loginService', 'GoogleOAuthenticator.login_service'],
  ...client('github', 'GitHubOAuthenticator'), ['github.orgWhitelist', 'GitHubOAuthenticator.allowed_organizations'], ['github.org_whitelist', 'GitHubOAuthenticator.allowed_organizations'],
  ['github.allowedOrganizations', 'GitHubOAuthenticator.allowed_organizations'],
  ...client('cilogon', 'CILogonOAuthenticator'),
  ...client('gitlab', 'GitLabOAuthenticator'), ['gitlab.gitlabUrl', 'GitLabOAuthenticator.gitlab_url'],
  ['gitlab.gitlabGroupWhitelist', 'GitLabOAuthenticator.allowed_gitlab_groups'], ['gitlab.allowedGitlabGroups', 'GitLabOAuthenticator.allowed_gitlab_groups'],
  ['gitlab.gitlabProjectIdWhitelist', 'GitLabOAuthenticator.allowed_project_ids'], ['gitlab.allowedProjectIds', 'GitLabOAuthenticator.allowed_project_ids'],
  ...client('azuread', 'AzureAdOAuthenticator'), ['azuread.tenantId', 'AzureAdOAuthenticator.tenant_id'], ['azuread.usernameClaim', 'AzureAdOAuthenticator.username_claim'],
  ...client('mediawiki', 'MWOAuthenticator'), ['mediawiki.indexUrl', 'MWOAuthenticator.index_url'],
  ...client('globus', 'GlobusOAuthenticator'), ['globus.identityProvider', 'GlobusOAuthenticator.identity_provider'],
  ['hmac.secretKey', 'HMACAuthenticator.secret_key'], ['dummy.password', 'DummyAuthenticator.password'], ['lti.consumers', 'LTI11Authenticator.consumers'],
  ['ldap.server.address', 'LDAPAuthenticator.server_address'], ['ldap.server.port', 'LDAPAuthenticator.server_port'], ['ldap.server.ssl', 'LDAPAuthenticator.use_ssl'],
  ['ldap.allowedGroups', 'LDAPAuthenticator.allowed_groups'], ['ldap.dn.templates', 'LDAPAuthenticator.bind_dn_template'], ['ldap.dn.lookup', 'LDAPAuthenticator.lookup_dn'],
  ['ldap.dn.search.filter', 'LDAPAuthenticator.lookup_dn_search_filter'], ['ldap.dn.search.user', 'LDAPAuthenticator.lookup_dn_search_user'],
  ['ldap.dn.search.password', 'LDAPAuthenticator.lookup_dn_search_password'], ['ldap.dn.user.dnAttribute', 'LDAPAuthenticator.lookup_dn_user_dn_attribute'],
  ['ldap.dn.user.escape', 'LDAPAuthenticator.escape_userdn'], ['ldap.dn.user.validRegex', 'LDAPAuthenticator.valid_username_regex'],
  ['ldap.dn.user.searchBase', 'LDAPAuthenticator.user_search_base'], ['ldap.dn.user.attribute', 'LDAPAuthenticator.user_attribute'],
  ['ldap.dn.user.useLookupName', 'LDAPAuthenticator.use_lookup_dn_username'],
])

/** The login of charts before 0.11, `auth`, as `hub.config`; the settings of login types that were not chosen go. */
export function reworkAuth(draft: Draft): void {
  if (!draft.has('auth')) return
  draft.olderThan(until)
  if (!isObject(draft.get('auth'))) {
    draft.note('unknown', 'auth', null, 'It is no table, so nothing reads it.')
    return void draft.take('auth')
  }
  const type = draft.get('auth.type')
  if (type !== undefined && typeof type !== 'string') draft.note('unknown', 'auth.type', null, 'It is no name of a login.')
  if (typeof type === 'string') chooseClass(draft, type)
  const taken = type === 'custom' && typeof draft.get('auth.custom.className') === 'string'
  for (const { path, value } of [...leaves(draft.get('auth'))]) {
    const [noun] = path
    const from = ['auth', ...path].join('.')
    const to = settings.get(path.join('.'))
    if (value === null || noun === undefined || from === 'auth.type') continue
    if (noun === 'state' && path[1] === 'cryptoKey') draft.note('removed', from, null, 'Hubfleet makes this key by itself and keeps it encrypted; people log in once more.')
    else if (taken && noun === 'custom' && (path[1] === 'className' || path[1] === 'config')) continue
    else if (Object.hasOwn(classes, noun) && noun !== type) draft.note('removed', from, null, `It has no effect: auth.type is ${typeof type === 'string' ? type : 'not set'}.`)
    else if (to === undefined) draft.note('unknown', from, null, 'No chart read it.')
    else {
      const wrapped = ['hosted_domain', 'allowed_users', 'admin_users', 'blocked_users', 'allowed_organizations'].some((list) => to.endsWith(`.${list}`)) && typeof value === 'string' ? [value] : value
      draft.put(`hub.config.${to}`, wrapped, from)
      draft.note('moved', from, `hub.config.${to}`, `The login is in hub.config since chart ${until}.`)
    }
  }
  draft.take('auth')
}

function chooseClass(draft: Draft, type: string): void {
  const to = 'hub.config.JupyterHub.authenticator_class'
  if (type === 'custom') {
    const name = draft.get('auth.custom.className')
    if (typeof name !== 'string') return draft.note('removed', 'auth.type', null, 'It asks for auth.custom.className, which the file does not have.')
    draft.put(to, name, 'auth.custom.className')
    draft.note('moved', 'auth.custom.className', to, `The login is in hub.config since chart ${until}. The hub's image must have this class.`)
    const config = draft.get('auth.custom.config')
    if (isObject(config)) {
      const section = `hub.config.${name.split('.').at(-1)}`
      draft.put(section, config, 'auth.custom.config')
      draft.note('moved', 'auth.custom.config', section, `The login is in hub.config since chart ${until}.`)
    }
    return
  }
  const name = Object.hasOwn(classes, type) ? classes[type] : undefined
  if (name === undefined) return draft.note('unknown', 'auth.type', null, 'No chart knew this login. Choose one with login.type.')
  draft.put(to, name, 'auth.type')
  draft.note('moved', 'auth.type', to, `The login is in hub.config since chart ${until}.`)
}
