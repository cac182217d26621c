import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto'
import type { EndingToken } from '@hubfleet/cluster'
import type { AwsSession } from './aws.ts'
import { partitionOf } from './names.ts'

/** Less than the 15 minutes that a cluster takes a token for. */
const lifeMs = 14 * 60_000

/**
 * What a cluster of EKS takes for a token: an address of STS, signed for this cluster's name, which its authenticator asks who we are. Nothing
 * is sent anywhere to make it.
 */
export async function clusterToken({ cluster, region, session, now = new Date() }: { cluster: string; region: string; session: AwsSession; now?: Date }): Promise<EndingToken> {
  const { SignatureV4 } = await import('@smithy/signature-v4')
  const signer = new SignatureV4({ service: 'sts', region, credentials: session, sha256: Sha256, applyChecksum: false })
  const hostname = `sts.${region}.${partitionOf(region).domain}`
  const { path, query } = await signer.presign({
    method: 'GET', protocol: 'https:', hostname, path: '/', query: { Action: 'GetCallerIdentity', Version: '2011-06-15' }, headers: { host: hostname, 'x-k8s-aws-id': cluster },
  } as unknown as Parameters<typeof signer.presign>[0], { expiresIn: 60, signingDate: now, unhoistableHeaders: new Set(['x-k8s-aws-id']) })
  const text = Object.entries(query ?? {}).map(([name, value]) => `${escape(name)}=${escape(String(value))}`).join('&')
  const ends = now.getTime() + lifeMs
  return { token: `k8s-aws-v1.${Buffer.from(`https://${hostname}${path}?${text}`).toString('base64url')}`, expiresAt: new Date(Math.min(ends, session.expiration?.getTime() ?? ends)) }
}

const escape = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/** As the signer wants its hash: with a key it is an HMAC. */
class Sha256 {
  readonly #secret: string | ArrayBuffer | ArrayBufferView | undefined
  #hash: Hash | Hmac
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#secret = secret
    this.#hash = this.#begin()
  }

  update(data: Uint8Array | string): void { this.#hash.update(data) }
  async digest(): Promise<Uint8Array> { return this.#hash.digest() }
  reset(): void { this.#hash = this.#begin() }

  #begin(): Hash | Hmac {
    if (this.#secret === undefined) return createHash('sha256')
    return createHmac('sha256', typeof this.#secret === 'string' ? this.#secret : Buffer.from(this.#secret as ArrayBuffer))
  }
}
