import type { Operation } from './generated/schema.ts'
import type { Problem } from './problem.ts'

/** What every error of this client is, except an abort that the caller asked for: that is thrown as the signal's reason. */
export class HubfleetError extends Error {
  override get name(): string { return this.constructor.name }
}

/** The API refused. One subclass for each status that a program treats differently. */
export class ProblemError extends HubfleetError {
  readonly problem: Problem
  readonly response: Response

  constructor(problem: Problem, response: Response) {
    super(`${problem.title}: ${problem.detail}`)
    this.problem = problem
    this.response = response
  }

  get status(): number { return this.response.status }
  get code(): string { return this.problem.code }
  get requestId(): string | undefined { return this.problem.requestId }
}

export class BadRequestError extends ProblemError {}
export class UnauthenticatedError extends ProblemError {}
export class ForbiddenError extends ProblemError {}
export class NotFoundError extends ProblemError {}
export class ConflictError extends ProblemError {}
/** If-Match named another revision. */
export class PreconditionFailedError extends ProblemError {}
export class UnprocessableError extends ProblemError {}
export class RateLimitedError extends ProblemError {}
export class ServerError extends ProblemError {}

const byStatus: Record<number, typeof ProblemError> = {
  400: BadRequestError, 401: UnauthenticatedError, 403: ForbiddenError, 404: NotFoundError, 409: ConflictError,
  412: PreconditionFailedError, 422: UnprocessableError, 429: RateLimitedError,
}

export function problemError(problem: Problem, response: Response): ProblemError {
  const Class = byStatus[response.status] ?? (response.status >= 500 ? ServerError : ProblemError)
  return new Class(problem, response)
}

/** No complete answer came: no connection, or one that broke. A change may have been accepted; sending it again with the same key is safe. */
export class ConnectionError extends HubfleetError {}

/** A try, or the wait for an operation, took longer than it was given. */
export class TimeoutError extends HubfleetError {}

/** The answer says success, but its body is no JSON: something else answers at this address. */
export class InvalidResponseError extends HubfleetError {
  readonly response: Response

  constructor(message: string, response: Response) {
    super(message)
    this.response = response
  }
}

/** The operation ended `failed`; `problem` says why. */
export class OperationFailedError extends HubfleetError {
  readonly operation: Operation

  constructor(operation: Operation) {
    super(operation.error ? `${operation.error.title}: ${operation.error.detail}` : `Operation ${operation.id} failed`)
    this.operation = operation
  }

  get problem(): Problem | null { return this.operation.error ?? null }
}

/** The operation ended `canceled`: on request, or since a later change overtook it (`operation.supersededBy`). */
export class OperationCanceledError extends HubfleetError {
  readonly operation: Operation

  constructor(operation: Operation) {
    super(operation.supersededBy ? `Operation ${operation.id} was overtaken by ${operation.supersededBy}` : `Operation ${operation.id} was canceled`)
    this.operation = operation
  }
}
