import type { ProblemCode, ProblemParams } from './catalogue.ts'
import { catalogue } from './catalogue.ts'

/** One offending place of an input: `pointer` is an RFC 6901 JSON pointer into the request body ('' is the whole body). */
export interface ProblemField { pointer: string; code: string; detail: string }

/** The wire form, RFC 9457 `application/problem+json` with our extension members. */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  code: string
  /** Whether the same request can succeed later without being changed. */
  retryable: boolean
  /** What the reader should do now. */
  nextStep: string
  params: Record<string, unknown>
  errors: ProblemField[]
  instance?: string
  requestId?: string
}

export interface ProblemOptions { errors?: ProblemField[]; cause?: unknown; retryAfterSeconds?: number }

const pages = 'https://hubfleet.dev/problems/'

/**
 * The only error that may reach a user. Its text comes from the catalogue; what varies is in `params`, which are shown
 * to the user: never put a secret in them.
 */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'Problem'
  readonly code: Code
  readonly params: ProblemParams<Code>
  readonly errors: ProblemField[]
  readonly retryAfterSeconds: number | undefined

  constructor(code: Code, params: ProblemParams<Code>, options: ProblemOptions = {}) {
    super(fill(catalogue[code].detail, params), { cause: options.cause })
    this.code = code
    this.params = params
    this.errors = options.errors ?? []
    this.retryAfterSeconds = options.retryAfterSeconds
  }

  get status(): number { return catalogue[this.code].status }
  get retryable(): boolean { return catalogue[this.code].retryable }
  get nextStep(): string { return fill(catalogue[this.code].nextStep, this.params) }

  toDocument(): ProblemDocument {
    const { title, status, retryable } = catalogue[this.code]
    return { type: pages + this.code, title, status, detail: this.message, code: this.code, retryable, nextStep: this.nextStep, params: this.params, errors: this.errors }
  }
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem

function fill(template: string, params: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}
