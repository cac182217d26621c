import { ConflictError, ForbiddenError, NotFoundError, OperationCanceledError, OperationFailedError, PreconditionFailedError, UnauthenticatedError } from '@hubfleet/sdk'
import { FilesError } from './apply/faults.ts'
import { Detached, Interrupted, UsageError, WaitTimedOut } from './errors.ts'
import { exitCodes } from './exit-codes.ts'

export function exitCodeOf(error: unknown): number {
  if (error instanceof FilesError) return error.cause === undefined ? exitCodes.usage : exitCodeOf(error.cause)
  if (error instanceof UsageError) return exitCodes.usage
  if (error instanceof Detached || error instanceof Interrupted) return exitCodes.interrupted
  if (error instanceof NotFoundError) return exitCodes.notFound
  if (error instanceof UnauthenticatedError || error instanceof ForbiddenError) return exitCodes.auth
  if (error instanceof ConflictError || error instanceof PreconditionFailedError) return exitCodes.conflict
  if (error instanceof OperationFailedError || error instanceof OperationCanceledError) return exitCodes.operationFailed
  if (error instanceof WaitTimedOut) return exitCodes.waitTimedOut
  return exitCodes.error
}
