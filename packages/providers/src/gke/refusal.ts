/** What Google said when it did not do what it was asked, whichever way it was asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** As google.rpc.Code has it: `NOT_FOUND`, `PERMISSION_DENIED`, … */
  readonly status: string
  /** What was asked, as `container.clusters.create`. */
  readonly asked: string
  /** Of google.rpc.ErrorInfo: `SERVICE_DISABLED`, `RATE_LIMIT_EXCEEDED`, … */
  readonly reason: string
  readonly metadata: Readonly<Record<string, string>>
  readonly retryAfterSeconds: number | undefined

  constructor(asked: string, said: { status: string; message: string; reason?: string | undefined; metadata?: Record<string, string> | undefined; retryAfterSeconds?: number | undefined; cause?: unknown }) {
    super(said.message, { cause: said.cause })
    this.asked = asked
    this.status = said.status
    this.reason = said.reason ?? ''
    this.metadata = said.metadata ?? {}
    this.retryAfterSeconds = said.retryAfterSeconds
  }
}

export const isNotFound = (error: unknown): boolean => refusalOf(error)?.status === 'NOT_FOUND'
export const isTaken = (error: unknown): boolean => refusalOf(error)?.status === 'ALREADY_EXISTS'

/** Something else is being done to the cluster: what is wanted is asked for again when that has ended. */
export const isInTheWay = (error: unknown): boolean => {
  const refusal = refusalOf(error)
  return refusal?.status === 'FAILED_PRECONDITION' && /incompatible operation|is currently \w+ing|try again once it is done/i.test(refusal.message)
}

/** Of a Problem that comes from Google, what Google said. */
export const refusalOf = (error: unknown): Refusal | null => (error instanceof Refusal ? error : error instanceof Error && error.cause instanceof Refusal ? error.cause : null)

const statuses = [
  'OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS', 'PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION', 'ABORTED',
  'OUT_OF_RANGE', 'UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS', 'UNAUTHENTICATED',
]
export const statusOfCode = (code: number): string => statuses[code] ?? 'UNKNOWN'

const ofHttp: Record<number, string> = {
  400: 'INVALID_ARGUMENT', 401: 'UNAUTHENTICATED', 403: 'PERMISSION_DENIED', 404: 'NOT_FOUND', 409: 'ALREADY_EXISTS', 412: 'FAILED_PRECONDITION', 429: 'RESOURCE_EXHAUSTED', 501: 'UNIMPLEMENTED', 504: 'DEADLINE_EXCEEDED',
}
export const statusOfHttp = (code: number): string => ofHttp[code] ?? (code >= 500 ? 'UNAVAILABLE' : 'INVALID_ARGUMENT')
