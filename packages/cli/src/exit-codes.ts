/** What a script can decide by. */
export const exitCodes = { ok: 0, error: 1, usage: 2, notFound: 3, auth: 4, conflict: 5, operationFailed: 6, waitTimedOut: 7, interrupted: 130 } as const

/** The one table: the help and the reference page show it. */
export const exitCodeMeanings: Record<keyof typeof exitCodes, string> = {
  ok: 'done',
  error: 'any other error',
  usage: 'the command line was not understood',
  notFound: 'there is no such thing, or the key may not see it',
  auth: 'the key is missing, not valid, or may not do this',
  conflict: 'taken, in use, or changed by somebody else',
  operationFailed: 'the operation failed or was canceled',
  waitTimedOut: 'the operation still runs after --wait-timeout',
  interrupted: 'interrupted with Ctrl-C; an operation that was begun goes on',
}

export const exitCodeRows = Object.entries(exitCodes).map(([name, code]) => [String(code), exitCodeMeanings[name as keyof typeof exitCodes]] as const)
