import { UsageError } from './errors.ts'
import type { Io } from './io.ts'
import { ask } from './prompt.ts'

/** A severe action needs the name of what it hits: as `--confirm NAME`, or typed on a terminal. */
export async function confirmName(io: Io, what: string, name: string, given: readonly string[]): Promise<void> {
  if (given.includes(name)) return
  const hint = `Say that it is meant: --confirm ${name}`
  if (given.length > 0) throw new UsageError(`--confirm ${given.join(' ')} is not ${name}`, hint)
  if (!io.stdin.isTTY || !io.stderr.isTTY) throw new UsageError(`To ${what} needs a confirmation`, hint)
  const typed = await ask(io, `This will ${what}. Type ${name} to go on: `)
  if (typed !== name) throw new UsageError('Nothing was done: the name was not typed', hint)
}
