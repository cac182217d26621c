import { setTimeout as pause } from 'node:timers/promises'
import type { Guarded } from './guarded.ts'

/**
 * Asks `condition` every 100 ms until it answers something truthy, and returns that. Errors of the condition count as "not yet".
 * Throws after `seconds` with what was awaited and the last error, or at once when one of `processes` has exited.
 */
export async function waitFor<T>(what: string, seconds: number, condition: () => Promise<T>, processes: Guarded[] = []): Promise<NonNullable<T>> {
  const deadline = Date.now() + seconds * 1000
  let last: unknown
  for (;;) {
    const answer = await condition().catch((error: unknown) => { last = error; return undefined })
    if (answer) return answer
    const dead = processes.find(one => !one.running())
    if (dead) throw new Error(`${dead.name} exited while waiting for ${what}:\n${await dead.tail()}`)
    if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds} s`, { cause: last })
    await pause(100)
  }
}
