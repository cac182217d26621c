import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { signingKeys } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { showSigningKey, SigningKeySchema } from './signing-key.ts'
import { aheadMs, allKeys, lockKeys, newKey } from './signing-keys.ts'

export const createSigningKey = verb({
  noun: 'signingKey', verb: 'create', summary: 'Rotate the keys that sign tokens for clouds, before it is due',
  description: 'The new key is published at once and signs later, so that clouds know it by then; the one before stays published for a day after that, and its tokens hold to their end. By itself this happens every month.',
  action: 'platform:admin',
  input: Type.Object({
    signsAfterSeconds: Type.Optional(Type.Integer({
      minimum: 600, maximum: 30 * 86_400, default: aheadMs / 1000,
      description: 'When it begins to sign, in seconds from now. Servers tell of a new key within 5 minutes, and clouds keep what they fetched for up to a day: with less, a cloud may refuse tokens until it fetches again',
    })),
  }, { $id: 'SigningKeyCreate', additionalProperties: false }),
  answer: SigningKeySchema,
  async prepare({ publicUrl, keyRing, clock }, _caller, _params, { signsAfterSeconds = aheadMs / 1000 }) {
    if (!publicUrl) throw new Problem('federation-unset', { type: 'federation', instead: 'with a key' })
    const now = clock.now()
    return newKey(keyRing, now, new Date(now.getTime() + signsAfterSeconds * 1000))
  },
  load: ({ tx }) => lockKeys(tx),
  async plan(_context, _target, { signsAfterSeconds = aheadMs / 1000 }, key) {
    const early = signsAfterSeconds * 1000 < aheadMs / 2 ? ['Clouds keep public keys for up to a day: one that fetched them just now may refuse tokens of the new key until it fetches again.'] : []
    return plainPlan({ effect: key, warnings: early })
  },
  async apply({ tx, now }, _target, _input, { effect: key }) {
    const [row] = await tx.insert(signingKeys).values(key).returning()
    return { answer: showSigningKey(await allKeys(tx), row!, now), subject: row!.id }
  },
})
