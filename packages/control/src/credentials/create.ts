import { Type } from 'typebox'
import { checkedCredential, cloudOfCredential, CloudCredentialSchema, newId, splitCredential, type Trust } from '@hubfleet/core'
import { and, credentials, eq, seal } from '@hubfleet/database'
import { nameTaken } from '../name-taken.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { NameSchema } from '../wire.ts'
import { trustOf } from './credential.ts'
import { guardEndpoints, requireUsable } from './require-usable.ts'

/** A cloud that asks for patience is asked again for so long. */
export const checkDeadlineSeconds = 600

export const createCredential = verb({
  noun: 'credential', verb: 'create', summary: 'Register how Hubfleet gets into a cloud',
  description: 'The operation succeeds when the cloud takes it and it has all permissions that a cluster needs; until then it is kept, and `credentialCheck` looks again. Its secret is never shown.',
  action: 'hub:admin',
  input: Type.Object({ name: NameSchema, spec: CloudCredentialSchema }, { $id: 'CredentialCreate', additionalProperties: false }),
  async prepare(control, _caller, _params, { spec }) {
    const credential = checkedCredential(spec)
    await guardEndpoints(control, credential)
    return credential
  },
  async load({ tx, tenant }, { name }) {
    const [taken] = await tx.select({ id: credentials.id }).from(credentials).where(and(eq(credentials.tenantId, tenant.id), eq(credentials.name, name)))
    if (taken) throw nameTaken('credential', name)
  },
  async plan({ control, tenant }, _target, _input, credential) {
    requireUsable(control, tenant, credential.type)
    const { shown } = splitCredential(credential)
    return plainPlan({ effect: credential, diff: [{ op: 'add', path: '', value: shown }], ...elsewhere(trustOf(control, tenant.id, credential)) })
  },
  async apply({ tx, control, tenant, now }, _target, { name }, { effect: credential }) {
    const id = newId('credential')
    const { shown, secrets } = splitCredential(credential)
    await tx.insert(credentials).values({
      id, tenantId: tenant.id, name, cloud: cloudOfCredential(credential), state: 'checking', spec: shown, secrets: Object.keys(secrets).length > 0 ? await seal(control.keyRing, id, secrets) : null, createdAt: now, updatedAt: now,
    })
    return { work: { type: 'credential', id }, tenantId: tenant.id, generation: 1, deadlineSeconds: checkDeadlineSeconds }
  },
})

export const elsewhere = (trust: Trust | null) => (trust ? { elsewhere: [`Have the cloud trust the issuer ${trust.issuer} for the subject ${trust.subject} and the audience ${trust.audience}.`] } : {})
