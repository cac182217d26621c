import { TimeoutError, type Operation, type OperationHandle } from '@hubfleet/sdk'
import type { Context } from './context.ts'
import { Detached, WaitTimedOut } from './errors.ts'
import { progressOn } from './output/progress.ts'

/** Shows an operation on standard error until it ends. Ctrl-C detaches: the operation goes on, and the error says how to come back. */
export async function waitFor({ io, settings }: Context, handle: OperationHandle, { timeoutSeconds }: { timeoutSeconds?: number | undefined } = {}): Promise<Operation> {
  const resume = await resumeCommand({ settings }, handle.id)
  const abort = new AbortController()
  const undo = io.onInterrupt(() => abort.abort(new Detached(resume)))
  const progress = progressOn(io)
  try {
    return await handle.wait({ signal: abort.signal, onProgress: progress.show, ...(timeoutSeconds !== undefined && { timeoutMs: timeoutSeconds * 1000 }) })
  } catch (error) {
    if (error instanceof TimeoutError && timeoutSeconds !== undefined) throw new WaitTimedOut(resume, error)
    throw error
  } finally {
    progress.end()
    undo()
  }
}

/** What shows an operation again, in the same tenant of the same server. */
export async function resumeCommand({ settings }: Pick<Context, 'settings'>, operation: string): Promise<string> {
  return `hubfleet operation wait ${operation}${(await settings()).flags}`
}
