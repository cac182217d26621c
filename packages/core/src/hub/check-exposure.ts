import type { ProblemField } from '../problems/problem.ts'
import type { HubSpec } from './spec.ts'

/** Whether the ways in fit together: who has a host, and who makes the certificate. */
export function checkExposure(exposure: HubSpec['exposure']): ProblemField[] {
  return [...checkHost(exposure), ...checkHttps(exposure), ...checkParts(exposure)]
}

const fault = (field: string, code: string, detail: string): ProblemField => ({ pointer: `/exposure/${field}`, code, detail })

const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/

function checkHost({ type, host }: HubSpec['exposure']): ProblemField[] {
  if (host === undefined) {
    // without a host the hub would take the requests for all others that share the way in
    return type === 'ingress' || type === 'gateway' ? [fault('host', 'required', `With ${type}, name the host.`)] : []
  }
  const labels = host.split('.')
  const isName = labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '')
  return isName ? [] : [fault('host', 'host', 'This must be a DNS name in lower case such as hub.example.org: no https://, no port, no path, no wildcard, no IP address.')]
}

function checkHttps({ type, host, https }: HubSpec['exposure']): ProblemField[] {
  if (!https) return []
  if (host === undefined) return [fault('host', 'required', 'A certificate needs a host.')]
  switch (https.type) {
    case 'letsencrypt':
      if (type !== 'loadBalancer') return [fault('https/type', 'unfit', `The hub's own Let's Encrypt needs a load balancer. With ${type}, leave it to what stands in front.`)]
      return https.contactEmail ? [] : [fault('https/contactEmail', 'required', "Let's Encrypt needs an address for problems.")]
    case 'secret':
      if (type === 'gateway') return [fault('https/type', 'unfit', 'With gateway, the certificate belongs to the listener of the gateway.')]
      return https.secretName ? [] : [fault('https/secretName', 'required', 'Name the Secret that holds the certificate.')]
    case 'offload':
      return []
  }
}

function checkParts({ type, gateway }: HubSpec['exposure']): ProblemField[] {
  return type === 'gateway' && !gateway ? [fault('gateway', 'required', 'Name the gateway.')] : []
}
