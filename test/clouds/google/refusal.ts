/** A refusal in Google's words. It goes out as a gRPC status or as the JSON of an error. */
export const codes = {
  CANCELLED: [1, 499], UNKNOWN: [2, 500], INVALID_ARGUMENT: [3, 400], NOT_FOUND: [5, 404], ALREADY_EXISTS: [6, 409], PERMISSION_DENIED: [7, 403], RESOURCE_EXHAUSTED: [8, 429],
  FAILED_PRECONDITION: [9, 400], UNIMPLEMENTED: [12, 501], UNAVAILABLE: [14, 503], UNAUTHENTICATED: [16, 401],
} as const
export type Status = keyof typeof codes

export class GoogleError extends Error {
  readonly status: Status
  readonly reason: string | undefined
  readonly retryAfterSeconds: number | undefined
  constructor(status: Status, message: string, { reason, retryAfterSeconds }: { reason?: string; retryAfterSeconds?: number } = {}) {
    super(message)
    this.status = status
    this.reason = reason
    this.retryAfterSeconds = retryAfterSeconds
  }
}
export const invalid = (message: string): never => { throw new GoogleError('INVALID_ARGUMENT', message) }
/** What this small Google does not know, said loudly. */
export const unimplemented = (what: string): never => { throw new GoogleError('UNIMPLEMENTED', `this local Google does not know ${what}`) }
