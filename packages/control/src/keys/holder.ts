import type { Caller } from '../caller.ts'

/*
 * Who makes a key may use it, so a key stands for whoever made it: all that descend from one key of a tenant are one person's, as far as
 * Hubfleet can tell. What a platform admin hands out into a tenant begins a person of its own.
 */

/** The descent of a new key `id` of the tenant. */
export const descentOf = (maker: Caller, id: string, tenantId: string): { makers: string[]; holder: string } => ({
  makers: [...maker.makers ?? [], maker.principal],
  holder: maker.tenantId === tenantId ? holderOf(maker) : id,
})

export const holderOf = ({ holder, principal }: Pick<Caller, 'holder' | 'principal'>): string => holder ?? principal

/** Whether the caller may be the holder again, with a key that he made for himself: a platform admin too, with one that he made in a tenant. */
export const mayBe = (caller: Pick<Caller, 'makers' | 'principal'>, holder: string): boolean => [caller.principal, ...caller.makers ?? []].includes(holder)
