import type { Issuer } from '@hubfleet/control'
import { camelCode, providerOfCloud, setCondition, type Condition } from '@hubfleet/core'
import { credentials, eq, platformScope, transaction, type CredentialState } from '@hubfleet/database'
import { recordEvent, type PassOutcome, type Reconciler } from '@hubfleet/engine'
import type { Handles } from '../handles.ts'
import { nextLook } from '../next-look.ts'
import { checkStep, type CredentialScope } from './check-step.ts'
import { openFor } from './open.ts'
import { tellClusters } from './tell-clusters.ts'

/** One that was taken away in the cloud is noticed after this long, if nothing else meets it earlier. */
const calmMs = 24 * 3600 * 1000

/** Whether the cloud takes a credential, and all permissions are there: asked at each change, when somebody wants to know, and daily. */
export function credentialReconciler({ handles, ...issuer }: Issuer & { handles: Handles }): Reconciler<CredentialScope> {
  return {
    async open(id) {
      const [row] = await transaction(issuer.database, platformScope, (tx) => tx.select().from(credentials).where(eq(credentials.id, id)))
      if (!row) return null
      const scope: CredentialScope = { row, finding: null, provider: () => handles.provider(providerOfCloud(row.cloud)), open: () => openFor(issuer, row) }
      return { generation: row.generation, steps: [checkStep], scope, momentary: true, result: async () => ({ credentialId: id, ...scope.finding }) }
    },

    async record(tx, id, { generation, scope: { finding } }, outcome) {
      const [row] = await tx.select().from(credentials).where(eq(credentials.id, id)).for('no key update')
      if (row?.generation !== generation) return // it is gone, or another one now, which is looked at next
      const { now, result } = outcome
      const answered = result.outcome === 'reached' || (result.outcome === 'refused' && !result.problem.retryable)
      const conditions = setCondition(row.conditions, conditionOf(outcome, generation), now)
      const verdict = result.outcome === 'reached' ? 'ready' : 'refused'
      const state: CredentialState = answered ? verdict : row.state
      const { identity, account, missing } = finding ?? { ...row.status, missing: undefined }
      const status = answered ? { ...(identity !== undefined && { identity }), ...(account !== undefined && { account }), ...(missing && { missing }), checkedAt: now.toISOString() } : row.status
      const wakeAt = answered ? new Date(now.getTime() + calmMs) : nextLook(outcome, { conditions, updatedAt: row.updatedAt })
      await tx.update(credentials).set({ state, status, conditions, observedGeneration: answered ? generation : row.observedGeneration, wakeAt }).where(eq(credentials.id, id))
      if (!answered) return
      const told = await tellClusters(tx, row, conditions.find(({ type }) => type === checkStep.condition)!, now)
      if (state === row.state) return
      const why = result.outcome === 'refused' ? { code: result.problem.code, detail: result.problem.message } : {}
      await recordEvent(tx, { tenantId: row.tenantId, type: `credential.${verdict}`, subject: id, data: { name: row.name, from: row.state, ...why, clusters: told } })
    },
  }
}

/** Where the cloud did not answer, nobody knows. */
function conditionOf({ result, observations }: PassOutcome, observedGeneration: number): Omit<Condition, 'lastTransitionTime'> {
  const last = observations.at(-1)!.observation
  const of = { type: checkStep.condition, observedGeneration }
  if (result.outcome !== 'refused') return { ...of, status: 'True', reason: 'InSync', message: `${checkStep.name}: ${'message' in last ? last.message : ''}` }
  const { problem } = result
  return { ...of, status: problem.retryable ? 'Unknown' : 'False', reason: camelCode(problem.code), message: `${checkStep.name}: ${problem.message} ${problem.nextStep}` }
}
