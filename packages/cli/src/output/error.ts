import { ConnectionError, OperationFailedError, ProblemError, type Problem } from '@hubfleet/sdk'
import { Detached, LocalError, UsageError, WaitTimedOut } from '../errors.ts'
import { FilesError } from '../apply/faults.ts'
import { plain } from './text.ts'

/** What a user reads of an error: what happened, where, and what to do next. */
export function errorInWords(error: unknown): string {
  return linesOf(error).map((line) => `${plain(line)}\n`).join('')
}

function linesOf(error: unknown): string[] {
  if (error instanceof ProblemError) return problemLines(error.problem)
  if (error instanceof OperationFailedError && error.problem) return [`Operation ${error.operation.id} failed.`, ...problemLines(error.problem)]
  if (error instanceof FilesError) return error.faults
  if (error instanceof UsageError) return [error.message, ...(error.hint ? [`Next step: ${error.hint}`] : [])]
  if (error instanceof LocalError) return [error.message, `Next step: ${error.nextStep}`]
  if (error instanceof Detached || error instanceof WaitTimedOut) return [`${error.message}.`, `Resume: ${error.resume}`]
  if (error instanceof ConnectionError) return [error.message, 'Next step: Check that the server runs and that its address is right; `hubfleet doctor` shows more']
  return [error instanceof Error ? error.message : String(error)]
}

function problemLines(problem: Problem): string[] {
  const { title, detail, errors, nextStep, code, requestId } = problem
  return [
    title, detail,
    ...errors.map((field) => `  ${field.pointer.slice(1).replaceAll('/', '.') || 'input'}: ${field.detail}`),
    `Next step: ${hereNextStep(problem) ?? nextStep}`,
    `(${code}${requestId ? `, request ${requestId}` : ''})`,
  ]
}

/** What a catalogue written for all callers says of the body of a request, said for this command line. */
function hereNextStep({ code, params }: Problem): string | undefined {
  if (code === 'confirmation-required') return `If this is meant, add --confirm ${plain(params['confirmation'])}`
  return undefined
}
