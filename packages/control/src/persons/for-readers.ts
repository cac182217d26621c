import { privacyOf } from '@hubfleet/core'
import { loadTenant } from '../tenants/tenant.ts'
import type { ReadContext } from '../verb.ts'
import { peopleNames, type PeopleNames } from './names.ts'

/** How readers of a tenant are told of people outside of what is about money; null where they are told names, as operators always are. */
export async function namesForReaders({ tx, control, tenant, caller }: Pick<ReadContext, 'tx' | 'control' | 'tenant' | 'caller'>): Promise<PeopleNames | null> {
  if (caller.role !== 'reader') return null
  const row = await loadTenant(tx, tenant.id)
  return privacyOf(row.privacy).userNames === 'names' ? null : peopleNames(control, row)
}

/** Kinds of operations that are about people. */
export const aboutPeople = /^(user|server|group)\.|^hub\.cull$/

export const withheld = 'Who it is about is told to operators.'
