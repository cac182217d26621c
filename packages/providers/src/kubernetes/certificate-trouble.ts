import { certManagerSecret, checkOwnCertificate, type CertificateFault, type HubHttps } from '@hubfleet/core'
import { logs } from './logs.ts'
import type { Place } from './place.ts'

/** What is in the way of a certificate, from where it is to come; null when nothing is known of. */
export async function certificateTrouble(place: Place, host: string, https: HubHttps, signal: AbortSignal): Promise<CertificateFault | null> {
  switch (https.type) {
    case 'letsencrypt': return newestAcmeError((await logs(place, { component: 'autohttps', lines: 200 }, signal)).map(({ text }) => text).join('\n'))
    case 'secret': return secretTrouble(place, https.secretName ?? '', host, signal)
    case 'certManager': {
      const trouble = await secretTrouble(place, certManagerSecret, host, signal)
      return trouble && { ...trouble, what: `${trouble.what} cert-manager makes it: \`kubectl describe certificate ${certManagerSecret}\` tells how far it is.` }
    }
    case 'manual':
    case 'offload': return null
  }
}

async function secretTrouble({ kubernetes, hub: { namespace } }: Place, name: string, host: string, signal: AbortSignal): Promise<CertificateFault | null> {
  const secret = await kubernetes.find(signal, ({ core }, options) => core.readNamespacedSecret({ namespace, name }, options))
  if (!secret) return { code: 'SecretMissing', what: `There is no Secret ${name} in the namespace ${namespace}.` }
  const [certificate, key] = ['tls.crt', 'tls.key'].map((entry) => Buffer.from(secret.data?.[entry] ?? '', 'base64').toString())
  if (!certificate || !key) return { code: 'SecretIncomplete', what: `The Secret ${name} has no ${certificate ? 'tls.key' : 'tls.crt'}.` }
  const [fault] = checkOwnCertificate(certificate, key, host)
  return fault ? { code: 'SecretUnfit', what: `The Secret ${name}: ${fault.what}` } : null
}

/** What Let's Encrypt said last, as traefik logs it; nothing when a certificate came after it. */
export function newestAcmeError(log: string): CertificateFault | null {
  const said = log.split('\n').findLast((line) => /unable to (obtain|generate a) (ACME )?certificate|certificates? obtained/i.test(line))
  if (!said || /obtained/i.test(said)) return null
  const [, error = said] = /error="?((?:[^"\\]|\\.)*)/.exec(said) ?? []
  return { code: 'LetsEncryptRefuses', what: `Let's Encrypt gives no certificate: ${error.replace(/\\"/g, '"').slice(0, 400)}` }
}
