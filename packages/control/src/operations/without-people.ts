import { privacyOf } from '@hubfleet/core'
import type { OperationRow } from '@hubfleet/database'
import { loadTenant } from '../tenants/tenant.ts'
import type { ReadContext } from '../verb.ts'
import { showOperation } from './operation.ts'

const aboutPeople = /^(user|server|group)\.|^hub\.cull$/
const withheld = 'Who it is about is told to operators.'

/** How operations are told: to readers of a tenant that names people by pseudonyms, those about people without what could name somebody. */
export async function operationsShown({ tx, tenant, caller }: ReadContext): Promise<typeof showOperation> {
  if (caller.role !== 'reader') return showOperation
  const { privacy } = await loadTenant(tx, tenant.id)
  if (privacyOf(privacy).userNames === 'names') return showOperation
  return (row) => (aboutPeople.test(row.kind) ? showOperation(withoutPeople(row)) : showOperation(row))
}

const withoutPeople = ({ lastError, error, ...row }: OperationRow): OperationRow => ({
  ...row, steps: [], result: null, progress: { ...row.progress, message: withheld },
  lastError: lastError && { ...lastError, detail: withheld, params: {}, errors: [] }, error: error && { ...error, detail: withheld, params: {}, errors: [] },
})
