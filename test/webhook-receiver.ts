import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Taken { path: string; headers: Record<string, string>; body: string }

/** A receiver of webhooks on this machine. `answer` decides what it says, by the message and how many came before it; without one it takes all. */
export async function startReceiver(t: { teardown(work: () => unknown): void }) {
  const taken: Taken[] = []
  let answer: (response: ServerResponse, message: Taken, before: number) => unknown = (response) => response.writeHead(204).end()
  const server = createServer(async (request, response) => {
    const message = { path: request.url!, headers: headersOf(request.headers), body: await text(request) }
    taken.push(message)
    await answer(response, message, taken.length - 1)
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  t.teardown(() => { server.closeAllConnections(); server.close() })
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  return { url, taken, answers: (next: typeof answer) => { answer = next }, eventsAt: (path: string) => taken.filter((message) => message.path === path).map(({ body }) => JSON.parse(body)) }
}

const headersOf = (headers: IncomingHttpHeaders): Record<string, string> => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
