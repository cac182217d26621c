import { Type } from 'typebox'
import { Problem, subjectOf, usualAudiences } from '@hubfleet/core'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'

export const getTenantTrust = query({
  noun: 'tenant', verb: 'trust', summary: 'What a cloud is told so that it takes the tokens that Hubfleet signs for the tenant',
  description: 'For credentials of the types `…-federation`. Clouds fetch the keys from the issuer themselves.', action: 'tenant:read', input: Nothing,
  answer: Type.Object({
    issuer: Type.String(), subject: Type.String(), keys: Type.String({ description: 'Where the public keys are' }),
    audiences: Type.Object({ gcp: Type.String(), azure: Type.String(), aws: Type.String() }, { $id: 'TrustAudiences', description: 'What the tokens for each cloud are made out to' }),
  }, { $id: 'TenantTrust' }),
  async run({ control: { publicUrl }, tenant }) {
    if (!publicUrl) throw new Problem('federation-unset', { type: 'federation', instead: 'with a key' })
    return { issuer: publicUrl, subject: subjectOf(tenant.id), keys: `${publicUrl}/.well-known/jwks.json`, audiences: { ...usualAudiences } }
  },
})
