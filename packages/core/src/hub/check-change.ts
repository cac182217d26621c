import type { ProblemField } from '../problems/problem.ts'
import { exposureChange } from './exposure/exposure-change.ts'
import type { Confirmation } from './findings.ts'
import { loginChange } from './login/change.ts'
import type { HubSpec } from './spec.ts'
import { storageChange } from './storage/storage-change.ts'

/** What a change has wrong, or what a plan must tell of it, that neither spec shows by itself. `before` is null for a new hub. */
export function checkChange(before: HubSpec | null, after: HubSpec, now: Date): { errors: ProblemField[]; warnings: string[]; confirmations: Confirmation[] } {
  const found = [...(before ? [storageChange(before, after)] : []), exposureChange(before, after, now)]
  const login = before ? loginChange(before, after) : { confirmations: [], warnings: [] }
  return { errors: found.flatMap(({ errors }) => errors), warnings: [...found.flatMap(({ warnings }) => warnings), ...login.warnings], confirmations: login.confirmations }
}
