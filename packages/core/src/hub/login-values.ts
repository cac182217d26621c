import type { JsonObject } from '../json.ts'
import type { Login } from './login.ts'
import { isProviderLogin, providerConfig } from './login-providers.ts'
import type { HubSpec } from './spec.ts'

/** `hub.config` for the way people log in. The login has its secrets in. */
export function loginConfig(login: Login, access: HubSpec['access'], host: string | undefined): JsonObject {
  return {
    ...authenticator(login, callbackOf(login, host)),
    Authenticator: {
      allow_all: access.allowAll || undefined,
      allowed_users: access.users.length > 0 ? access.users : undefined,
      allow_existing_users: access.allowExisting,
      admin_users: access.admins.length > 0 ? access.admins : undefined,
    },
  }
}

function authenticator(login: Login, oauth_callback_url: string | undefined): JsonObject {
  if (isProviderLogin(login)) return providerConfig(login, { client_id: login.clientId, client_secret: login.clientSecret, oauth_callback_url })
  switch (login.type) {
    case 'dummy':
      return { JupyterHub: { authenticator_class: 'dummy' }, DummyAuthenticator: { password: login.password } }
    case 'github':
      return {
        JupyterHub: { authenticator_class: 'github' },
        GitHubOAuthenticator: {
          client_id: login.clientId, client_secret: login.clientSecret, oauth_callback_url,
          // who belongs to an organization is told only to those who may read organizations
          ...(login.organizations?.length && { allowed_organizations: login.organizations, scope: ['read:org'] }),
        },
      }
    case 'google':
      return {
        JupyterHub: { authenticator_class: 'google' },
        GoogleOAuthenticator: {
          client_id: login.clientId, client_secret: login.clientSecret, oauth_callback_url,
          hosted_domain: login.hostedDomains, strip_domain: login.stripDomain,
        },
      }
    case 'oidc':
      return {
        JupyterHub: { authenticator_class: 'generic-oauth' },
        GenericOAuthenticator: {
          client_id: login.clientId, client_secret: login.clientSecret, oauth_callback_url,
          authorize_url: login.authorizeUrl, token_url: login.tokenUrl, userdata_url: login.userdataUrl,
          username_claim: login.usernameClaim ?? 'preferred_username', scope: login.scope ?? ['openid'],
        },
      }
  }
}

function callbackOf(login: Login, host: string | undefined): string | undefined {
  const given = login.type === 'dummy' ? undefined : login.callbackUrl
  return given ?? (host && `https://${host}/hub/oauth_callback`)
}
