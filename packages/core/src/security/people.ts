import { terminationOf } from '../hub/exposure/route.ts'
import { valueAt } from '../json.ts'
import { decided, type PostureInput, type PostureItem } from './item.ts'
import { believesNames, configOf, loginItem } from './login.ts'
import { reachOf } from './reach.ts'

export const peopleItems = (input: PostureInput): PostureItem[] => [encryption(input), loginItem(input), admins(input)]

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

/** JupyterHub lets an admin open everybody's server; since its version 2 the setting `admin_access` changes nothing of that. */
function admins(input: PostureInput): PostureItem {
  const item = { code: 'admins', why: 'An admin opens everybody\'s server and reads everybody\'s files.', field: '/access/admins' }
  const named = configOf(input).flatMap(({ admin_users: users }) => (Array.isArray(users) ? users : []))
  if (named.length === 0) return { ...item, state: 'ok', what: 'No admin is named.', mend: null }
  if (believesNames(input)) return { ...item, state: 'deviation', what: `Whoever gives the name of an admin (${named.length} named) is one: the login believes it.`, mend: 'Use a real login, or name no admin.' }
  return { ...item, state: 'ok', what: `${named.length === 1 ? 'One admin is' : `${named.length} admins are`} named.`, mend: null }
}
