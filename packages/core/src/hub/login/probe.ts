import { valueAt } from '../../json.ts'
import type { HubSpec } from '../spec.ts'
import { callbackOf } from './addresses.ts'
import type { OAuthEndpoints } from './kind.ts'
import { kindOf, type Login } from './login.ts'

/** What can be asked of who keeps the logins, before people find out. It has secrets in it. */
export type LoginProbe =
  | { kind: 'oauth'; provider: string; endpoints: OAuthEndpoints; clientId: string; clientSecret: string; callbackUrl: string | null; scope: string[]; /** Who does not know a client says 404. */ unknownIs404: boolean }
  | { kind: 'keys'; provider: string; keysUrl: string }
  | LdapProbe
export interface LdapProbe {
  kind: 'ldap'
  host: string
  port: number
  encryption: 'startTls' | 'tls' | 'none'
  verify: boolean
  certificateAuthority: string | null
  /** Who looks people up; null: nobody, or nobody in particular. */
  account: { user: string; password: string } | null
  /** People are looked up by nobody in particular. */
  anonymous: boolean
}

/** What came of asking. `fault` is what is surely wrong, its code CamelCase; null when nothing is known to be. */
export interface LoginFinding { fault: { code: string; what: string } | null; seen: string }

/** Null where nobody outside has to know the hub, or raw values have the say. The spec has its secrets in. */
export function loginProbe(spec: HubSpec): LoginProbe | null {
  const { login } = spec
  const { section, provider, endpoints, settings } = kindOf(login)
  const raw = ['authenticator_class', section].some((name) => valueAt(spec.values, ['hub', 'config', ...(name === section ? [section] : ['JupyterHub', name])]) !== undefined)
  if (raw) return null
  if (login.type === 'ldap') return ldapProbe(login)
  if (login.type === 'lti13') return { kind: 'keys', provider: provider!.name(login), keysUrl: login.jwksUrl }
  const { clientId, clientSecret } = login as { clientId?: string; clientSecret?: string }
  const at = endpoints?.(login)
  if (!at || !clientId || !clientSecret) return null
  return {
    kind: 'oauth', provider: provider!.name(login), endpoints: at, clientId, clientSecret, callbackUrl: callbackOf(spec),
    scope: (settings(login).scope as string[] | undefined) ?? [], unknownIs404: login.type === 'github',
  }
}

function ldapProbe({ host, port, encryption = 'startTls', verifyCertificate = true, certificateAuthority, searchUser, searchPassword, bindDnTemplates, dnAttribute }: Extract<Login, { type: 'ldap' }>): LoginProbe {
  return {
    kind: 'ldap', host, port: port ?? (encryption === 'tls' ? 636 : 389), encryption, verify: verifyCertificate, certificateAuthority: certificateAuthority ?? null,
    account: searchUser !== undefined && searchPassword !== undefined ? { user: searchUser, password: searchPassword } : null,
    anonymous: searchUser === undefined && (!bindDnTemplates || dnAttribute !== undefined),
  }
}
