/** Reads streams as a client does. */
import type { Readable } from 'node:stream'
import type { Who, World } from '../testing.ts'

export interface Received { id?: string; event: string; data: any }

/** Opens a stream; `next` answers its next event and undefined at its end. Comments are skipped. */
export async function openStream(world: World, who: Who, url: string, headers: Record<string, string> = {}) {
  const response = await world.app.inject({ method: 'GET', url, headers: { accept: 'text/event-stream', ...(who !== 'nobody' && { authorization: `Bearer ${world.keys[who]}` }), ...headers }, payloadAsStream: true })
  const stream = response.stream()
  const events = eventsOf(stream)
  return {
    status: response.statusCode,
    headers: response.headers,
    next: async (): Promise<Received | undefined> => (await events.next()).value ?? undefined,
    close: () => stream.destroy(),
  }
}

async function* eventsOf(stream: Readable): AsyncGenerator<Received, undefined> {
  let text = ''
  for await (const chunk of stream.setEncoding('utf8')) {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop()!
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]))
      if (fields['event']) yield { ...(fields['id'] !== undefined && { id: fields['id'] }), event: fields['event'], data: JSON.parse(fields['data']!) }
    }
  }
  return undefined
}
