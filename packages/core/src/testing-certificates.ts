import { generate } from 'selfsigned'

export interface TestCertificate { cert: string; key: string }

export interface TestCertificateOptions {
  /** Days from now until it ends; negative: it has ended. */
  days?: number
  /** Who signs it; default: itself. */
  by?: TestCertificate
  authority?: boolean
}

/** A certificate for tests, in PEM, for a host and all names one label below it. */
export async function testCertificate(name: string, { days = 90, by, authority = false }: TestCertificateOptions = {}): Promise<TestCertificate> {
  const day = 86_400_000
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec', algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 100 * day), notAfterDate: new Date(Date.now() + days * day),
    extensions: [
      { name: 'basicConstraints', cA: authority, critical: true },
      ...(authority ? [{ name: 'keyUsage' as const, keyCertSign: true }] : [{ name: 'subjectAltName' as const, altNames: [{ type: 2 as const, value: name }, { type: 2 as const, value: `*.${name}` }] }]),
    ],
    ...(by && { ca: by }),
  })
  return { cert, key }
}
