import { Problem } from '@hubfleet/core'
import type { Role } from '@hubfleet/database'
import { isPlatform, type Caller } from './caller.ts'

/**
 * What a call does, for the question who may. `platform:admin` is for admins of the tenant `platform` only.
 * An operator runs hubs; an admin also makes and deletes them, and decides over keys and clusters.
 */
const roleFor = {
  'tenant:read': 'reader',
  'tenant:admin': 'admin',
  'hub:operate': 'operator',
  'hub:admin': 'admin',
  'plan:approve': 'admin',
  'platform:admin': 'admin',
} as const satisfies Record<string, Role>

export type Action = keyof typeof roleFor

const rank: Record<Role, number> = { reader: 0, operator: 1, admin: 2 }

export function mayDo(caller: Caller, action: Action): boolean {
  if (action === 'platform:admin' && !isPlatform(caller)) return false
  return rank[caller.role] >= rank[roleFor[action]]
}

export function authorize(caller: Caller, action: Action): void {
  if (mayDo(caller, action)) return
  const needed = action === 'platform:admin' ? 'platform admin' : roleFor[action]
  throw new Problem('forbidden', { role: isPlatform(caller) ? `platform ${caller.role}` : caller.role, action, needed })
}
