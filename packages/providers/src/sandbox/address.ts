import { routeAddress, routeName } from '@hubfleet/core'
import type { HubSite } from '../provider.ts'
import { slowness } from './capacity.ts'
import { durations } from './durations.ts'
import { routeNow, type SandboxOpenShift } from './openshift.ts'
import type { SandboxHub } from './state.ts'

type Address = Awaited<ReturnType<HubSite['address']>>

/** The address that all ingresses and gateways of a cluster share. Load balancers have others of 203.0.113.0/24, a network for documentation. */
export const sharedAddress = '203.0.113.1'

export function addressOf(hub: SandboxHub, namespace: string, exposure: Parameters<HubSite['address']>[0], now: number, openShift: SandboxOpenShift | null = null): Address {
  const { release, misbehave } = hub
  const none = (reason: string, since: number | null = null): Address => ({ address: null, reason, since: since === null ? null : new Date(since) })
  if (exposure.type === 'route') {
    const route = routeNow(hub, openShift, now)
    return route ? { ...routeAddress(route), since: new Date(hub.route!.since) } : none(`the Route ${routeName} does not exist yet`)
  }
  if (!release) return none('the release is not installed')
  if (exposure.type === 'clusterIP') return { address: `proxy-public.${namespace}.svc.cluster.local`, reason: '', since: new Date(release.updatedAt) }
  if (exposure.type !== 'loadBalancer') return { address: sharedAddress, reason: '', since: new Date(release.updatedAt) }
  const { host, hostSince } = release
  if (hostSince === null) return none('the Service proxy-public is not of type LoadBalancer')
  if (host === null) return none('the cluster has no free address left', hostSince)
  if (misbehave.includes('sandbox-lb-pending')) return none('the load balancer has no address yet: sandbox-lb-pending', hostSince)
  const assignedAt = hostSince + durations.loadBalancer * slowness({ misbehave })
  return now < assignedAt ? none('the load balancer is being made', hostSince) : { address: `203.0.113.${host}`, reason: '', since: new Date(assignedAt) }
}
