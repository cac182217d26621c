import { isObject, valueAt } from '../../json.ts'
import type { ProblemField } from '../../problems/problem.ts'
import { readChain } from '../exposure/certificate.ts'
import type { Warning } from '../findings.ts'
import type { HubSpec } from '../spec.ts'
import { kindOf, type Login } from './login.ts'

const fault = (field: string, code: string, detail: string): ProblemField => ({ pointer: `/login/${field}`, code, detail })

/**
 * What would keep a login from working, or the hub from starting.
 * @param fields the spec's secrets by pointer
 */
export function checkLogin({ login }: HubSpec, fields: Record<string, string>): ProblemField[] {
  const missing = Object.entries(kindOf(login).secrets ?? {}).filter(([name]) => !fields[`/login/${name}`])
  return [...missing.map(([name, detail]) => fault(name, 'required', detail)), ...checkOwn(login, fields)]
}

function checkOwn(login: Login, fields: Record<string, string>): ProblemField[] {
  switch (login.type) {
    case 'google': return checkGoogle(login)
    case 'ldap': return checkLdap(login, fields)
    case 'oidc':
      return login.groupsClaim === undefined && (login.groups || login.adminGroups) ? [fault('groupsClaim', 'required', 'Name the claim that lists the groups of a person.')] : []
    case 'sharedPassword': {
      const [user, admin] = ['/login/userPassword', '/login/adminPassword'].map((pointer) => fields[pointer])
      if (!user && !admin) return [fault('userPassword', 'required', 'Give the password of all, that of admins, or both.')]
      return user === admin ? [fault('adminPassword', 'same-password', 'It must be another one than that of all.')] : []
    }
    default: return []
  }
}

function checkGoogle({ hostedDomains, stripDomain, strippedDomains = [] }: Extract<Login, { type: 'google' }>): ProblemField[] {
  const unknown = strippedDomains.flatMap((domain, index) => (hostedDomains.some((hosted) => hosted.toLowerCase() === domain.toLowerCase()) ? []
    : [fault(`strippedDomains/${index}`, 'unknown', `It is none of the hosted domains: ${hostedDomains.join(', ')}.`)]))
  if (!stripDomain || hostedDomains.length < 2 || strippedDomains.length > 0) return unknown
  return [fault('stripDomain', 'ambiguous-names', `With several domains, two people of one name would share an account and a home. To rename nobody, set strippedDomains to [${hostedDomains[0]}], whose people are then `
    + 'named as before, and those of the other domains by their whole address. Or set stripDomain to false: then all are named by their whole address, and start with empty homes.')]
}

function checkLdap(login: Extract<Login, { type: 'ldap' }>, fields: Record<string, string>): ProblemField[] {
  const { bindDnTemplates, searchBase, userAttribute, searchUser, searchFilter, dnAttribute, certificateAuthority, encryption } = login
  const looksUp = !bindDnTemplates || dnAttribute !== undefined || searchFilter !== undefined
  const why = bindDnTemplates ? 'To look people up' : 'Without bindDnTemplates'
  return [
    ...(looksUp && !searchBase ? [fault('searchBase', 'required', `${why}, say below what people are.`)] : []),
    ...(looksUp && !userAttribute ? [fault('userAttribute', 'required', `${why}, say which attribute has the name that people type.`)] : []),
    ...(searchUser !== undefined && !fields['/login/searchPassword'] ? [fault('searchPassword', 'required', 'The account that looks people up needs its password.')] : []),
    ...(searchUser === undefined && fields['/login/searchPassword'] ? [fault('searchUser', 'required', 'Name the account whose password this is.')] : []),
    ...(certificateAuthority !== undefined && !readChain(certificateAuthority) ? [fault('certificateAuthority', 'pem', 'This is no certificate in PEM: it begins with -----BEGIN CERTIFICATE-----.')] : []),
    ...(certificateAuthority !== undefined && encryption === 'none' ? [fault('certificateAuthority', 'unfit', 'Without encryption no certificate is shown.')] : []),
  ]
}

export function warnLogin(spec: HubSpec, fields: Record<string, string>): Warning[] {
  const { login, access, storage } = spec
  const warnings: Warning[] = []
  const fix = maySomebody(spec, fields)
  if (fix !== null) warnings.push({ code: 'nobody-may-log-in', pointer: '/access', what: `Nobody may log in yet: ${fix}` })
  if (login.type === 'tmp' && access.allowAll && storage.type === 'dynamic') {
    warnings.push({ code: 'home-per-visit', pointer: '/login', what: 'Each visit makes a new user and a disk of its own that nobody comes back to, and that costs. Set storage.type to none.' })
  }
  if (login.type === 'azuread' && login.usernameClaim === undefined) {
    warnings.push({ code: 'shared-names', pointer: '/login/usernameClaim', what: 'People are named as they are shown, and two of one name would share an account and a home. Set login.usernameClaim to upn, or to oid, before anybody comes.' })
  }
  if (login.type === 'ldap' && (login.encryption === 'none' || login.verifyCertificate === false)) {
    warnings.push({ code: 'readable-passwords', pointer: '/login', what: login.encryption === 'none' ? 'Passwords of people go to the directory in the clear.' : 'Whoever gets between the hub and the directory can read passwords: its certificate is not verified.' })
  }
  return warnings
}

/** Null when somebody may log in; else what to do so that somebody can. What raw values and code of one's own let in is not known. */
function maySomebody(spec: HubSpec, fields: Record<string, string>): string | null {
  const { login, access, values } = spec
  if (setsAccess(valueAt(values, ['hub', 'config'])) || valueAt(values, ['hub', 'extraConfig']) !== undefined) return null
  if (login.type === 'tmp') return access.allowAll ? null : 'names are new at each visit, so no list can have them. Set access.allowAll to true.'
  if (login.type === 'sharedPassword') {
    const users = access.allowAll || access.users.length > 0 || access.allowExisting
    if ((users && fields['/login/userPassword']) || (access.admins.length > 0 && fields['/login/adminPassword'])) return null
    if (users || access.admins.length > 0) return `${users ? 'there is no password for those whom access lets in. Set login.userPassword.' : 'there is no password for admins. Set login.adminPassword.'}`
  }
  const kind = kindOf(login)
  if (access.allowAll || access.allowExisting || access.users.length > 0 || access.admins.length > 0 || kind.admits?.(login)) return null
  return `name people in access.users or access.admins, ${byProvider[login.type] ?? ''}or set access.allowAll to true for everybody who can log in.`
}

const byProvider: Record<string, string> = {
  github: 'name login.organizations, ', gitlab: 'name login.groups, ', globus: 'name login.groups, ', openshift: 'name login.groups, ', ldap: 'name login.groups, ',
  oidc: 'name login.groups, ', cilogon: 'set allowAll of an institution, ', google: '(hostedDomains lets nobody in by itself) ',
}

/** Whether raw settings choose another login, or say by themselves who may. */
function setsAccess(config: unknown): boolean {
  if (!isObject(config)) return false
  return Object.values(config).some((section) => isObject(section) && Object.entries(section).some(([name, value]) =>
    name === 'authenticator_class' || (/^(allow|admin_)/.test(name) && name !== 'admin_access' && value !== false && value !== null && !(Array.isArray(value) && value.length === 0))))
}
