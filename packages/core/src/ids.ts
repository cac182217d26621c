import { randomBytes } from 'node:crypto'

export type IdPrefix = 'tenant' | 'key' | 'cluster' | 'credential' | 'grant' | 'hub' | 'template' | 'plan' | 'budget' | 'bill' | 'file' | 'webhook' | 'delivery' | 'op' | 'evt' | 'req'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id such as `hub_01k9…`: sortable by creation time (48 bits of milliseconds, then 70 random bits), lower-case, safe in DNS labels once the prefix is cut. */
export function newId(prefix: IdPrefix, now = Date.now()): string {
  let time = ''
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time
  const random = Array.from(randomBytes(14), (byte) => alphabet[byte % 32]).join('')
  return `${prefix}_${time}${random}`
}

export const isId = (ref: string, prefix: IdPrefix): boolean => ref.startsWith(`${prefix}_`) && ref.length === prefix.length + 25
