import { dateOf, judgeCertificate } from '@hubfleet/core'
import { inSync, waiting, type Step } from '@hubfleet/engine'
import type { HubScope } from './scope.ts'

type HubStep = Step<HubScope>

/** The name that people use, if it is known: the router of an OpenShift makes one up. */
const hostOf = ({ hub: { spec: { exposure } }, status }: HubScope): string | undefined => exposure.host ?? (exposure.type === 'route' ? status.address ?? undefined : undefined)

/** Hubfleet makes no DNS records: it tells which one is needed, and whether it is there. A hub is ready without. */
export const dnsLeadsHere: HubStep = {
  name: 'dns', condition: 'DnsReady', advisory: true,
  async observe(scope, signal) {
    const { site, hub, status } = scope
    const { type } = hub.spec.exposure
    const host = hostOf(scope)
    if (!host) return inSync('no host is set: people use the address')
    const found = await site.resolve(host, signal)
    scope.hostAddresses = found
    const record = status.dnsRecord
    const make = record ? `make ${record.type === 'CNAME' ? 'a' : 'an'} ${record.type} record to ${record.value}` : 'make a record that leads to what is in front of the hub'
    if (found.length === 0) return waiting(`${host} does not resolve; ${make}`, 10, 'NotResolving')
    // what stands in front of a hub inside the cluster is not known to it
    if (type === 'clusterIP' || !record) return inSync(`${host} leads to ${found.join(', ')}`)
    const wanted = record.type === 'CNAME' ? await site.resolve(record.value, signal) : [record.value]
    if (wanted.some((address) => found.includes(address))) return inSync(`${host} leads to ${record.value}`)
    return waiting(`${host} leads to ${found.join(', ')}, not to the hub; ${make}`, 10, 'LeadsElsewhere')
  },
}

/** What people's browsers would say of the certificate. */
export const certificateServed: HubStep = {
  name: 'certificate', condition: 'CertificateReady', advisory: true,
  async observe(scope, signal) {
    const { site, hub, now, hostAddresses = [] } = scope
    const { https } = hub.spec.exposure
    const host = hostOf(scope)
    if (!host || !https) return inSync('no https is set')
    const trouble = await site.certificateTrouble(host, https, signal)
    if (trouble) return waiting(trouble.what, 30, trouble.code)
    if (hostAddresses.length === 0) return waiting(`waits for ${host} to resolve`, 10, 'WaitsForDns')
    const { certificate, untrusted, reason } = await site.certificate(host, hostAddresses, signal)
    if (!certificate) return waiting(reason, 10, 'NotAnswering')
    const fault = judgeCertificate(certificate, host, now)
    if (fault) return waiting(fault.what, 10, fault.code)
    if (untrusted) return waiting(`The certificate is from ${certificate.issuer}, which browsers do not trust: ${untrusted}.`, 30, 'NotTrusted')
    return inSync(`from ${certificate.issuer}, until ${dateOf(certificate.validTo)}`)
  },
}
