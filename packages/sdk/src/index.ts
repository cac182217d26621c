export { Hubfleet, type BuildEvent } from './hubfleet.ts'
export type { Answer, Call, CallOptions, ChangeOptions, ClientOptions } from './transport.ts'
export type { Sleep } from './sleep.ts'
export { List, type Page } from './list.ts'
export { OperationHandle, OperationPromise, type Operation, type WaitOptions } from './operation.ts'
export type { Problem, ProblemField } from './problem.ts'
export {
  BadRequestError, ConflictError, ConnectionError, ForbiddenError, HubfleetError, InvalidResponseError, NotFoundError, OperationCanceledError, OperationFailedError, PreconditionFailedError,
  ProblemError, RateLimitedError, ServerError, TimeoutError, UnauthenticatedError, UnprocessableError,
} from './errors.ts'
export { VerifiableWebhooks, verifyWebhook, WebhookVerificationError, type WebhookHeaders } from './verify-webhook.ts'
export { operations } from './generated/operations.ts'
export type * from './generated/schema.ts'
