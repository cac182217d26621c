import { createPrivateKey, X509Certificate } from 'node:crypto'

/** What a certificate says, as far as people who meet it are concerned. */
export interface Certificate {
  /** The DNS names that it is for. */
  names: string[]
  /** Who issued it, by its common name or else its organization. */
  issuer: string
  validFrom: Date
  validTo: Date
}

/** What a connection to a host met. `certificate` is null where none was shown, `untrusted` says why computers would not trust it. */
export interface ShownCertificate { certificate: Certificate | null; untrusted: string | null; reason: string }

/** Something wrong with a certificate. `code` is CamelCase, as the reason of a condition. */
export interface CertificateFault { code: string; what: string }

const day = 86_400_000
/** Who gets a certificate for 90 days renews it a month ahead: two weeks ahead, somebody must be told. */
const warnDays = 14

/** The certificates of a PEM text, the host's own first. Null when one of them cannot be read, or there is none. */
export function readChain(pem: string): X509Certificate[] | null {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  try {
    return blocks.length > 0 ? blocks.map((block) => new X509Certificate(block)) : null
  } catch {
    return null
  }
}

export function describeCertificate({ subjectAltName, subject, issuer, validFrom, validTo }: X509Certificate): Certificate {
  const names = (subjectAltName ?? '').split(', ').flatMap((name) => (name.startsWith('DNS:') ? [name.slice(4)] : []))
  return {
    names: names.length > 0 ? names : [part(subject, 'CN')].flatMap((name) => name ?? []),
    issuer: part(issuer, 'CN') ?? part(issuer, 'O') ?? 'an unnamed issuer',
    validFrom: new Date(validFrom), validTo: new Date(validTo),
  }
}

const part = (name: string, key: string): string | undefined => name.split('\n').find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1)

/** Whether a certificate is for a host; a star stands for one label. */
export const isFor = ({ names }: Pick<Certificate, 'names'>, host: string): boolean =>
  names.some((name) => name.toLowerCase() === host || (name.startsWith('*.') && host.split('.').slice(1).join('.') === name.slice(2).toLowerCase()))

/** What people who come to a host by https would stumble over, the worst first; null when it is nothing. */
export const judgeCertificate = (certificate: Certificate, host: string, now: Date): CertificateFault | null => judgeMaker(certificate, host) ?? judgeTime(certificate, now)

function judgeMaker(certificate: Certificate, host: string): CertificateFault | null {
  const { names, issuer } = certificate
  const stand = standIns.find(({ known }) => known.test(issuer))
  if (stand) return { code: 'StandInCertificate', what: stand.what }
  if (!isFor(certificate, host)) return { code: 'WrongName', what: `The certificate is for ${names.slice(0, 5).join(', ') || 'no name at all'}, not for ${host}.` }
  return /staging|^fake le /i.test(issuer) ? { code: 'NotTrusted', what: `The certificate is from ${issuer}, a staging server of Let's Encrypt: browsers refuse it.` } : null
}

function judgeTime({ validFrom, validTo }: Certificate, now: Date): CertificateFault | null {
  const left = Math.floor((validTo.getTime() - now.getTime()) / day)
  if (now < validFrom) return { code: 'NotYetValid', what: `The certificate is valid from ${dateOf(validFrom)} on.` }
  if (now >= validTo) return { code: 'Expired', what: `The certificate expired on ${dateOf(validTo)}.` }
  return left < warnDays ? { code: 'ExpiresSoon', what: `The certificate expires on ${dateOf(validTo)}, in ${left} days.` } : null
}

/** Certificates that proxies show as long as they have no other. */
const standIns = [
  { known: /TRAEFIK DEFAULT CERT/, what: 'The proxy shows its own stand-in: it has not got a certificate yet.' },
  { known: /Kubernetes Ingress Controller Fake Certificate/, what: 'The ingress controller shows its own stand-in: it has no certificate for the host.' },
]

export const dateOf = (date: Date): string => date.toISOString().slice(0, 10)

/** What is wrong with a certificate and key of one's own, now and at any time; each fault with which of the two it is in. */
export function checkOwnCertificate(pem: string, key: string | undefined, host: string): { field: 'certificate' | 'key'; code: string; what: string }[] {
  const chain = readChain(pem)
  const [own] = chain ?? []
  if (!chain || !own) return [{ field: 'certificate', code: 'pem', what: 'This is no certificate in PEM: it begins with -----BEGIN CERTIFICATE-----.' }]
  const judged = judgeMaker(describeCertificate(own), host)
  const broken = chain.findIndex((certificate, index) => index > 0 && !chain[index - 1]!.checkIssued(certificate))
  return [
    ...(judged ? [{ field: 'certificate' as const, code: kebab(judged.code), what: judged.what }] : []),
    ...(broken > 0 ? [{ field: 'certificate' as const, code: 'chain-order', what: `Certificate ${broken + 1} did not issue certificate ${broken}: first the host's own, then who issued it, and so on.` }] : []),
    ...(key === undefined ? [] : checkKey(own, key)),
  ]
}

/** What is wrong by now with a certificate that somebody sends; null also when it is not even one. */
export function judgeNewCertificate(pem: string, now: Date): CertificateFault | null {
  const own = readChain(pem)?.[0]
  return own ? judgeTime(describeCertificate(own), now) : null
}

function checkKey(certificate: X509Certificate, pem: string): { field: 'key'; code: string; what: string }[] {
  try {
    if (certificate.checkPrivateKey(createPrivateKey(pem))) return []
    return [{ field: 'key', code: 'other-key', what: 'The key does not belong to the certificate.' }]
  } catch {
    // what the library says could quote the key
    return [{ field: 'key', code: 'pem', what: 'This is no private key in PEM, or it needs a passphrase.' }]
  }
}

const kebab = (code: string): string => code.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
