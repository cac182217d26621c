import { read, type Control, type Query, type Reading } from '@hubfleet/control'
import type { Changes } from '../changes.ts'
import { isOpen, targetOf } from '../wait.ts'
import { heartbeatMs, type ServerSentEvent } from './sse.ts'

/** The operation at each of its changes, and a last time when it has ended. `recheck` throws when the key is no longer valid. */
export async function* operationEvents(
  control: Control, changes: Changes, get: Query, call: Reading, first: Record<string, unknown>, signal: AbortSignal, recheck: () => Promise<void>,
): AsyncGenerator<ServerSentEvent | null> {
  const watch = changes.watch(`target ${targetOf(first)}`, signal)
  try {
    let told = ''
    while (!watch.ended) {
      await recheck()
      const operation = await read(control, get, call)
      const text = JSON.stringify(operation)
      yield text === told ? null : { event: 'operation', data: operation }
      told = text
      if (!isOpen(operation)) return
      await watch.next(heartbeatMs)
    }
  } finally {
    watch.close()
  }
}
