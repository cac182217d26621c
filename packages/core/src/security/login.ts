import { isObject, valueAt, type JsonObject } from '../json.ts'
import { decided, type PostureInput, type PostureItem } from './item.ts'
import { reachOf } from './reach.ts'

/*
 * How little a login asks of a stranger: judged here alone, by the values in force, for the security page, for plans, and for what a change
 * has to confirm.
 */

type Kind = 'dummy' | 'sharedPassword' | 'tmp' | 'native' | 'firstuse' | 'null'

const kinds: Record<string, Kind> = {
  dummy: 'dummy', 'jupyterhub.auth.DummyAuthenticator': 'dummy',
  'shared-password': 'sharedPassword', 'jupyterhub.authenticators.shared.SharedPasswordAuthenticator': 'sharedPassword',
  tmp: 'tmp', 'tmpauthenticator.TmpAuthenticator': 'tmp',
  native: 'native', 'nativeauthenticator.NativeAuthenticator': 'native',
  firstuse: 'firstuse', 'firstuseauthenticator.FirstUseAuthenticator': 'firstuse',
  null: 'null', 'jupyterhub.auth.NullAuthenticator': 'null',
}

const authenticatorOf = (input: PostureInput) => {
  const raw = decided(input, 'hub.config.JupyterHub.authenticator_class', '/login')
  return { name: String(raw.value ?? 'dummy'), field: raw.field }
}

/** Whether whoever gives somebody's name is taken for that person. */
export function believesNames(input: PostureInput): boolean {
  const kind = kinds[authenticatorOf(input).name]
  return kind === 'dummy' || (kind === 'sharedPassword' && !text(configOf(input), 'admin_password'))
}

/** The sections of hub.config that the login in use goes by. */
export function configOf({ values }: Pick<PostureInput, 'values'>): JsonObject[] {
  const config = valueAt(values, ['hub', 'config'])
  return isObject(config) ? Object.entries(config).filter(([name, section]) => name.endsWith('Authenticator') && isObject(section)).map(([, section]) => section as JsonObject) : []
}

export function loginItem(input: PostureInput): PostureItem {
  const item = { code: 'login', why: 'A server runs whatever its owner wants, on machines that you pay for.' }
  const { name, field } = authenticatorOf(input)
  const kind = kinds[name]
  const ok = (what: string): PostureItem => ({ ...item, state: 'ok', what, mend: null, field })
  if (kind === undefined) return ok(`People log in with ${name}.`)
  const open = opening(kind, input)
  if (open === null) return ok(kind === 'null' ? 'Nobody can log in.' : kind === 'native' ? 'People log in with native.' : 'Nobody may log in yet.')
  const inside = reachOf(input) === 'cluster'
  return {
    ...item, state: 'deviation', what: `${inside ? 'From inside the cluster, w' : 'W'}hoever reaches the hub ${open.what}.`, mend: open.mend ?? 'Use a real login: github, google, oidc and others.',
    field,
    // From inside the cluster it takes no confirmation as long as there is a password or a list of names.
    ...((!inside || (open.anybody && !open.proven)) && { confirm: 'open-login' as const }),
  }
}

/** What somebody gets whom nobody knows; null when that is nothing. `anybody`: with any name. `proven`: not without a password. */
interface Opening { what: string; anybody: boolean; proven: boolean; mend?: string }

function opening(kind: Kind, input: PostureInput): Opening | null {
  const sections = configOf(input)
  const named = (...keys: string[]) => sections.some((section) => keys.some((key) => Array.isArray(section[key]) && section[key].length > 0))
  // JupyterHub 5, which the chart has since its version 4, lets in nobody unless it is told whom; an older one everybody unless it is.
  const older = Number.parseInt(input.spec.chart.version) < 4 && !named('allowed_users')
  const anybody = older || sections.some((section) => section.allow_all === true)
  const somebody = anybody || named('allowed_users', 'admin_users')
  const who = anybody ? 'any name' : 'any name of those that may use it'
  switch (kind) {
    case 'dummy': {
      const proven = text(sections, 'password')
      return somebody ? { what: `gets a server with ${who}, ${proven ? 'by the one password that all share' : 'without a password'}`, anybody, proven } : null
    }
    case 'sharedPassword': return somebody && text(sections, 'user_password') ? { what: `gets a server with ${who}, by the one password that all share`, anybody, proven: true } : null
    case 'tmp': return anybody ? { what: 'gets a server with no name at all, without a password', anybody, proven: false } : null
    case 'native': {
      const signup = !sections.some((section) => section.enable_signup === false)
      return somebody && signup && sections.some((section) => section.open_signup === true)
        ? { what: `can make an account with ${who} that is not taken, and use it at once`, anybody, proven: true, mend: 'Take openSignup away: an admin then lets each person in.' } : null
    }
    case 'firstuse': {
      // Its class lets everybody in where nobody is named, unless it is told not to.
      const open = anybody || (!named('allowed_users') && !sections.some((section) => section.allow_all === false))
      return open || somebody ? { what: `gets a server with ${open ? 'any name' : who}, by a password of their own choice as long as nobody came by that name`, anybody: open, proven: true } : null
    }
    case 'null': return null
  }
}

const text = (sections: JsonObject[], key: string): boolean => sections.some((section) => typeof section[key] === 'string' && section[key] !== '')
