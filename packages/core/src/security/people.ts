import { isObject, valueAt, type JsonObject } from '../json.ts'
import { terminationOf } from '../hub/exposure/route.ts'
import { decided, type PostureInput, type PostureItem } from './item.ts'

export const peopleItems = (input: PostureInput): PostureItem[] => [encryption(input), login(input), admins(input)]

/** From where a hub can be reached, as its values have it. */
type Reach = 'route' | 'ingress' | 'gateway' | 'loadBalancer' | 'nodePort' | 'cluster'

function reachOf(input: PostureInput): Reach {
  const { spec, values } = input
  if (spec.exposure.type === 'route') return 'route'
  if (valueAt(values, ['ingress', 'enabled']) === true) return 'ingress'
  if (valueAt(values, ['httpRoute', 'enabled']) === true) return 'gateway'
  const type = valueAt(values, ['proxy', 'service', 'type']) ?? 'LoadBalancer'
  return type === 'LoadBalancer' ? 'loadBalancer' : type === 'NodePort' ? 'nodePort' : 'cluster'
}

function encryption(input: PostureInput): PostureItem {
  const item = { code: 'https', why: 'Without encryption, whoever is on the way reads passwords and cookies, and can act as their owner.', field: '/exposure/https' }
  const reach = reachOf(input)
  const https = decided(input, 'proxy.https.enabled', '/exposure/https')
  const hosts = decided(input, 'proxy.https.hosts').value
  const offloaded = input.spec.exposure.https?.type === 'offload'
  const ok = (what: string): PostureItem => ({ ...item, state: 'ok', what, mend: null })
  const off = (what: string): PostureItem => ({ ...item, state: 'deviation', what, mend: 'Set exposure.host and exposure.https.' })
  switch (reach) {
    case 'cluster': return https.value === true ? ok('People\'s traffic is encrypted.') : { ...item, state: 'notApplicable', what: 'The hub is reached from inside the cluster only.', mend: null }
    case 'route':
      if (!input.spec.exposure.https) return { ...off('People\'s traffic is not encrypted: the Route has no certificate.'), mend: 'Set exposure.https.type to offload: the router of the cluster has a certificate.' }
      return ok(terminationOf(input.spec.exposure) === 'edge' ? 'The router of the cluster encrypts people\'s traffic.' : 'People\'s traffic is encrypted up to the hub\'s proxy.')
    case 'ingress': {
      const tls = valueAt(input.values, ['ingress', 'tls'])
      if (Array.isArray(tls) && tls.length > 0) return ok('The Ingress encrypts people\'s traffic.')
      return offloaded ? ok('People\'s traffic is encrypted in front of the hub, as exposure.https says.') : off('People\'s traffic is not encrypted: the Ingress has no certificate.')
    }
    case 'gateway':
      return offloaded ? ok('The gateway encrypts people\'s traffic, as exposure.https says.')
        : { ...item, state: 'unknown', what: 'Whether people\'s traffic is encrypted is up to the gateway\'s listener.', mend: 'If it is, say so: set exposure.https.type to offload.' }
    default: {
      if (https.value !== true) return { ...off('People\'s traffic is not encrypted: their passwords go over the network as they are.'), field: https.field }
      const type = decided(input, 'proxy.https.type').value ?? 'letsencrypt'
      if (type === 'letsencrypt' && !(Array.isArray(hosts) && hosts.length > 0)) return off('People\'s traffic is not encrypted: https without a host is never begun.')
      return ok(type === 'offload' ? 'The load balancer encrypts people\'s traffic, as exposure.https says.' : 'People\'s traffic is encrypted up to the hub\'s proxy.')
    }
  }
}

/** Logins that believe whatever name somebody gives, and those that let anybody make an account of their own. */
const believing: Record<string, string> = {
  dummy: 'any name', 'jupyterhub.auth.DummyAuthenticator': 'any name', tmp: 'no name at all', 'tmpauthenticator.TmpAuthenticator': 'no name at all',
  'shared-password': 'any name', 'jupyterhub.authenticators.shared.SharedPasswordAuthenticator': 'any name',
}
const withoutNames = new Set(['tmp', 'tmpauthenticator.TmpAuthenticator'])
const selfService = new Set(['native', 'nativeauthenticator.NativeAuthenticator', 'firstuseauthenticator.FirstUseAuthenticator', 'firstuse'])
const nobodys = new Set(['null', 'jupyterhub.auth.NullAuthenticator'])

function login(input: PostureInput): PostureItem {
  const item = { code: 'login', why: 'A server runs whatever its owner wants, on machines that you pay for.' }
  const raw = decided(input, 'hub.config.JupyterHub.authenticator_class', '/login')
  const kind = String(raw.value ?? 'dummy')
  const sections = configOf(input)
  const allowAll = withoutNames.has(kind) || sections.some((section) => section.allow_all === true)
  const somebody = allowAll || sections.some((section) => [section.allowed_users, section.admin_users].some((names) => Array.isArray(names) && names.length > 0))
  const ok = (what: string): PostureItem => ({ ...item, state: 'ok', what, mend: null, field: raw.field })
  if (nobodys.has(kind)) return ok('Nobody can log in.')
  const believes = believing[kind]
  if (believes) {
    if (!somebody) return ok('Nobody may log in yet.')
    const password = ['password', 'user_password'].some((key) => sections.some((section) => typeof section[key] === 'string' && section[key] !== ''))
    const inside = reachOf(input) === 'cluster'
    const what = `${inside ? 'From inside the cluster, ' : ''}${inside ? 'w' : 'W'}hoever reaches the hub gets a server with ${believes}${allowAll ? '' : ' of those that may use it'}, ${password ? 'by the one password that all share' : 'without a password'}.`
    // from inside the cluster it takes no confirmation as long as there is a password or a list of names
    return { ...item, state: 'deviation', what, mend: 'Use a real login: github, google, oidc and others.', field: raw.field, ...((!inside || (allowAll && !password)) && { confirm: 'open-login' as const }) }
  }
  if (selfService.has(kind) && sections.some(({ open_signup: open }) => open === true)) {
    return { ...item, state: 'deviation', what: 'Whoever reaches the hub can make an account and use it at once.', mend: 'Take open_signup away: an admin then lets each person in.', field: '/values/hub/config', confirm: 'open-login' }
  }
  return ok(`People log in with ${kind}.`)
}

/** The sections of hub.config that the login in use goes by. */
function configOf({ values }: PostureInput): JsonObject[] {
  const config = valueAt(values, ['hub', 'config'])
  return isObject(config) ? Object.entries(config).filter(([name, section]) => name.endsWith('Authenticator') && isObject(section)).map(([, section]) => section as JsonObject) : []
}

/** JupyterHub lets an admin open everybody's server; since its version 2 the setting `admin_access` changes nothing of that. */
function admins(input: PostureInput): PostureItem {
  const item = { code: 'admins', why: 'An admin opens everybody\'s server and reads everybody\'s files.', field: '/access/admins' }
  const named = configOf(input).flatMap(({ admin_users: users }) => (Array.isArray(users) ? users : []))
  if (named.length === 0) return { ...item, state: 'ok', what: 'No admin is named.', mend: null }
  const believes = believing[String(decided(input, 'hub.config.JupyterHub.authenticator_class').value ?? 'dummy')]
  if (believes) return { ...item, state: 'deviation', what: `Whoever gives the name of an admin (${named.length} named) is one: the login believes it.`, mend: 'Use a real login, or name no admin.' }
  return { ...item, state: 'ok', what: `${named.length === 1 ? 'One admin is' : `${named.length} admins are`} named.`, mend: null }
}
