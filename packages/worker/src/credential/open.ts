import { identityToken, openCredential, type Issuer } from '@hubfleet/control'
import { cloudOfProvider, Problem } from '@hubfleet/core'
import { clusters, credentials, eq, sql, transaction, type ClusterRow, type CredentialRow } from '@hubfleet/database'
import type { OpenCredential } from '@hubfleet/providers'

/** A credential with its secret, and with tokens for its tenant. */
export async function openFor(issuer: Issuer, row: CredentialRow): Promise<OpenCredential> {
  return { ...(await openCredential(issuer.keyRing, row)), identityToken: (audience) => identityToken(issuer, row.tenantId, audience) }
}

/** What a cluster is made by, as it is now: who works with an older row goes over with it. Throws `credential-missing`. */
export async function credentialOf(issuer: Issuer, { id, name, provider, tenantId }: Pick<ClusterRow, 'id' | 'name' | 'provider' | 'tenantId'>): Promise<OpenCredential> {
  const [found] = await transaction(issuer.database, tenantId, (tx) => tx.select({ row: credentials }).from(clusters).innerJoin(credentials, sql`${credentials.id} = ${clusters.spec} ->> 'credential'`).where(eq(clusters.id, id)))
  if (!found) throw new Problem('credential-missing', { cluster: name, cloud: cloudOfProvider(provider) ?? provider })
  return openFor(issuer, found.row)
}
