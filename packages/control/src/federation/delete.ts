import { Problem } from '@hubfleet/core'
import { eq, signingKeys } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { showSigningKey, SigningKeySchema, stateOf, tokensEnd } from './signing-key.ts'
import { allKeys, lockKeys } from './signing-keys.ts'

export const deleteSigningKey = verb({
  noun: 'signingKey', verb: 'delete', summary: 'Take a key away from the public keys before its time',
  description: 'For one that somebody else may have: make another first, and delete this one when that signs. Servers stop telling of it within 5 minutes; a cloud believes it for as long as it keeps what it fetched.',
  action: 'platform:admin',
  input: Nothing,
  answer: SigningKeySchema,
  async load({ tx, params }) {
    await lockKeys(tx)
    const rows = await allKeys(tx)
    const row = rows.find(({ id }) => id === params.signingKey)
    if (!row) throw new Problem('not-found', { noun: 'signing-key', ref: params.signingKey! })
    return { rows, row }
  },
  async plan({ now }, { rows, row }) {
    if (stateOf(rows, row, now) === 'signs') throw new Problem('signing-key-in-use', { key: row.id })
    const successor = rows[rows.indexOf(row) - 1]
    const good = successor && row.signsFrom <= now && tokensEnd(successor.signsFrom) > now ? [`Tokens of it are good until ${tokensEnd(successor.signsFrom).toISOString()}: a cloud that is shown one of them then refuses it, and is asked again with another.`] : []
    return plainPlan({ warnings: good })
  },
  async apply({ tx, now }, { rows, row }) {
    await tx.delete(signingKeys).where(eq(signingKeys.id, row.id))
    return { answer: showSigningKey(rows, row, now), subject: row.id }
  },
})
