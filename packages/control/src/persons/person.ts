import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { and, eq, isPseudonym, openPersonKey, persons, pseudonymOf, type PersonRow } from '@hubfleet/database'
import type { Context } from '../verb.ts'

export const PersonRefSchema = Type.String({ description: 'What reports call a person by pseudonym', examples: ['person-0123456789abcdef0123'] })

/** Somebody who was measured, by pseudonym or by name. Throws `not-found`, which repeats no name. */
export async function loadPerson({ tx, control, tenant, params }: Context): Promise<PersonRow> {
  const ref = params.person!
  const key = isPseudonym(ref) ? null : await openPersonKey(control.keyRing, tenant)
  const pseudonym = isPseudonym(ref) ? ref : key && pseudonymOf(key, ref)
  const [row] = pseudonym === null ? [] : await tx.select().from(persons).where(and(eq(persons.tenantId, tenant.id), eq(persons.pseudonym, pseudonym)))
  if (!row) throw new Problem('person-unknown', { tenant: tenant.name })
  return row
}
