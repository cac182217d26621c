import type { ProblemField } from '../../problems/problem.ts'
import { judgeNewCertificate } from './certificate.ts'
import type { HubSpec } from '../spec.ts'

/** Whether a certificate that is sent is good today. One that is stored and expires meanwhile stands in nobody's way: its hub's condition tells. */
export function exposureChange(before: HubSpec | null, after: HubSpec, now: Date): { errors: ProblemField[]; warnings: string[] } {
  const { certificate } = after.exposure.https ?? {}
  const fault = certificate === undefined || certificate === before?.exposure.https?.certificate ? null : judgeNewCertificate(certificate, now)
  if (!fault) return { errors: [], warnings: [] }
  if (fault.code === 'ExpiresSoon') return { errors: [], warnings: [fault.what] }
  return { errors: [{ pointer: '/exposure/https/certificate', code: 'expired', detail: fault.what }], warnings: [] }
}
