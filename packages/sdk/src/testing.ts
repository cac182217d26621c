import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'

/** Starts a local server that ends with the test; resolves with its address. */
export async function serve(t: Test, listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  t.teardown(() => new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  }))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export interface Recorded { method: string; url: string; headers: IncomingMessage['headers']; body: string }
export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown } | 'torn'

/** Answers with one reply after the other, the last one for ever, and records what was asked. `torn` breaks the connection within the body. */
export async function scripted(t: Test, ...replies: Reply[]): Promise<{ server: string; requests: Recorded[] }> {
  const requests: Recorded[] = []
  const server = await serve(t, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    requests.push({ method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() })
    const reply = replies.length > 1 ? replies.shift()! : replies[0]!
    if (reply === 'torn') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('{"id":', () => response.socket!.destroy())
      return
    }
    const { status = 200, headers = { 'content-type': 'application/json' }, body } = reply
    response.writeHead(status, headers).end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body))
  })
  return { server, requests }
}

export const problem = (status: number, code: string, more: Record<string, unknown> = {}) =>
  ({ type: `https://hubfleet.dev/problems/${code}`, title: `Title of ${code}`, status, detail: 'What happened', code, retryable: false, nextStep: 'Do this', params: {}, errors: [], requestId: 'req_1', ...more })
