import type { JsonObject } from '../../json.ts'
import { canonicalJson, isObject } from '../../json.ts'
import { hubLabel, tenantLabel } from '../values.ts'
import type { HubExposure } from './exposure.ts'

/*
 * A Route of OpenShift leads to a hub by the router of the cluster. The chart makes none, so Hubfleet does.
 */

/** As the chart calls its Ingress and its HTTPRoute. */
export const routeName = 'jupyterhub'
export const routeApi = { group: 'route.openshift.io', version: 'v1', plural: 'routes' } as const

export type Termination = 'edge' | 'reencrypt' | 'passthrough'

export interface Route {
  apiVersion: string
  kind: string
  metadata: { name: string; namespace: string; labels?: Record<string, string>; annotations?: Record<string, string>; creationTimestamp?: string }
  spec: {
    host?: string
    to: { kind: string; name: string; weight?: number }
    port: { targetPort: string }
    tls?: { termination: Termination; insecureEdgeTerminationPolicy?: string; destinationCACertificate?: string }
    wildcardPolicy?: string
  }
  status?: { ingress?: RouteIngress[] }
}

/** What one router made of a Route. */
export interface RouteIngress { host?: string; routerName?: string; routerCanonicalHostname?: string; conditions?: { type: string; status: string; reason?: string; message?: string }[] }

/** Where encryption ends; null where there is none. The router has the certificate, or else the hub. */
export const terminationOf = ({ https, route }: Pick<HubExposure, 'https' | 'route'>): Termination | null =>
  (https ? route?.termination ?? (https.type === 'offload' ? 'edge' : 'passthrough') : null)

export function routeManifest({ id, tenantId, namespace }: { id: string; tenantId: string; namespace: string }, exposure: HubExposure): Route {
  const { host, annotations } = exposure
  const termination = terminationOf(exposure)
  return {
    apiVersion: `${routeApi.group}/${routeApi.version}`, kind: 'Route',
    metadata: { name: routeName, namespace, labels: { 'app.kubernetes.io/managed-by': 'hubfleet', [hubLabel]: id, [tenantLabel]: tenantId }, ...(Object.keys(annotations).length > 0 && { annotations }) },
    spec: {
      ...(host !== undefined && { host }),
      to: { kind: 'Service', name: 'proxy-public', weight: 100 },
      // by the name of the Service's port: a proxy that has a certificate takes https at its own
      port: { targetPort: termination === null || termination === 'edge' ? 'http' : 'https' },
      ...(termination && { tls: { termination, insecureEdgeTerminationPolicy: 'Redirect', ...authorityOf(exposure, termination) } }),
      wildcardPolicy: 'None',
    },
  }
}

/** By what the router knows the hub's own certificate. Without, it takes those that the cluster's service authority issued. */
function authorityOf({ https, route }: HubExposure, termination: Termination): { destinationCACertificate?: string } {
  const authority = route?.destinationCertificate ?? (https?.type === 'manual' ? https.certificate : undefined)
  return termination === 'reencrypt' && authority !== undefined ? { destinationCACertificate: authority } : {}
}

/** OpenShift notes here that it made the host up. */
const generated = 'openshift.io/host.generated'

/** Whether the host of a Route is another than is wanted: it can only be changed with a right of its own, so such a Route is made anew. */
export const otherHost = (wanted: Route, there: Route): boolean =>
  (wanted.spec.host === undefined ? there.spec.host !== undefined && there.metadata.annotations?.[generated] !== 'true' : wanted.spec.host !== there.spec.host)

/** What of a Route is not as it is wanted; null when all of it is. What others added to it stays. */
export function routeDifference(wanted: Route, there: Route): string | null {
  if (otherHost(wanted, there)) return `leads from ${there.spec.host ?? 'no host'}, ${wanted.spec.host ?? 'a host of the router'} is wanted`
  if (!holds(there.spec.to, wanted.spec.to) || !holds(there.spec.port, wanted.spec.port)) return 'leads elsewhere'
  if (canonicalJson(there.spec.tls ?? null) !== canonicalJson(wanted.spec.tls ?? null)) return `ends encryption otherwise (${there.spec.tls?.termination ?? 'none'}, ${wanted.spec.tls?.termination ?? 'none'} is wanted)`
  return holds(there.metadata.labels, wanted.metadata.labels) && holds(there.metadata.annotations, wanted.metadata.annotations) ? null : 'has other labels or annotations'
}

const holds = (there: unknown, wanted: unknown): boolean =>
  wanted === undefined || (isObject(wanted) ? isObject(there) && Object.entries(wanted).every(([key, value]) => holds((there as JsonObject)[key], value)) : there === wanted)

/** Where a Route leads from by now: the router's own name where people use another, else the host. */
export function routeAddress({ spec, status }: Pick<Route, 'spec' | 'status'>): { address: string | null; reason: string } {
  const ingress = status?.ingress ?? []
  const admitted = ingress.find(({ conditions = [] }) => conditions.some(({ type, status: is }) => type === 'Admitted' && is === 'True'))
  if (!admitted) {
    const refused = ingress.flatMap(({ conditions = [] }) => conditions).find(({ type, status: is }) => type === 'Admitted' && is === 'False')
    return { address: null, reason: refused ? `the router refuses the Route: ${refused.message ?? refused.reason ?? 'it does not say why'}` : 'no router has taken the Route yet' }
  }
  const own = spec.host === undefined || admitted.host === undefined || isBelow(admitted.host, admitted.routerCanonicalHostname)
  const address = (own ? admitted.host : admitted.routerCanonicalHostname) ?? spec.host ?? null
  return { address, reason: address ? '' : 'the router does not tell the host of the Route' }
}

/** `router-default.apps.example.org` has all hosts below `apps.example.org`: their DNS is there already. */
const isBelow = (host: string, canonical: string | undefined): boolean => canonical !== undefined && host.endsWith(canonical.slice(canonical.indexOf('.')))
