import { Problem, type Certificate, type CertificateFault, type HubHttps, type LoginFinding, type LoginProbe, type ShownCertificate } from '@hubfleet/core'
import { addressOf, sharedAddress } from './address.ts'
import { slowness } from './capacity.ts'
import { durations } from './durations.ts'
import { routeNow, type SandboxOpenShift } from './openshift.ts'
import type { SandboxHub } from './state.ts'

const day = 86_400_000

/** In the sandbox somebody makes the DNS record of each host, a moment after the hub has its address. */
export function resolveHost(hub: SandboxHub, namespace: string, host: string, now: number, openShift: SandboxOpenShift | null): string[] {
  if (hub.route && openShift) return resolveRoute(hub, host, now, openShift)
  const since = resolvesAt(hub, namespace, now)
  if (since === null || now < since || hub.misbehave.includes('sandbox-dns-missing')) return []
  return [hub.misbehave.includes('sandbox-dns-elsewhere') ? '198.51.100.7' : addressNow(hub, namespace, now).address!]
}

/** Below the domain of the router everything leads to it; another host does when somebody made its record. */
function resolveRoute(hub: SandboxHub, host: string, now: number, openShift: SandboxOpenShift): string[] {
  if (host.endsWith(`.${openShift.domain}`)) return [sharedAddress]
  if (!routeNow(hub, openShift, now)?.status?.ingress?.length || now < hub.route!.since + durations.route + durations.dns * slowness(hub) || hub.misbehave.includes('sandbox-dns-missing')) return []
  return [hub.misbehave.includes('sandbox-dns-elsewhere') ? '198.51.100.7' : sharedAddress]
}

/** What the proxy shows: its own stand-in until Let's Encrypt has given a certificate, or else what the hub was given. */
export function shownCertificate(hub: SandboxHub, namespace: string, host: string, now: number, openShift: SandboxOpenShift | null): ShownCertificate {
  const { release } = hub
  if (!release) return { certificate: null, untrusted: null, reason: 'nothing answers: the release is not installed' }
  const shown = (issuer: string, names: string[]): Certificate => ({ names, issuer, validFrom: new Date(now - 30 * day), validTo: new Date(now + 60 * day) })
  // the router has one certificate for all the hosts that it makes up
  const ends = hub.route?.manifest.spec.tls?.termination
  if (openShift && (ends === 'edge' || ends === 'reencrypt')) return { certificate: shown('Sandbox Authority', [`*.${openShift.domain}`]), untrusted: null, reason: '' }
  const { ownCertificate, letsEncrypt } = release.settings
  if (ownCertificate) {
    const { names, issuer, validFrom, validTo } = ownCertificate
    return { certificate: { names, issuer, validFrom: new Date(validFrom), validTo: new Date(validTo) }, untrusted: null, reason: '' }
  }
  const since = resolvesAt(hub, namespace, now)
  const given = !letsEncrypt || (since !== null && now >= since + durations.certificate * slowness(hub) && !hub.misbehave.includes('sandbox-certificate-failed'))
  return { certificate: given ? shown('Sandbox Authority', [host]) : shown('TRAEFIK DEFAULT CERT', ['traefik.default']), untrusted: null, reason: '' }
}

export const certificateTrouble = ({ misbehave }: SandboxHub, { type }: HubHttps): CertificateFault | null =>
  type === 'letsencrypt' && misbehave.includes('sandbox-certificate-failed')
    ? { code: 'LetsEncryptRefuses', what: "Let's Encrypt gives no certificate: too many certificates already issued, as sandbox-certificate-failed asks" } : null

/** In the sandbox every provider knows the client, the secret and the callback address of each hub. */
export function askLogin({ misbehave }: SandboxHub, probe: LoginProbe): LoginFinding {
  const provider = probe.kind === 'ldap' ? probe.host : probe.provider
  if (misbehave.includes('sandbox-login-silent')) throw new Problem('login-not-checked', { provider, reason: 'no answer, as sandbox-login-silent asks' })
  const wrong = (code: string, what: string): LoginFinding => ({ fault: { code, what }, seen: what })
  if (probe.kind === 'oauth' && misbehave.includes('sandbox-login-unknown-client')) return wrong('ClientUnknown', `${provider} does not know the client ${probe.clientId}: correct login.clientId.`)
  if (probe.kind === 'oauth' && misbehave.includes('sandbox-login-callback')) return wrong('CallbackNotRegistered', `${provider} does not send people back to ${probe.callbackUrl}: enter this callback address there.`)
  if (misbehave.includes('sandbox-login-refused')) {
    return probe.kind === 'ldap' ? wrong('AccountRefused', `${provider} refuses the account ${probe.account?.user ?? 'of nobody'}: its name or its password is wrong, or has expired.`)
      : wrong('ClientRefused', `${provider} refuses the client: its id or its secret is wrong, or has expired. Make a new secret there and set login.clientSecret.`)
  }
  return { fault: null, seen: probe.kind === 'oauth' ? `${provider} knows the client and takes its secret` : `${provider} answers` }
}

const addressNow = (hub: SandboxHub, namespace: string, now: number) => addressOf(hub, namespace, { type: hub.release?.settings.loadBalancer ? 'loadBalancer' : 'ingress' }, now)

function resolvesAt(hub: SandboxHub, namespace: string, now: number): number | null {
  const { address, since } = addressNow(hub, namespace, now)
  return address === null || since === null ? null : since.getTime() + durations.dns * slowness(hub)
}
