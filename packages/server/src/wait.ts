import { read, type Control, type Query, type Reading } from '@hubfleet/control'
import type { Changes } from './changes.ts'

/** Reads. A read of an operation with `wait` answers when it has ended, or after so many seconds as it is then; it polls nothing. */
export async function readOrWait(control: Control, changes: Changes, query: Query, call: Reading, signal: AbortSignal): Promise<Record<string, unknown>> {
  const answer = await read(control, query, call)
  const { wait = 0 } = call.input as { wait?: number }
  return isOpen(answer) && wait > 0 ? whenEnded(control, changes, query, call, targetOf(answer), wait, signal) : answer
}

async function whenEnded(control: Control, changes: Changes, query: Query, call: Reading, target: string, seconds: number, signal: AbortSignal): Promise<Record<string, unknown>> {
  const until = performance.now() + seconds * 1000
  const watch = changes.watch(`target ${target}`, signal)
  try {
    for (;;) {
      // The first time, too: it may have ended before the watch began.
      const operation = await read(control, query, call)
      if (!isOpen(operation) || watch.ended || performance.now() >= until) return operation
      await watch.next(until - performance.now())
    }
  } finally {
    watch.close()
  }
}

/** Whether an answer is an operation that has not ended. */
export const isOpen = (answer: Record<string, unknown>): boolean => answer['done'] === false

/** Whose changes tell that the operation changed. */
export const targetOf = (operation: Record<string, unknown>): string => (operation['target'] as { id: string }).id
