import { ConflictError, ForbiddenError, NotFoundError, OperationCanceledError, OperationFailedError, PreconditionFailedError, UnauthenticatedError } from '@hubfleet/sdk'
import { Detached, UsageError, WaitTimedOut } from './errors.ts'

/** What a script can decide by. */
export const exitCodes = {
  ok: 0, error: 1, usage: 2, notFound: 3, auth: 4, conflict: 5, operationFailed: 6, waitTimedOut: 7, interrupted: 130,
} as const

export const exitCodeHelp = `Exit codes:
  0    done                    4    the key is missing, not valid or may not do this
  1    any other error         5    conflict: taken, in use, or changed by somebody else
  2    wrong usage             6    the operation failed or was canceled
  3    not found               7    it still runs after --wait-timeout
  130  interrupted; an operation that was begun goes on`

export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return exitCodes.usage
  if (error instanceof Detached) return exitCodes.interrupted
  if (error instanceof NotFoundError) return exitCodes.notFound
  if (error instanceof UnauthenticatedError || error instanceof ForbiddenError) return exitCodes.auth
  if (error instanceof ConflictError || error instanceof PreconditionFailedError) return exitCodes.conflict
  if (error instanceof OperationFailedError || error instanceof OperationCanceledError) return exitCodes.operationFailed
  if (error instanceof WaitTimedOut) return exitCodes.waitTimedOut
  return exitCodes.error
}
