import type { JsonObject } from '../../json.ts'
import type { HubExposure, HubHttps } from './exposure.ts'

/** Where cert-manager puts what it makes. */
export const certManagerSecret = 'jupyterhub-tls'

/** `proxy`, `ingress` and `httpRoute` of the chart, which knows no Routes. The exposure has its secrets in. */
export function exposureValues({ type, host, https, allowedRanges, loadBalancerIP, annotations, className, gateway }: HubExposure, chartVersion: string): JsonObject {
  switch (type) {
    case 'loadBalancer': {
      const ranges = allowedRanges.length > 0 ? allowedRanges : undefined
      return { proxy: { service: { type: 'LoadBalancer', loadBalancerSourceRanges: ranges, loadBalancerIP, annotations }, https: httpsValues(host, https) } }
    }
    case 'clusterIP':
      return { proxy: { service: { type: 'ClusterIP', annotations }, https: httpsValues(host, https) } }
    // the router's own certificate is none of the hub's business
    case 'route':
      return { proxy: { service: { type: 'ClusterIP' }, https: https?.type === 'offload' ? undefined : httpsValues(host, https) } }
    case 'ingress':
      return {
        proxy: { service: { type: 'ClusterIP' } },
        ingress: { enabled: true, ingressClassName: className, hosts: [host], annotations: { ...issuerAnnotation(https), ...annotations }, tls: ingressTls(host, https) },
      }
    case 'gateway': {
      const parent = gateway && { name: gateway.name, namespace: gateway.namespace, sectionName: gateway.sectionName }
      const before5 = Number(/^v?(\d+)/.exec(chartVersion)?.[1]) < 5
      return { proxy: { service: { type: 'ClusterIP' } }, httpRoute: { enabled: true, hostnames: [host], annotations, ...(before5 ? { gateway: parent } : { parentRefs: [parent] }) } }
    }
  }
}

function httpsValues(host: string | undefined, https: HubHttps | undefined): JsonObject | undefined {
  if (!https) return undefined
  return {
    enabled: true, type: https.type, hosts: host ? [host] : [],
    letsencrypt: { contactEmail: https.contactEmail },
    secret: { name: https.secretName },
    manual: { cert: https.certificate, key: https.key },
  }
}

/** Without one, the controller of the ingress takes its own certificate: that is `offload`. */
function ingressTls(host: string | undefined, https: HubHttps | undefined): JsonObject[] | undefined {
  const secretName = https?.type === 'secret' ? https.secretName : https?.type === 'certManager' ? certManagerSecret : undefined
  return secretName ? [{ hosts: [host], secretName }] : undefined
}

const issuerAnnotation = (https: HubHttps | undefined): Record<string, string> =>
  https?.type === 'certManager' && https.issuer ? { [`cert-manager.io/${https.issuer.kind === 'Issuer' ? 'issuer' : 'cluster-issuer'}`]: https.issuer.name } : {}
