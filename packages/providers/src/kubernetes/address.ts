import type { V1Service } from '@hubfleet/cluster'
import { routeAddress, routeName, type WayIn } from '@hubfleet/core'
import type { HubSite } from '../provider.ts'
import type { Place } from './place.ts'
import { newestWarning } from './pod-reason.ts'
import { readRoute } from './routes.ts'

type Address = Awaited<ReturnType<HubSite['address']>>

const service = 'proxy-public'
/** The chart's name for both its Ingress and its HTTPRoute. */
const entrance = 'jupyterhub'

/** Where people get to the hub: an IP address or DNS name, without a scheme. `since` is from when it is waited for. */
export async function address(place: Place, exposure: WayIn, signal: AbortSignal): Promise<Address> {
  switch (exposure.type) {
    case 'loadBalancer': return loadBalancerAddress(place, signal)
    case 'ingress': return ingressAddress(place, signal)
    case 'route': return routesAddress(place, signal)
    case 'gateway': return gatewayAddress(place, exposure.gateway, signal)
    case 'clusterIP': return clusterAddress(place, signal)
  }
}

async function loadBalancerAddress(place: Place, signal: AbortSignal): Promise<Address> {
  const found = await publicService(place, signal)
  if (!found) return missing(`the Service ${service}`)
  const ingress = found.status?.loadBalancer?.ingress?.[0]
  const given = ingress?.hostname ?? ingress?.ip
  if (given) return { address: given, reason: '', since: null }
  const warning = await warningAbout(place, 'Service', service, signal)
  return { address: null, reason: warning ?? `no load balancer has given the Service ${service} an address yet`, since: found.metadata?.creationTimestamp ?? null }
}

async function clusterAddress(place: Place, signal: AbortSignal): Promise<Address> {
  const found = await publicService(place, signal)
  return found ? { address: `${service}.${place.hub.namespace}.svc.cluster.local`, reason: '', since: null } : missing(`the Service ${service}`)
}

async function ingressAddress(place: Place, signal: AbortSignal): Promise<Address> {
  const { namespace } = place.hub
  const found = await place.kubernetes.find(signal, ({ networking }, options) => networking.readNamespacedIngress({ namespace, name: entrance }, options))
  if (!found) return missing(`the Ingress ${entrance}`)
  const ingress = found.status?.loadBalancer?.ingress?.[0]
  const given = ingress?.hostname ?? ingress?.ip
  if (given) return { address: given, reason: '', since: null }
  const warning = await warningAbout(place, 'Ingress', entrance, signal)
  return { address: null, reason: warning ?? `no ingress controller has taken the Ingress ${entrance} yet`, since: found.metadata?.creationTimestamp ?? null }
}

async function routesAddress(place: Place, signal: AbortSignal): Promise<Address> {
  const route = await readRoute(place, signal)
  if (!route) return missing(`the Route ${routeName}`)
  const { creationTimestamp } = route.metadata
  const found = routeAddress(route)
  return { ...found, since: found.address === null && creationTimestamp ? new Date(creationTimestamp) : null }
}

interface HttpRoute { metadata?: { creationTimestamp?: string }; status?: { parents?: { conditions?: { type: string; status: string; message?: string }[] }[] } }
interface Gateway { status?: { addresses?: { value?: string }[] } }

/** The gateway's address counts once the gateway has accepted the hub's route. */
async function gatewayAddress({ kubernetes, hub }: Place, gateway: WayIn['gateway'], signal: AbortSignal): Promise<Address> {
  const api = { group: 'gateway.networking.k8s.io', version: 'v1' }
  const route = await kubernetes.find(signal, ({ custom }, options) => custom.getNamespacedCustomObject({ ...api, plural: 'httproutes', namespace: hub.namespace, name: entrance }, options)) as HttpRoute | null
  if (!route || !gateway) return missing(`the HTTPRoute ${entrance}`)
  const since = route.metadata?.creationTimestamp ? new Date(route.metadata.creationTimestamp) : null
  const conditions = (route.status?.parents ?? []).flatMap((parent) => parent.conditions ?? [])
  if (!conditions.some(({ type, status }) => type === 'Accepted' && status === 'True')) {
    const refused = conditions.find(({ status }) => status === 'False')
    return { address: null, reason: refused?.message ?? `the gateway ${gateway.name} has not accepted the route yet`, since }
  }
  const found = await kubernetes.find(signal, ({ custom }, options) => custom.getNamespacedCustomObject({ ...api, plural: 'gateways', namespace: gateway.namespace, name: gateway.name }, options)) as Gateway | null
  const given = found?.status?.addresses?.[0]?.value
  return given ? { address: given, reason: '', since: null } : { address: null, reason: `the gateway ${gateway.name} has no address yet`, since }
}

const missing = (what: string): Address => ({ address: null, reason: `${what} does not exist yet`, since: null })

const publicService = ({ kubernetes, hub: { namespace } }: Place, signal: AbortSignal): Promise<V1Service | null> =>
  kubernetes.find(signal, ({ core }, options) => core.readNamespacedService({ namespace, name: service }, options))

async function warningAbout({ kubernetes, hub: { namespace } }: Place, kind: string, name: string, signal: AbortSignal): Promise<string | null> {
  const fieldSelector = `involvedObject.kind=${kind},involvedObject.name=${name},type=Warning`
  return newestWarning((await kubernetes.call(signal, ({ core }, options) => core.listNamespacedEvent({ namespace, fieldSelector }, options))).items)
}
