import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Io } from './io.ts'

/** Asks on the terminal. A hidden answer is not shown while it is typed. */
export async function ask(io: Io, question: string, { hidden = false } = {}): Promise<string> {
  io.stderr.write(question)
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!hidden) io.stderr.write(String(chunk))
      done()
    },
  })
  const reader = createInterface({ input: io.stdin, output: echo, terminal: Boolean(io.stdin.isTTY) })
  try {
    return (await reader.question('')).trim()
  } finally {
    reader.close()
    if (hidden) io.stderr.write('\n')
  }
}
