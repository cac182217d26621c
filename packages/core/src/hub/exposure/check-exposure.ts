import ipaddr from 'ipaddr.js'
import type { ProblemField } from '../../problems/problem.ts'
import { checkOwnCertificate, readChain } from './certificate.ts'
import type { HubExposure, HubHttps } from './exposure.ts'

/**
 * Whether the ways in fit together: who has a host, and who makes the certificate.
 * @param fields the spec's secrets by pointer: the key of a certificate is one of them
 */
export function checkExposure(exposure: HubExposure, fields: Record<string, string> = {}): ProblemField[] {
  return [...checkHost(exposure), ...checkHttps(exposure, fields), ...checkParts(exposure), ...checkRoute(exposure)]
}

const fault = (field: string, code: string, detail: string): ProblemField => ({ pointer: `/exposure/${field}`, code, detail })

const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/

function checkHost({ type, host }: HubExposure): ProblemField[] {
  if (host === undefined) {
    // without a host the hub would take the requests for all others that share the way in
    return type === 'ingress' || type === 'gateway' ? [fault('host', 'required', `With ${type}, name the host.`)] : []
  }
  const labels = host.split('.')
  const isName = labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '')
  return isName ? [] : [fault('host', 'host', 'This must be a DNS name in lower case such as hub.example.org: no https://, no port, no path, no wildcard, no IP address.')]
}

function checkHttps({ type, host, https }: HubExposure, fields: Record<string, string>): ProblemField[] {
  if (!https) return []
  // the router has a certificate for the hosts that it makes up
  if (host === undefined) return type === 'route' && https.type === 'offload' ? [] : [fault('host', 'required', 'A certificate needs a host.')]
  const unfit = (detail: string) => [fault('https/type', 'unfit', detail)]
  switch (https.type) {
    case 'letsencrypt':
      if (type !== 'loadBalancer') return unfit(`The hub's own Let's Encrypt needs a load balancer. With ${type}, leave it to what stands in front.`)
      return https.contactEmail ? [] : [fault('https/contactEmail', 'required', "Let's Encrypt needs an address for problems.")]
    case 'secret':
      if (type === 'gateway') return unfit('With gateway, the certificate belongs to the listener of the gateway.')
      return https.secretName ? [] : [fault('https/secretName', 'required', 'Name the Secret that holds the certificate.')]
    case 'manual':
      if (!['loadBalancer', 'clusterIP', 'route'].includes(type)) return unfit(`With ${type}, the hub does not hold the certificate. Put it into a Secret, and name that with the type secret.`)
      return checkManual(https, host, fields['/exposure/https/key'])
    case 'certManager':
      if (type !== 'ingress') return unfit(`cert-manager works on an Ingress. With ${type}, take another type.`)
      return https.issuer ? [] : [fault('https/issuer', 'required', 'Name the issuer of cert-manager.')]
    case 'offload':
      return []
  }
}

function checkManual({ certificate }: HubHttps, host: string, key: string | undefined): ProblemField[] {
  const missing = [
    ...(certificate === undefined ? [fault('https/certificate', 'required', 'Give the certificate in PEM.')] : []),
    ...(key === undefined ? [fault('https/key', 'required', 'Give the private key of the certificate in PEM.')] : []),
  ]
  const found = certificate === undefined ? [] : checkOwnCertificate(certificate, key, host)
  return [...missing, ...found.map(({ field, code, what }) => fault(`https/${field}`, code, what))]
}

function checkParts({ type, gateway, allowedRanges, loadBalancerIP }: HubExposure): ProblemField[] {
  const faults = allowedRanges.flatMap((range, index) => checkRange(range, `allowedRanges/${index}`))
  if (type !== 'loadBalancer' && allowedRanges.length > 0) faults.push(fault('allowedRanges', 'unfit', `Only a load balancer of the hub's own can refuse by address; with ${type}, set this at what stands in front.`))
  if (type !== 'loadBalancer' && loadBalancerIP !== undefined) faults.push(fault('loadBalancerIP', 'unfit', `With ${type} there is no load balancer of the hub's own.`))
  if (loadBalancerIP !== undefined && !ipaddr.isValid(loadBalancerIP)) faults.push(fault('loadBalancerIP', 'address', 'This is no IP address.'))
  if (type === 'gateway' && !gateway) faults.push(fault('gateway', 'required', 'Name the gateway.'))
  return faults
}

function checkRoute({ type, https, route }: HubExposure): ProblemField[] {
  if (!route) return []
  if (type !== 'route') return [fault('route', 'unfit', `With ${type} there is no Route: take this away, or set type to route.`)]
  const { termination, destinationCertificate: authority } = route
  const faults: ProblemField[] = []
  if (termination && !https) faults.push(fault('https', 'required', 'Say with https.type who has the certificate: offload for the router, secret or manual for the hub.'))
  else if (termination === 'edge' && https?.type !== 'offload') faults.push(fault('route/termination', 'unfit', `With edge the router has the certificate, and the hub speaks http: set https.type to offload.`))
  else if (termination && termination !== 'edge' && https?.type === 'offload') faults.push(fault('route/termination', 'unfit', `With ${termination} the hub itself needs a certificate: set https.type to secret or manual.`))
  if (authority !== undefined && termination !== 'reencrypt') faults.push(fault('route/destinationCertificate', 'unfit', 'Only with reencrypt does the router look at the certificate of the hub.'))
  else if (authority !== undefined && !readChain(authority)) faults.push(fault('route/destinationCertificate', 'pem', 'This is no certificate in PEM: it begins with -----BEGIN CERTIFICATE-----.'))
  return faults
}

function checkRange(range: string, field: string): ProblemField[] {
  if (!ipaddr.isValidCIDR(range)) return [fault(field, 'network', 'This is no network. Write it as 192.0.2.0/24; one address is 192.0.2.7/32.')]
  const [address, bits] = ipaddr.parseCIDR(range)
  const [parser, family] = address.kind() === 'ipv4' ? [ipaddr.IPv4, 'IPv4'] as const : [ipaddr.IPv6, 'IPv6'] as const
  const network = parser.networkAddressFromCIDR(range).toString()
  return network === address.toString() ? [] : [fault(field, 'network', `This is an address inside a network of ${family}. Write ${network}/${bits}.`)]
}
