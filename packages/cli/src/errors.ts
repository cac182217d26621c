/** The command line was not understood; `hint` says what to type instead. */
export class UsageError extends Error {
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

const ofReading: Record<string, string> = {
  ENOENT: 'Look at its name: there is no such file, seen from the folder that you are in', EACCES: 'Ask for the right to read it', EISDIR: 'Name a file: it is a folder', ENOTDIR: 'Look at its path: a part of it is no folder',
}

/** A file that cannot be read. `what` has no path where that may be a secret. */
export function unreadable(what: string, error: unknown): UsageError {
  const { code } = error as NodeJS.ErrnoException
  return new UsageError(`Cannot read ${what}: ${code ?? (error as Error).message}`, ofReading[code ?? ''] ?? 'Look at the file and its path')
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
