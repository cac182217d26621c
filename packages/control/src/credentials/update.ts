import { Type } from 'typebox'
import { canonicalJson, CloudCredentialPatchSchema, patchCredential, pointerOf, splitCredential, type CloudCredential } from '@hubfleet/core'
import { and, clusters, credentials, eq, seal } from '@hubfleet/database'
import { plainPlan, type Plan } from '../plan.ts'
import { verb } from '../verb.ts'
import { checkDeadlineSeconds, elsewhere } from './create.ts'
import { loadCredential, openCredential, trustOf, usesCredential } from './credential.ts'
import { guardEndpoints, requireUsable } from './require-usable.ts'

export const updateCredential = verb({
  noun: 'credential', verb: 'update', summary: 'Replace the secret of a credential, or how it gets in',
  description: 'What is left out stays, the secret too. Its name, cloud and account stay always. Clusters go on with what it is now.',
  action: 'hub:admin',
  input: Type.Object({ spec: CloudCredentialPatchSchema }, { $id: 'CredentialUpdate', additionalProperties: false }),
  prepare: (control, _caller, _params, { spec }) => guardEndpoints(control, spec),
  load: (context) => loadCredential(context, context.params.credential!, { lock: 'no key update' }),
  revision: ({ generation }) => generation,
  async plan({ control, tenant }, row, { spec }) {
    const before = await openCredential(control.keyRing, row)
    const after = patchCredential(before, spec)
    requireUsable(control, tenant, after.type)
    return plainPlan({ effect: after, diff: differences(before, after), ...elsewhere(trustOf(control, tenant.id, after)) })
  },
  async apply({ tx, control, tenant, now }, { id, generation: before }, _input, { effect: credential }) {
    const generation = before + 1
    const { shown, secrets } = splitCredential(credential)
    const sealed = Object.keys(secrets).length > 0 ? await seal(control.keyRing, id, secrets) : null
    await tx.update(credentials).set({ spec: shown, secrets: sealed, generation, state: 'checking', updatedAt: now, wakeAt: null }).where(eq(credentials.id, id))
    await tx.update(clusters).set({ credentialRevision: generation }).where(and(usesCredential(id), eq(clusters.tenantId, tenant.id)))
    return { work: { type: 'credential', id }, tenantId: tenant.id, generation, deadlineSeconds: checkDeadlineSeconds }
  },
})

/** Of a secret only that it is another one. */
function differences(before: CloudCredential, after: CloudCredential): Plan['diff'] {
  const [was, is] = [splitCredential(before), splitCredential(after)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    const [old, now] = [(before as Record<string, unknown>)[name], (after as Record<string, unknown>)[name]]
    if (canonicalJson(old ?? null) === canonicalJson(now ?? null)) return []
    const op = old === undefined ? 'add' : now === undefined ? 'remove' : 'replace'
    const secret = name in was.secrets || name in is.secrets
    return [{ op, path: pointerOf([name]), ...(!secret && now !== undefined && { value: now }) }]
  })
}
