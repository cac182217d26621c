import { identityToken, openCredential, type Issuer } from '@hubfleet/control'
import { cloudOfProvider, Problem } from '@hubfleet/core'
import { credentials, eq, transaction, type ClusterRow, type CredentialRow } from '@hubfleet/database'
import type { OpenCredential } from '@hubfleet/providers'

/** A credential with its secret, and with tokens for its tenant. */
export async function openFor(issuer: Issuer, row: CredentialRow): Promise<OpenCredential> {
  return { ...(await openCredential(issuer.keyRing, row)), identityToken: (audience) => identityToken(issuer, row.tenantId, audience) }
}

/** What a cluster is made by, as it is now. Throws `credential-missing`. */
export async function credentialOf(issuer: Issuer, { name, provider, spec, tenantId }: ClusterRow): Promise<OpenCredential> {
  const id = spec['credential']
  const [row] = typeof id !== 'string' ? [] : await transaction(issuer.database, tenantId, (tx) => tx.select().from(credentials).where(eq(credentials.id, id)))
  if (!row) throw new Problem('credential-missing', { cluster: name, cloud: cloudOfProvider(provider) ?? provider })
  return openFor(issuer, row)
}
