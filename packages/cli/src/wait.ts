import { TimeoutError, type Operation, type OperationHandle } from '@hubfleet/sdk'
import { Detached, WaitTimedOut } from './errors.ts'
import type { Io } from './io.ts'
import { progressOn } from './output/progress.ts'

/** Shows an operation until it ends. Ctrl-C detaches: the operation goes on, and the error says how to come back. */
export async function waitFor(io: Io, handle: OperationHandle, { timeoutSeconds, quiet = false }: { timeoutSeconds?: number; quiet?: boolean } = {}): Promise<Operation> {
  const abort = new AbortController()
  const undo = io.onInterrupt(() => abort.abort(new Detached(handle.id)))
  const progress = quiet ? undefined : progressOn(io)
  try {
    return await handle.wait({ signal: abort.signal, ...(progress && { onProgress: progress.show }), ...(timeoutSeconds !== undefined && { timeoutMs: timeoutSeconds * 1000 }) })
  } catch (error) {
    if (error instanceof TimeoutError && timeoutSeconds !== undefined) throw new WaitTimedOut(handle.id, error)
    throw error
  } finally {
    progress?.end()
    undo()
  }
}
