/** A managed cluster goes over to another credential. */
import { accountFields, cloudOfCredential, cloudOfProvider, refuse, setCondition, type Condition } from '@hubfleet/core'
import { credentials, eq, type ClusterRow, type CredentialRow, type TenantRow, type Transaction } from '@hubfleet/database'
import { requireCredential } from '../credentials/credential.ts'
import { specOf } from './cluster.ts'

/**
 * The credential that a cluster may go over to: one for its cloud and account, else what was made would be looked for where it is not, and one
 * that the cloud took when it was asked last. Throws `invalid-request` at `/credential`.
 */
export async function requireSuccessor(tx: Transaction, tenant: Pick<TenantRow, 'id'>, cluster: ClusterRow, ref: string): Promise<CredentialRow> {
  const next = await requireCredential(tx, tenant, ref, cloudOfProvider(cluster.provider) ?? 'sandbox')
  const { credential: id } = specOf(cluster)
  const [former] = id === undefined || id === next.id ? [] : await tx.select().from(credentials).where(eq(credentials.id, id))
  const [was, is] = [former && accountOf(former), accountOf(next)]
  if (was !== undefined && was !== is) refuse([{ pointer: '/credential', code: 'other-account', detail: `The cluster was made in ${was}, and the credential ${next.name} is for ${is}: nothing of the cluster would be found there.` }])
  if (next.state === 'checking') refuse([{ pointer: '/credential', code: 'not-checked', detail: `The cloud has not answered yet whether it takes the credential ${next.name}: \`hubfleet credential get ${next.name}\` tells when it has.` }])
  if (next.state === 'refused') refuse([{ pointer: '/credential', code: 'refused', detail: `The cloud refused the credential ${next.name} when it was asked last: ${told(next)?.message ?? 'it gave no reason'} Mend it, then \`hubfleet credential check ${next.name}\`.` }])
  return next
}

/** What is known of the credential is from now on what is said of the cluster. */
export function withCredential({ conditions, generation }: ClusterRow, credential: CredentialRow, now: Date): Condition[] {
  const condition = told(credential)
  return condition ? setCondition(conditions, { ...condition, observedGeneration: generation }, now) : conditions
}

const told = ({ conditions }: CredentialRow): Condition | undefined => conditions.find(({ type }) => type === 'CredentialReady')
const accountOf = ({ spec }: CredentialRow): string => String((spec as Record<string, unknown>)[accountFields[cloudOfCredential(spec)]]).toLowerCase()
