import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { and, eq, isPseudonym, lockPersons, needPersonKey, newTombstone, persons, pseudonymOf, sql, type PersonRow } from '@hubfleet/database'
import { ConfirmSchema, plainPlan } from '../plan.ts'
import { loadTenant } from '../tenants/tenant.ts'
import { verb, type Context } from '../verb.ts'
import { TimeSchema } from '../wire.ts'
import { erasedPlaces, eraseRows } from './erase-rows.ts'
import { leftOf } from './left.ts'

const ErasureSchema = Type.Object({
  tombstone: Type.String({ description: 'What stands in all of it instead of the name, and in what may still come', examples: ['erased-0123456789abcdef0123'] }),
  erasedAt: TimeSchema,
  erased: Type.Array(Type.Object({ where: Type.String({ 'x-extensible-enum': [...erasedPlaces] }), rows: Type.Integer() }, { $id: 'ErasedRows' }), { description: 'From how many rows the name was taken by this call' }),
  left: Type.Array(Type.Object({ what: Type.String(), nextStep: Type.String() }, { $id: 'ErasureLeft' }), { description: 'What this does not reach' }),
}, { $id: 'Erasure' })

/** A month of samples is read. */
const mostSeconds = 300

export const erasePerson = verb({
  noun: 'person', verb: 'erase', summary: 'Take the name of somebody out of all that was measured and noted', action: 'tenant:admin',
  description: 'All amounts stay as they are. What comes late, or as long as there is an account, comes without the name. It cannot be taken back. By name, or by what reports call the person; done again, it takes what is left.',
  input: Type.Object({ confirm: ConfirmSchema }, { $id: 'PersonErase', additionalProperties: false }),
  answer: ErasureSchema,
  async load(context: Context) {
    const { tx, control, tenant, params } = context
    const ref = params.person!
    await tx.execute(sql`set local statement_timeout = ${sql.raw(`'${mostSeconds}s'`)}`)
    const key = await needPersonKey(tx, control.keyRing, await loadTenant(tx, tenant.id, { lock: true }))
    await lockPersons(tx, [tenant.id], 'alone')
    const pseudonym = isPseudonym(ref) ? ref : pseudonymOf(key, ref)
    const [row] = await tx.select().from(persons).where(and(eq(persons.tenantId, tenant.id), eq(persons.pseudonym, pseudonym)))
    if (!row && (isPseudonym(ref) || !(await isNoted(context, ref)))) throw new Problem('person-unknown', { tenant: tenant.name })
    return { pseudonym, row, name: isPseudonym(ref) ? row!.name : ref }
  },
  plan: async () => plainPlan({
    confirmations: [{ confirmation: 'erase', what: 'The name is gone from costs, sessions, samples, operations, events and audit for good; amounts stay.' }],
    warnings: ['An account that stays is measured on, without its name.'],
  }),
  async apply({ tx, tenant, now }, { pseudonym, row, name }: { pseudonym: string; row: PersonRow | undefined; name: string | null }) {
    const tombstone = row?.tombstone ?? newTombstone()
    const erasedAt = row?.erasedAt ?? now
    const erasing = { tenantId: tenant.id, name, tombstone }
    const erased = await eraseRows(tx, erasing)
    await tx.insert(persons).values({ tenantId: tenant.id, pseudonym, name: null, tombstone, erasedAt, seenAt: now }).onConflictDoUpdate({ target: [persons.tenantId, persons.pseudonym], set: { name: null, tombstone, erasedAt } })
    // An hour that is being computed from what it read before is computed again.
    await tx.execute(sql`update rollups_due set version = version + 1 where grain = 'hour' and of_id in (select cluster_id from hubs where tenant_id = ${tenant.id})`)
    return { answer: { tombstone, erasedAt: erasedAt.toISOString(), erased, left: await leftOf(tx, erasing) }, subject: tombstone }
  },
})

/** Whether an operation or the audit tells of somebody who was never measured. */
async function isNoted({ tx, tenant }: Context, name: string): Promise<boolean> {
  const { rows: [noted] } = await tx.execute<{ found: boolean }>(sql`
    select exists (select from audit where tenant_id = ${tenant.id} and verb ~ '^(user|server|group)[A-Z]' and position(${name} in target) > 0)
      or exists (select from operations where tenant_id = ${tenant.id} and kind ~ '^(user|server|group)\\.|^hub\\.cull' and position(${JSON.stringify(name)} in concat(input, result)) > 0) as found`)
  return noted!.found
}
