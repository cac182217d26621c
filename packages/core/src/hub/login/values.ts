import type { JsonObject } from '../../json.ts'
import type { HubSpec } from '../spec.ts'
import { callbackOf } from './addresses.ts'
import { googleCode } from './google.ts'
import { kindOf } from './login.ts'

/** `hub.config` for the way people log in, and for who may. The login has its secrets in. */
export function loginConfig(spec: HubSpec): JsonObject {
  const { login, access } = spec
  const { authenticator, section, settings, oauth } = kindOf(login)
  const { clientId, clientSecret } = login as { clientId?: string; clientSecret?: string }
  return {
    JupyterHub: { authenticator_class: authenticator },
    [section]: { ...(oauth && { client_id: clientId, client_secret: clientSecret, oauth_callback_url: callbackOf(spec) ?? undefined }), ...settings(login) },
    Authenticator: whoMay(access, login.type),
  }
}

/**
 * Who may use the hub. JupyterHub lets its admins in only where it has a list of users too: without one they are that list, by which
 * nobody else whom the hub knows is let in. The authenticator `firstuse` lets everybody in where nobody is named: it is told not to.
 */
function whoMay({ allowAll, allowExisting, users, admins }: HubSpec['access'], login: HubSpec['login']['type']): JsonObject {
  const onlyAdmins = !allowAll && users.length === 0 && admins.length > 0
  return {
    allow_all: allowAll || (login === 'firstuse' && users.length === 0 && admins.length === 0 ? false : undefined),
    allow_existing_users: allowExisting ?? (onlyAdmins ? false : undefined),
    allowed_users: users.length > 0 ? users : onlyAdmins ? admins : undefined,
    admin_users: admins.length > 0 ? admins : undefined,
  }
}

/** What the authenticator has no setting for, as code of ours with its data. */
export function loginRules({ login }: HubSpec): JsonObject {
  if (login.type !== 'google' || !login.strippedDomains?.length) return {}
  return { hub: { extraConfig: { 'hubfleet-login': googleCode } }, custom: { hubfleet: { strippedDomains: login.strippedDomains.map((domain) => domain.toLowerCase()) } } }
}
