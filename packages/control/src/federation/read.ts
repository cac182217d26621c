import { Problem } from '@hubfleet/core'
import { pageInput, pageOf, paginateItems } from '../pagination.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { showSigningKey, SigningKeySchema } from './signing-key.ts'
import { allKeys } from './signing-keys.ts'

export const getSigningKey = query({
  noun: 'signingKey', verb: 'get', summary: 'A key that signs tokens for clouds', action: 'platform:admin', input: Nothing, answer: SigningKeySchema,
  async run({ tx, control, params }) {
    const rows = await allKeys(tx)
    const row = rows.find(({ id }) => id === params.signingKey)
    if (!row) throw new Problem('not-found', { noun: 'signing-key', ref: params.signingKey! })
    return showSigningKey(rows, row, control.clock.now())
  },
})

export const listSigningKeys = query({
  noun: 'signingKey', verb: 'list', summary: 'The keys that sign tokens for clouds, the newest first', description: 'There are two or three at most; none before the first token.',
  action: 'platform:admin', input: pageInput({}), answer: pageOf(SigningKeySchema, 'SigningKeyPage'),
  async run({ tx, control }, input) {
    const rows = await allKeys(tx)
    return paginateItems(control, 'signingKeys', input, null, rows.map((row) => showSigningKey(rows, row, control.clock.now())), ({ id }) => id)
  },
})
