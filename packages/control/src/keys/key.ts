import { createHash, randomBytes } from 'node:crypto'
import { Type } from 'typebox'
import type { KeyRow, Role } from '@hubfleet/database'
import { IdSchema, NullableText, NullableTime, OpenEnum, time, TimeSchema } from '../wire.ts'

export const RoleSchema = Type.Union([Type.Literal('reader'), Type.Literal('operator'), Type.Literal('admin')], { description: 'reader looks, operator runs hubs, admin also makes and deletes them. In the tenant `platform`: over all tenants' })

export const KeySchema = Type.Object({
  id: IdSchema('key'),
  name: Type.String(),
  role: OpenEnum('reader', 'operator', 'admin'),
  prefix: Type.String({ description: 'The first characters of the key, to recognize it by' }),
  createdBy: NullableText,
  createdAt: TimeSchema,
  expiresAt: NullableTime,
  revokedAt: NullableTime,
}, { $id: 'Key' })

export const showKey = (row: KeyRow) => ({
  id: row.id, name: row.name, role: row.role, prefix: row.prefix, createdBy: row.makers.at(-1) ?? null, createdAt: row.createdAt.toISOString(), expiresAt: time(row.expiresAt), revokedAt: time(row.revokedAt),
})

/** A new key: 256 random bits behind `hf_`, which lets secret scanners find a leaked one. */
export function newKey(): { key: string; hash: string; prefix: string } {
  const key = `hf_${randomBytes(32).toString('base64url')}`
  return { key, hash: hashKey(key), prefix: key.slice(0, 9) }
}

export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex')

export type { Role }
