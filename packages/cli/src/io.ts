export interface Output { write(text: string): unknown; isTTY?: boolean; columns?: number }

/** What a command has of the world, so that tests can be the world. */
export interface Io {
  stdin: NodeJS.ReadableStream & { isTTY?: boolean }
  stdout: Output
  stderr: Output
  env: Record<string, string | undefined>
  now(): number
  /** Calls back on Ctrl-C instead of ending; returns what undoes that. */
  onInterrupt(callback: () => void): () => void
}

export const processIo = (): Io => ({
  stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env, now: Date.now,
  onInterrupt(callback) {
    process.on('SIGINT', callback)
    return () => process.off('SIGINT', callback)
  },
})

export async function readBytes(stream: NodeJS.ReadableStream): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  for await (const chunk of stream) parts.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return new Uint8Array(Buffer.concat(parts))
}

export async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += chunk.toString()
  return text
}
