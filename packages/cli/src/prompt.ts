import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { Interrupted } from './errors.ts'
import type { Io } from './io.ts'

/** Asks on the terminal. A hidden answer is not shown while it is typed. Rejects with Interrupted on Ctrl-C and Ctrl-D. */
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
    return await new Promise<string>((resolve, reject) => {
      reader.once('line', (line) => resolve(line.trim()))
      reader.once('SIGINT', () => reject(new Interrupted()))
      reader.once('close', () => reject(new Interrupted()))
    })
  } finally {
    reader.close()
    if (hidden) io.stderr.write('\n')
  }
}
