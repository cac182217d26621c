import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import type { Draft } from './draft.ts'
import type { Claim } from './typed-fields.ts'

interface Kind { type: string; section: string; /** Settings of the class, to fields of the login. Any other setting keeps the login raw. */ fields: Record<string, string>; /** Fields without which the login cannot be typed. */ needed: string[]; lists?: string[] }

const oauth = { client_id: 'clientId', client_secret: 'clientSecret', oauth_callback_url: 'callbackUrl' }

const kinds: Record<string, Kind> = {
  dummy: { type: 'dummy', section: 'DummyAuthenticator', fields: { password: 'password' }, needed: [] },
  github: { type: 'github', section: 'GitHubOAuthenticator', fields: { ...oauth, allowed_organizations: 'organizations' }, needed: ['clientId'], lists: ['organizations'] },
  google: { type: 'google', section: 'GoogleOAuthenticator', fields: { ...oauth, hosted_domain: 'hostedDomains', strip_domain: 'stripDomain' }, needed: ['clientId', 'hostedDomains'], lists: ['hostedDomains'] },
  'generic-oauth': {
    type: 'oidc', section: 'GenericOAuthenticator', needed: ['clientId', 'authorizeUrl', 'tokenUrl', 'userdataUrl'], lists: ['scope'],
    fields: { ...oauth, authorize_url: 'authorizeUrl', token_url: 'tokenUrl', userdata_url: 'userdataUrl', username_claim: 'usernameClaim', scope: 'scope' },
  },
}

/** Settings that only decorate, and that a typed login does without. */
const decorations = ['login_service']

/** A login of a kind that the spec has, when each of its settings is one of its fields. */
export function claimLogin(draft: Draft, claim: Claim): void {
  const path = 'hub.config.JupyterHub.authenticator_class'
  const name = draft.get(path)
  const kind = typeof name === 'string' && Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (!kind) return
  const at = `hub.config.${kind.section}`
  const settings = (isObject(draft.get(at)) ? draft.get(at) : {}) as JsonObject
  for (const decoration of decorations) {
    if (settings[decoration] === undefined) continue
    draft.note('removed', `${at}.${decoration}`, null, 'The word on the login button is the provider\'s name.')
    draft.take(`${at}.${decoration}`)
  }
  const general = draft.get('hub.config.OAuthenticator')
  const given = Object.entries(settings).filter(([, value]) => value !== null)
  const fields = given.map(([setting, value]) => ({ setting, field: kind.fields[setting], value }))
  if (general !== undefined || fields.some(({ field }) => field === undefined) || kind.needed.some((needed) => !fields.some(({ field }) => field === needed))) return
  claim(path, 'login.type', kind.type)
  for (const { setting, field, value } of fields) claim(`${at}.${setting}`, `login.${field}`, kind.lists?.includes(field!) ? [value].flat() : value)
  if (draft.has(at)) draft.take(at)
}
