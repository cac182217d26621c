import { describeCertificate, readChain, valueAt } from '@hubfleet/core'

/** The certificate of one's own among the values, without its key. Times are milliseconds since 1970. */
export interface OwnCertificate { names: string[]; issuer: string; validFrom: number; validTo: number }

export function ownCertificateOf(values: Record<string, unknown>): OwnCertificate | null {
  const https = valueAt(values, ['proxy', 'https']) as { enabled?: boolean; type?: string; manual?: { cert?: unknown } } | undefined
  const [own] = (https?.enabled && https.type === 'manual' && typeof https.manual?.cert === 'string' && readChain(https.manual.cert)) || []
  if (!own) return null
  const { names, issuer, validFrom, validTo } = describeCertificate(own)
  return { names, issuer, validFrom: validFrom.getTime(), validTo: validTo.getTime() }
}
