import { Type } from 'typebox'
import { audienceOf, CloudCredentialOutSchema, credentialClouds, isId, Problem, refuse, subjectOf, type CloudCredential, type CredentialCloud, type Trust } from '@hubfleet/core'
import { and, asc, clusters, credentials, eq, isNull, open, sql, type CredentialRow, type KeyRing, type TenantRow, type Transaction } from '@hubfleet/database'
import type { Control } from '../control.ts'
import type { ReadContext } from '../verb.ts'
import { ConditionSchema, IdSchema, OpenEnum, TimeSchema } from '../wire.ts'

export const TrustSchema = Type.Object({ issuer: Type.String(), subject: Type.String(), audience: Type.String() }, { $id: 'Trust', description: 'What the cloud is told so that it takes Hubfleet\'s tokens' })

export const CredentialSchema = Type.Object({
  id: IdSchema('credential'),
  tenantId: IdSchema('tenant'),
  name: Type.String(),
  cloud: OpenEnum(...credentialClouds),
  state: OpenEnum('checking', 'ready', 'refused'),
  spec: CloudCredentialOutSchema,
  trust: Type.Union([TrustSchema, Type.Null()]),
  status: Type.Object({
    identity: Type.Optional(Type.String({ description: 'Who the cloud says it is' })),
    account: Type.Optional(Type.String({ description: 'The name of the project, subscription or account' })),
    missing: Type.Optional(Type.Array(Type.String(), { description: 'Permissions that a cluster needs and it does not have, by the cloud\'s names' })),
    checkedAt: Type.Optional(TimeSchema),
  }, { $id: 'CredentialStatus', description: 'What the cloud said when it was asked last' }),
  conditions: Type.Array(ConditionSchema),
  generation: Type.Integer(),
  observedGeneration: Type.Integer(),
  createdAt: TimeSchema,
  updatedAt: TimeSchema,
}, { $id: 'Credential' })

export const showCredential = (control: Pick<Control, 'publicUrl'>, row: CredentialRow) => ({
  id: row.id, tenantId: row.tenantId, name: row.name, cloud: row.cloud, state: row.state, spec: row.spec, trust: trustOf(control, row.tenantId, row.spec),
  status: row.status, conditions: row.conditions, generation: row.generation, observedGeneration: row.observedGeneration, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(),
})

/** Null where no trust is needed, or none can be. */
export function trustOf({ publicUrl }: Pick<Control, 'publicUrl'>, tenantId: string, spec: Parameters<typeof audienceOf>[0]): Trust | null {
  const audience = audienceOf(spec)
  return audience && publicUrl ? { issuer: publicUrl, subject: subjectOf(tenantId), audience } : null
}

export async function loadCredential({ tx, tenant }: Pick<ReadContext, 'tx' | 'tenant'>, ref: string, { lock }: { lock?: 'update' | 'no key update' } = {}): Promise<CredentialRow> {
  const select = tx.select().from(credentials).where(named(tenant, ref))
  const [row] = await (lock ? select.for(lock) : select)
  if (!row) throw new Problem('not-found', { noun: 'credential', ref })
  return row
}

/**
 * The tenant's credential for a cloud, by id or name: for verbs that store its id in a cluster's spec. It is not deleted while the transaction
 * lasts. A tenant has only its own: with the platform's it would spend the platform's money. One that the cloud refuses is found as well: see
 * `state` and `conditions` of the row. Throws `invalid-request` at `/credential`.
 */
export async function requireCredential(tx: Transaction, tenant: Pick<TenantRow, 'id'>, ref: string, cloud: CredentialCloud, pointer = '/credential'): Promise<CredentialRow> {
  const [row] = await tx.select().from(credentials).where(named(tenant, ref)).for('key share')
  if (!row) refuse([{ pointer, code: 'not-found', detail: `There is no credential ${ref}: \`hubfleet credential list\` shows those there are.` }])
  if (row!.cloud !== cloud) refuse([{ pointer, code: 'other-cloud', detail: `The credential ${row!.name} is for ${row!.cloud}; this needs one for ${cloud}.` }])
  return row!
}

const named = (tenant: Pick<TenantRow, 'id'>, ref: string) => and(eq(credentials.tenantId, tenant.id), isId(ref, 'credential') ? eq(credentials.id, ref) : eq(credentials.name, ref))

/** The whole credential, with its secret. */
export const openCredential = async (keyRing: KeyRing, { id, spec, secrets }: Pick<CredentialRow, 'id' | 'spec' | 'secrets'>): Promise<CloudCredential> =>
  ({ ...spec, ...(secrets && await open<Record<string, string>>(keyRing, id, secrets)) }) as CloudCredential

/** Names of the clusters that are made by it, those that are being deleted among them. */
export async function clustersOf(tx: Transaction, { id, tenantId }: Pick<CredentialRow, 'id' | 'tenantId'>): Promise<string[]> {
  const rows = await tx.select({ name: clusters.name }).from(clusters).where(and(usesCredential(id), eq(clusters.tenantId, tenantId), isNull(clusters.deletedAt))).orderBy(asc(clusters.name))
  return rows.map(({ name }) => name)
}

export const usesCredential = (id: string) => sql`${clusters.spec} ->> 'credential' = ${id}`
