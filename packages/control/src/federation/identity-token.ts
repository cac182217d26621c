import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { Problem, subjectOf, type Clock } from '@hubfleet/core'
import { signingAlgorithm, signingKey, type SigningKeys } from './signing-keys.ts'

/** A cloud takes it once, at once. */
export const goodForSeconds = 600

export interface Issuer extends SigningKeys { clock: Clock; publicUrl: string | null }

/** A token that says which tenant its bearer works for, for one audience. A cloud that trusts us gives credentials of its own for it. */
export async function identityToken({ publicUrl, clock, ...keys }: Issuer, tenantId: string, audience: string): Promise<string> {
  if (!publicUrl) throw new Problem('federation-unset', { type: 'federation', instead: 'with a key' })
  const now = clock.now()
  const seconds = Math.floor(now.getTime() / 1000)
  const { id, key } = await signingKey(keys, now)
  return new SignJWT({}).setProtectedHeader({ alg: signingAlgorithm, kid: id, typ: 'JWT' })
    .setIssuer(publicUrl).setSubject(subjectOf(tenantId)).setAudience(audience).setIssuedAt(seconds).setExpirationTime(seconds + goodForSeconds).setJti(randomUUID())
    .sign(key)
}
