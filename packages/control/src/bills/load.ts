import { isProblem, newId, Problem, type ProblemDocument } from '@hubfleet/core'
import type { Caller } from '../caller.ts'
import type { Control } from '../control.ts'
import { execute } from '../execute.ts'
import { createBill } from './create.ts'

/** A bill that was found somewhere, in place of sent. */
export interface FoundBill {
  /** Who finds it, for the audit. */
  finder: string
  tenant: { id: string; name: string }
  /** Whose it is of which no label tells. */
  cluster: string | null
  bytes: AsyncIterable<Uint8Array>
}

export type LoadBill = (found: FoundBill) => Promise<{ bill: string; notes: string[] } | { problem: ProblemDocument }>

/** Loads a bill as any key of an admin may; `rates` are of the installation. What would be no other the next time is answered, all else thrown. */
export const billLoader = (control: Control, rates: readonly string[]): LoadBill => async ({ finder, tenant, cluster, bytes }) => {
  const caller: Caller = { principal: finder, tenantId: tenant.id, tenantName: tenant.name, role: 'admin', requestId: newId('req'), reason: 'schedule' }
  try {
    const outcome = await execute(control, createBill, { caller, params: { tenant: tenant.id }, input: { rates: [...rates], ...(cluster !== null && { cluster }) }, upload: bytes })
    if (outcome.kind !== 'answer') throw new Error('A bill is loaded at once')
    const { id, notes } = outcome.answer as { id: string; notes: string[] }
    return { bill: id, notes }
  } catch (error) {
    const problem = isProblem(error) ? error : unreadable(error)
    if (!problem || problem.retryable) throw error
    return { problem: problem.toDocument() }
  }
}

/** What the file system says of a file that is not as it was hoped; that it is gone shows the next look. */
function unreadable(error: unknown): Problem | null {
  const { code = '', syscall } = error as NodeJS.ErrnoException
  return syscall !== undefined && ['EACCES', 'EPERM', 'EISDIR', 'EIO'].includes(code) ? new Problem('bill-file-unreadable', { reason: code }, { cause: error }) : null
}
