/** The command line was not understood; `hint` says what to type instead. */
export class UsageError extends Error {
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

/** Ctrl-C or the end of the input where an answer was asked for. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted; nothing was done')
  }
}

/** The user pressed Ctrl-C while an operation runs, which goes on. `resume` is the command that shows it again. */
export class Detached extends Error {
  readonly resume: string

  constructor(resume: string) {
    super('Detached; the operation goes on')
    this.resume = resume
  }
}

/** `--wait-timeout` is over before the operation is. */
export class WaitTimedOut extends Error {
  readonly resume: string

  constructor(resume: string, cause: unknown) {
    super('Still running after --wait-timeout; the operation goes on', { cause })
    this.resume = resume
  }
}

/** Something on this machine or in a cluster is not as needed; `nextStep` says how to mend it. */
export class LocalError extends Error {
  readonly nextStep: string

  constructor(message: string, nextStep: string, options?: ErrorOptions) {
    super(message, options)
    this.nextStep = nextStep
  }
}
