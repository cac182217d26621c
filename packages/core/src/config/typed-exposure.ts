import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import type { Draft } from './draft.ts'
import type { Claim } from './typed-fields.ts'

const only = (value: unknown, keys: string[]): value is JsonObject => isObject(value) && Object.keys(value).every((key) => keys.includes(key) || value[key] === null)
const host = (value: unknown): string | undefined => (Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? value[0] : undefined)
const annotationsOf = (value: unknown): JsonObject | undefined => (isObject(value) && Object.values(value).every((each) => typeof each === 'string') ? value : undefined)

/** How the hub is reached, where an exposure means exactly the same: one host, and no extras. */
export function claimExposure(draft: Draft, claim: Claim): void {
  if (draft.get('ingress.enabled') === true) return claimIngress(draft, claim)
  if (draft.get('ingress.enabled') === false && only(draft.get('ingress'), ['enabled', 'hosts', 'tls', 'annotations'])) draft.take('ingress')
  claimService(draft, claim)
  claimHttps(draft, claim)
}

function claimService(draft: Draft, claim: Claim): void {
  const service = draft.get('proxy.service')
  if (!only(service, ['type', 'loadBalancerIP', 'loadBalancerSourceRanges', 'annotations'])) return
  if (service['type'] === 'LoadBalancer' || service['type'] === 'ClusterIP') claim('proxy.service.type', 'exposure.type', service['type'] === 'LoadBalancer' ? 'loadBalancer' : 'clusterIP')
  else if (service['type'] !== undefined) return
  if (typeof service['loadBalancerIP'] === 'string') claim('proxy.service.loadBalancerIP', 'exposure.loadBalancerIP', service['loadBalancerIP'])
  const ranges = service['loadBalancerSourceRanges']
  if (Array.isArray(ranges)) claim('proxy.service.loadBalancerSourceRanges', 'exposure.allowedRanges', ranges)
  const annotations = annotationsOf(service['annotations'])
  if (annotations) claim('proxy.service.annotations', 'exposure.annotations', annotations)
}

function claimHttps(draft: Draft, claim: Claim): void {
  const https = draft.get('proxy.https')
  if (!isObject(https)) return
  if (https['enabled'] !== true) {
    if (https['enabled'] === false) draft.take('proxy.https')
    return
  }
  const name = host(https['hosts'])
  const type = https['type'] ?? 'letsencrypt'
  const keys: Record<string, string[]> = { letsencrypt: ['letsencrypt'], manual: ['manual'], secret: ['secret'], offload: [] }
  if (!name || !keys[type as string] || !only(https, ['enabled', 'type', 'hosts', ...keys[type as string]!])) return
  const { letsencrypt, manual, secret } = https as Record<string, JsonObject | undefined>
  const own = type === 'letsencrypt' ? { contactEmail: letsencrypt?.['contactEmail'] }
    : type === 'manual' ? { certificate: manual?.['cert'], key: manual?.['key'] }
      : type === 'secret' ? { secretName: secret?.['name'] } : {}
  if (type === 'letsencrypt' && !only(letsencrypt, ['contactEmail'])) return
  if (type === 'secret' && !only(secret, ['name'])) return
  claim('proxy.https.hosts', 'exposure.host', name)
  claim('proxy.https', 'exposure.https', { type, ...own })
}

function claimIngress(draft: Draft, claim: Claim): void {
  const ingress = draft.get('ingress')
  if (!only(ingress, ['enabled', 'hosts', 'tls', 'annotations', 'ingressClassName'])) return
  const name = host(ingress['hosts'])
  const tls = ingress['tls'] as { secretName?: unknown; hosts?: unknown }[] | null | undefined
  if (!name || (tls && (tls.length > 1 || (tls.length === 1 && (typeof tls[0]!.secretName !== 'string' || host(tls[0]!.hosts) !== name))))) return
  const annotations = ingress['annotations'] ? annotationsOf(ingress['annotations']) : {}
  const service = draft.get('proxy.service')
  if (!annotations || (service !== undefined && !only(service, ['type']))) return
  if (draft.get('proxy.service.type') !== undefined) draft.take('proxy.service.type')
  if (draft.get('proxy.https.enabled') !== true) draft.take('proxy.https')
  claim('ingress', 'exposure', {
    type: 'ingress', host: name, ...(typeof ingress['ingressClassName'] === 'string' && { className: ingress['ingressClassName'] }), ...(Object.keys(annotations).length > 0 && { annotations }),
    ...(tls?.length === 1 && { https: { type: 'secret', secretName: tls[0]!.secretName } }),
  })
}
