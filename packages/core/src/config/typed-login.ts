import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import { ldapStrategies } from '../hub/login/ldap.ts'
import type { Draft } from './draft.ts'
import type { Claim } from './typed-fields.ts'

type Fields = Record<string, string | ((value: unknown) => Record<string, unknown> | null)>
interface Kind {
  type: string
  section: string
  /** Settings of the class, to fields of the login; a function gives several fields, or null where it can not be typed. Any other setting keeps the login raw. */
  fields: Fields
  /** Fields without which the login cannot be typed. */
  needed: string[]
  lists?: string[]
  /** Whether settings together mean what the fields do. */
  fits?(settings: JsonObject): boolean
  /** Fields that the class has otherwise where nothing is said. */
  defaults?: Record<string, unknown>
}

const oauth = { client_id: 'clientId', client_secret: 'clientSecret', oauth_callback_url: 'callbackUrl' }
/** A setting that is what the typed login sets anyway. */
const always = (expected: unknown) => (value: unknown) => (JSON.stringify(value) === JSON.stringify(expected) ? {} : null)

const kinds: Kind[] = [
  { type: 'dummy', section: 'DummyAuthenticator', fields: { password: 'password' }, needed: [] },
  { type: 'sharedPassword', section: 'SharedPasswordAuthenticator', fields: { user_password: 'userPassword', admin_password: 'adminPassword' }, needed: [] },
  { type: 'github', section: 'GitHubOAuthenticator', fields: { ...oauth, allowed_organizations: 'organizations', github_url: 'url', scope: always(['read:org']) }, needed: ['clientId'], lists: ['organizations'] },
  {
    type: 'google', section: 'GoogleOAuthenticator', needed: ['clientId', 'hostedDomains'], lists: ['hostedDomains'],
    fields: { ...oauth, hosted_domain: 'hostedDomains', strip_domain: 'stripDomain' },
  },
  { type: 'gitlab', section: 'GitLabOAuthenticator', fields: { ...oauth, gitlab_url: 'url', allowed_gitlab_groups: 'groups', allowed_project_ids: 'projects' }, needed: ['clientId'], lists: ['groups', 'projects'] },
  { type: 'azuread', section: 'AzureAdOAuthenticator', fields: { ...oauth, tenant_id: 'tenantId', username_claim: 'usernameClaim' }, needed: ['clientId', 'tenantId'] },
  { type: 'globus', section: 'GlobusOAuthenticator', fields: { ...oauth, identity_provider: 'identityProvider', allowed_globus_groups: 'groups' }, needed: ['clientId'], lists: ['groups'] },
  { type: 'auth0', section: 'Auth0OAuthenticator', fields: { ...oauth, auth0_domain: 'domain', scope: always(['openid', 'email']) }, needed: ['clientId', 'domain'] },
  { type: 'openshift', section: 'OpenShiftOAuthenticator', fields: { ...oauth, openshift_url: 'url' }, needed: ['clientId'] },
  { type: 'cilogon', section: 'CILogonOAuthenticator', fields: { ...oauth, allowed_idps: institutions }, needed: ['clientId', 'identityProviders'] },
  {
    type: 'oidc', section: 'GenericOAuthenticator', needed: ['clientId', 'authorizeUrl', 'tokenUrl', 'userdataUrl'], lists: ['scope'],
    fields: { ...oauth, authorize_url: 'authorizeUrl', token_url: 'tokenUrl', userdata_url: 'userdataUrl', username_claim: 'usernameClaim', scope: 'scope', login_service: 'loginService' },
    defaults: { scope: [], usernameClaim: 'username' },
  },
  {
    type: 'lti13', section: 'LTI13Authenticator', needed: ['clientIds', 'issuer', 'authorizeUrl', 'jwksUrl'], lists: ['clientIds'],
    fields: { client_id: 'clientIds', issuer: 'issuer', authorize_url: 'authorizeUrl', jwks_endpoint: 'jwksUrl', username_key: 'usernameClaim', tool_name: 'toolName', uri_scheme: always('https') },
  },
  {
    type: 'ldap', section: 'LDAPAuthenticator', needed: ['host'], lists: ['bindDnTemplates', 'groups'], defaults: { verifyCertificate: false },
    fits: ({ lookup_dn, bind_dn_template, lookup_dn_user_dn_attribute }) => (lookup_dn === true) === (!bind_dn_template || Boolean(lookup_dn_user_dn_attribute)),
    fields: {
      server_address: 'host', server_port: 'port', use_ssl: (value) => (value === true ? { encryption: 'tls' } : {}), bind_dn_template: 'bindDnTemplates', user_search_base: 'searchBase', user_attribute: 'userAttribute',
      tls_strategy: (value) => (ldapStrategies[String(value)] ? { encryption: ldapStrategies[String(value)] } : null), lookup_dn_user_dn_attribute: 'dnAttribute', lookup_dn_search_user: 'searchUser',
      lookup_dn_search_password: 'searchPassword', search_filter: 'searchFilter', allowed_groups: 'groups', use_lookup_dn_username: 'nameFromDirectory', escape_userdn: () => ({}),
      // whether people are looked up follows from the other fields
      lookup_dn: (value) => (typeof value === 'boolean' ? {} : null), lookup_dn_search_filter: always('({login_attr}={login})'), valid_username_regex: always('^[a-z][.a-z0-9_-]*$'),
    },
  },
  {
    type: 'native', section: 'NativeAuthenticator', needed: [], defaults: { minimumPasswordLength: 1, checkCommonPassword: false, failedLogins: 0 },
    fields: {
      enable_signup: 'signup', open_signup: 'openSignup', ask_email_on_signup: 'askEmail', minimum_password_length: 'minimumPasswordLength', check_common_password: 'checkCommonPassword',
      allowed_failed_logins: 'failedLogins', seconds_before_next_try: 'waitSeconds',
    },
  },
  { type: 'firstuse', section: 'FirstUseAuthenticator', fields: { create_users: 'createUsers', min_password_length: 'minimumPasswordLength' }, needed: [] },
  { type: 'tmp', section: 'TmpAuthenticator', fields: { auto_login: 'autoLogin' }, needed: [] },
  { type: 'hmac', section: 'HMACAuthenticator', fields: { secret_key: 'secretKey' }, needed: ['secretKey'] },
]

/** Short names of classes; whole ones end with the section's name. */
const shortNames: Record<string, string> = {
  dummy: 'dummy', 'shared-password': 'sharedPassword', github: 'github', google: 'google', gitlab: 'gitlab', azuread: 'azuread', globus: 'globus', auth0: 'auth0', openshift: 'openshift', cilogon: 'cilogon',
  'generic-oauth': 'oidc', ldap: 'ldap', ldapauthenticator: 'ldap', native: 'native', firstuse: 'firstuse', firstuseauthenticator: 'firstuse', tmp: 'tmp',
}

/** Settings that only decorate, and that a typed login does without. */
const decorations = ['login_service']
/** Settings of every class, to fields that are not the login's. */
const access: Record<string, string> = { allow_all: 'allowAll', allow_existing_users: 'allowExisting', allowed_users: 'users', admin_users: 'admins' }

/** A login of a kind that the spec has, when each of its settings is one of its fields. */
export function claimLogin(draft: Draft, claim: Claim): void {
  const path = 'hub.config.JupyterHub.authenticator_class'
  const name = draft.get(path)
  const kind = typeof name === 'string' ? kinds.find(({ type, section }) => shortNames[name] === type || name.split('.').at(-1) === section) : undefined
  if (!kind) return
  const at = `hub.config.${kind.section}`
  const settings = (isObject(draft.get(at)) ? draft.get(at) : {}) as JsonObject
  for (const decoration of decorations) {
    if (settings[decoration] === undefined || kind.fields[decoration]) continue
    draft.note('removed', `${at}.${decoration}`, null, 'The word on the login button is the provider\'s name.')
    draft.take(`${at}.${decoration}`)
  }
  const typed = typedSettings(kind, settings, (setting) => !draft.has(`hub.config.Authenticator.${setting}`))
  if (!typed || kind.fits?.(settings) === false || !claimGeneral(draft, kind) || kind.needed.some((needed) => !typed.some(({ to }) => to === `login.${needed}`))) return
  claim(path, 'login.type', kind.type)
  for (const { setting, to, value } of typed) claim(`${at}.${setting}`, to, value)
  for (const [field, value] of Object.entries(kind.defaults ?? {})) if (!typed.some(({ to }) => to === `login.${field}`)) claim(at, `login.${field}`, value)
  if (draft.has(at)) draft.take(at)
}

interface Typed { setting: string; to: string; value: unknown }

/** Null where a setting has no field. */
function typedSettings(kind: Kind, settings: JsonObject, isFree: (setting: string) => boolean): Typed[] | null {
  const typed: Typed[] = []
  for (const [setting, value] of Object.entries(settings)) {
    if (value === null) continue
    const field = Object.hasOwn(kind.fields, setting) ? kind.fields[setting] : undefined
    const general = Object.hasOwn(access, setting) ? access[setting] : undefined
    if (typeof field === 'string') typed.push({ setting, to: `login.${field}`, value: kind.lists?.includes(field) ? [value].flat() : value })
    else if (field) {
      const several = field(value)
      if (!several) return null
      typed.push(...Object.entries(several).map(([name, own]) => ({ setting, to: `login.${name}`, value: own })))
    } else if (general && isFree(setting)) typed.push({ setting, to: `access.${general}`, value })
    else return null
  }
  return typed
}

/** Settings of all OAuth classes at once: those that the login sets by itself go; with any other it stays raw. */
function claimGeneral(draft: Draft, kind: Kind): boolean {
  const general = draft.get('hub.config.OAuthenticator')
  if (general === undefined) return true
  const { scope, ...more } = isObject(general) ? general : { scope: null, other: general }
  const own = kind.fields['scope']
  if (Object.keys(more).length > 0 || typeof own !== 'function' || !own(scope)) return false
  draft.take('hub.config.OAuthenticator')
  return true
}

function institutions(value: unknown): Record<string, unknown> | null {
  if (!isObject(value)) return null
  const list = Object.entries(value).map(([entityId, institution]) => {
    const { username_derivation: derivation, allow_all: allowAll, ...more } = (isObject(institution) ? institution : { none: true }) as JsonObject
    const { username_claim: usernameClaim, action, domain, ...others } = (isObject(derivation) ? derivation : { none: true }) as JsonObject
    const strips = action === 'strip_idp_domain' && typeof domain === 'string'
    if (Object.keys(more).length > 0 || Object.keys(others).length > 0 || typeof usernameClaim !== 'string' || !/^(https?:\/\/|urn:)/.test(entityId) || (action !== undefined && !strips)) return null
    return { entityId, usernameClaim, ...(strips && { stripDomain: domain }), ...(allowAll === true && { allowAll }) }
  })
  return list.includes(null) ? null : { identityProviders: list }
}
