import { Type } from 'typebox'
import type { SigningKeyRow } from '@hubfleet/database'
import { NullableTime, OpenEnum, time, TimeSchema } from '../wire.ts'
import { goodForSeconds } from './identity-token.ts'
import { publishedUntil, signingAlgorithm } from './signing-keys.ts'

export const SigningKeySchema = Type.Object({
  id: Type.String({ description: 'As in the header of tokens and among the public keys: `kid`' }),
  state: OpenEnum('next', 'signs', 'retired'),
  algorithm: Type.String(),
  createdAt: TimeSchema,
  signsFrom: TimeSchema,
  signsUntil: { ...NullableTime, description: 'When another takes over; null while none is there' },
  tokensEnd: { ...NullableTime, description: 'When its last token ends' },
  publishedUntil: { ...NullableTime, description: 'Until when it stays among the public keys' },
}, { $id: 'SigningKey', description: 'By which Hubfleet signs the tokens that clouds take. Of its private half nobody is shown anything' })

/** `rows` are all there are, the newest first. */
export function showSigningKey(rows: readonly SigningKeyRow[], row: SigningKeyRow, now: Date) {
  const successor = rows[rows.findIndex(({ id }) => id === row.id) - 1]?.signsFrom ?? null
  return {
    id: row.id, state: stateOf(rows, row, now), algorithm: signingAlgorithm, createdAt: row.createdAt.toISOString(), signsFrom: row.signsFrom.toISOString(), signsUntil: time(successor),
    tokensEnd: time(successor && tokensEnd(successor)), publishedUntil: time(successor && publishedUntil(successor)),
  }
}

export function stateOf(rows: readonly SigningKeyRow[], { id, signsFrom }: Pick<SigningKeyRow, 'id' | 'signsFrom'>, now: Date): 'next' | 'signs' | 'retired' {
  if (signsFrom > now) return 'next'
  return rows.find((row) => row.signsFrom <= now)?.id === id ? 'signs' : 'retired'
}

export const tokensEnd = (successorSignsFrom: Date): Date => new Date(successorSignsFrom.getTime() + goodForSeconds * 1000)
