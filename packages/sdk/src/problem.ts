/** One offending place of an input; `pointer` is a JSON pointer (RFC 6901) into what was sent, '' is all of it. */
export interface ProblemField { pointer: string; code: string; detail: string }

/** What the API answers when it refuses: RFC 9457 `application/problem+json` with the members that Hubfleet adds. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  /** Never changes its meaning: decide by this, not by a text. */
  code: string
  /** Whether the same request can succeed later without being changed. */
  retryable: boolean
  /** What to do now. */
  nextStep: string
  params: Record<string, unknown>
  errors: ProblemField[]
  instance?: string
  /** Names the request in the server's log. */
  requestId?: string
}

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && typeof (value as Problem).code === 'string' && typeof (value as Problem).title === 'string'

/** A problem for an answer that is none, such as the empty or HTML error page of a proxy in between. */
export function foreignProblem(status: number, requestId: string | undefined): Problem {
  return {
    type: 'about:blank', title: `HTTP ${status}`, status, code: 'foreign-answer', retryable: status >= 500, params: {}, errors: [], ...(requestId && { requestId }),
    detail: `Something between this client and Hubfleet answered ${status}; it was not the API.`,
    nextStep: 'Check the address of the server and any proxy on the way.',
  }
}
