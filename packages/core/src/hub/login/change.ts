import { canonicalJson, isObject, valueAt } from '../../json.ts'
import type { Confirmation } from '../findings.ts'
import type { HubSpec } from '../spec.ts'
import { strippedIn } from './google.ts'
import { kindOf, type Login } from './login.ts'

/** What decides how people are named, and so which home is whose: of the login, and of raw settings over it. */
export function namingOf({ login, values }: HubSpec): string {
  const config = valueAt(values, ['hub', 'config'])
  const raw = isObject(config) ? Object.entries(config).flatMap(([section, settings]) => (isObject(settings)
    ? Object.entries(settings).filter(([name]) => renaming.has(name)).map(([name, value]) => [section, name, value]) : [])) : []
  return [kindOf(login).naming(login), ...(raw.length > 0 ? [canonicalJson(raw)] : [])].join(' ')
}

const renaming = new Set(['authenticator_class', 'username_claim', 'username_key', 'username_map', 'strip_domain', 'hosted_domain', 'identity_provider', 'username_from_email', 'use_lookup_dn_username'])

/** What a change of the login does to people who have homes already. */
export function loginChange(before: HubSpec, after: HubSpec): { confirmations: Confirmation[]; warnings: string[] } {
  return {
    confirmations: namingOf(before) === namingOf(after) ? [] : [{ code: 'users-renamed', pointer: '/login', what: whoLoses(before, after) }],
    warnings: staysIn(before, after),
  }
}

/** Who loses which home, by names that are known where there are some. */
function whoLoses(before: HubSpec, after: HubSpec): string {
  const known = [...new Set([...before.access.users, ...before.access.admins])]
  const { how, keep } = reasonOf(before, after, known[0] ?? 'ada')
  const lists = known.length > 0 ? ` access.users and access.admins still have the old names (${known.slice(0, 3).join(', ')}${known.length > 3 ? ', …' : ''}): change them too, or these people are not let in.` : ''
  return `People get other names: ${how} Each starts with an empty home. The old homes are kept under the old names, and whoever gets one of these names gets its home.${lists}${keep}`
}

function reasonOf({ login: was }: HubSpec, { login: is }: HubSpec, who: string): { how: string; keep: string } {
  if (was.type === 'google' && is.type === 'google') return googleReason(was, is, who)
  const keep = ' Where both sides name people alike, nobody loses anything.'
  if (was.type !== is.type) return { how: `those of ${nameOf(was)} become those of ${nameOf(is)}, and ${who} may be somebody else there.`, keep }
  return { how: `what names them is another, so ${who} is ${who} no more.`, keep }
}

const nameOf = (login: Login): string => {
  const { provider } = kindOf(login)
  return provider ? provider.name(login) : `the login ${login.type}`
}

function googleReason(was: Extract<Login, { type: 'google' }>, is: Extract<Login, { type: 'google' }>, who: string): { how: string; keep: string } {
  const [before, after] = [strippedIn(was), strippedIn(is)]
  const local = who.split('@')[0]!
  const lengthened = before.filter((domain) => !after.includes(domain))
  const shortened = after.filter((domain) => !before.includes(domain))
  const parts = [
    ...lengthened.map((domain) => `${local} of ${domain} was ${local} and is ${local}@${domain}.`),
    ...shortened.map((domain) => `${local} of ${domain} is ${local} from now on, and has what ${local} had.`),
  ]
  const still = before.filter((domain) => is.hostedDomains.some((hosted) => hosted.toLowerCase() === domain))
  return { how: parts.join(' '), keep: lengthened.length > 0 && still.length > 0 ? ` To rename nobody, set login.strippedDomains to [${still.join(', ')}] instead.` : '' }
}

/** The hub has a list of its own, which names that are taken off ours stay on. */
function staysIn(before: HubSpec, after: HubSpec): string[] {
  const gone = (list: 'users' | 'admins') => before.access[list].filter((name) => !after.access[list].includes(name) && !(list === 'users' && after.access.admins.includes(name)))
  const [users, admins] = [gone('users'), gone('admins')]
  const knows = !after.access.allowAll && (after.access.allowExisting ?? after.access.users.length > 0)
  return [
    ...(knows && users.length > 0 ? [`${some(users)}: taken off access.users, and let in all the same once they have been here, since the hub lets in everybody it knows. Delete them in its admin panel, or set access.allowExisting to false.`] : []),
    ...(admins.length > 0 ? [`${some(admins)}: taken off access.admins, and still admins of the hub if they have been here. Take it from them in its admin panel.`] : []),
  ]
}

const some = (names: string[]): string => `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`
