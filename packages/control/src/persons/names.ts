import { privacyOf } from '@hubfleet/core'
import { and, eq, inArray, isNotNull, isTombstone, openPersonKey, persons, pseudonymOf, type TenantRow, type Transaction } from '@hubfleet/database'
import type { Control } from '../control.ts'

/**
 * How people of a tenant are named to whoever asks what they cost and did. All that tells of money goes through this, when it is read: so the choice holds
 * for what was measured before, too.
 */
export interface PeopleNames {
  pseudonyms: boolean
  /** What is told instead of a name; '' is nobody. */
  shown(name: string): string
  /** Names for what a question calls people by. Where they have pseudonyms those alone are known: who asks for a name must not learn which pseudonym it has. */
  asked(tx: Transaction, called: readonly string[]): Promise<string[]>
}

const plain: PeopleNames = { pseudonyms: false, shown: (name) => name, asked: async (_tx, called) => [...called] }

export async function peopleNames({ keyRing }: Pick<Control, 'keyRing'>, tenant: Pick<TenantRow, 'id' | 'privacy' | 'personKey'>): Promise<PeopleNames> {
  if (privacyOf(tenant.privacy).userNames === 'names') return plain
  const key = await openPersonKey(keyRing, tenant)
  if (!key) throw new Error(`The tenant ${tenant.id} tells of people by pseudonyms and has no key for them`)
  const known = new Map<string, string>()
  return {
    pseudonyms: true,
    shown(name) {
      if (name === '' || isTombstone(name)) return name
      const before = known.get(name)
      if (before !== undefined) return before
      const pseudonym = pseudonymOf(key, name)
      known.set(name, pseudonym)
      return pseudonym
    },
    async asked(tx, called) {
      const rows = await tx.select({ name: persons.name }).from(persons).where(and(eq(persons.tenantId, tenant.id), inArray(persons.pseudonym, [...called]), isNotNull(persons.name)))
      return [...rows.map(({ name }) => name!), ...called.filter((one) => one === '' || isTombstone(one))]
    },
  }
}
