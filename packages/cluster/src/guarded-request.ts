import { lookup } from 'node:dns/promises'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { HostGuard } from './kubernetes.ts'

export interface GuardedRequest { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string; guard: HostGuard; signal: AbortSignal; maxBytes?: number }
export interface GuardedAnswer { status: number; location: string | null; retryAfter: string | null; body: string }

/** The address of a host that a connection may go to: exactly the one that was judged. Throws `address-refused`. */
export async function judgedAddress(host: string, guard: HostGuard): Promise<string> {
  const bare = host.replace(/^\[|\]$/g, '')
  const address = isIP(bare) ? bare : (await lookup(bare)).address
  await guard(address)
  return address
}

/** One request to an address that a user gave: the connection goes to the address that was judged, redirects are not followed, and no more than `maxBytes` are read. */
export async function guardedRequest(address: string, { method = 'GET', headers = {}, body, guard, signal, maxBytes = 262_144 }: GuardedRequest): Promise<GuardedAnswer> {
  const url = new URL(address)
  const judged = await judgedAddress(url.hostname, guard)
  const bare = url.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)({
      host: judged, port: url.port || (url.protocol === 'https:' ? 443 : 80), path: `${url.pathname}${url.search}`, method, signal, agent: false,
      ...(!isIP(bare) && { servername: bare }),
      headers: { host: url.host, 'user-agent': 'Hubfleet', ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
    }, (response) => { read(response, maxBytes).then(resolve, reject) })
    request.once('error', reject)
    request.end(body)
  })
}

async function read(response: IncomingMessage, maxBytes: number): Promise<GuardedAnswer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    chunks.push(chunk)
    if (length > maxBytes) break
  }
  response.destroy()
  return { status: response.statusCode ?? 0, location: response.headers.location ?? null, retryAfter: response.headers['retry-after'] ?? null, body: Buffer.concat(chunks).toString('utf8', 0, maxBytes) }
}
