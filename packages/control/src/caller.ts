import { platformTenantId, type Role } from '@hubfleet/database'

/** Who calls, as the key says. */
export interface Caller {
  /** Id of the key. */
  principal: string
  tenantId: string
  tenantName: string
  role: Role
  /** The keys that it descends from, and the one that stands for whoever holds it (`keys/holder.ts`). A caller of ours that has no key stands for itself. */
  makers?: readonly string[]
  holder?: string
  requestId: string
  /** What made the call: a person's or script's request, or one of ours. */
  reason: 'api' | 'schedule' | 'trigger' | 'budget' | 'drift'
}

/** A key of the tenant `platform` works in every tenant. */
export const isPlatform = (caller: Caller): boolean => caller.tenantId === platformTenantId
