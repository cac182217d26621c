import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'

/** An image to be served, one manifest per platform; of one platform only there is no list. */
export interface ServedImage { tag: string; platforms?: string[]; labels?: Record<string, string>; layers?: number[]; private?: boolean }

export interface TestRegistry {
  /** Host and port, as an image's name begins. */
  host: string
  /** Every request, as `GET /v2/…`. */
  requests: string[]
  /** Serves an image; answers the digest that its tag has from now on. */
  serve(repository: string, image: ServedImage): string
  /** The next so many requests are answered with this status. */
  failing(status: number, times: number): void
}

const login = { username: 'robot', password: 's3cret-of-the-robot' }
export const registryLogin = login

/**
 * A registry that speaks as the distribution specification says: it asks for a token of its own token service at first (an anonymous one gives
 * public images), and serves lists, manifests and blobs by digest. Blobs come from another host, by a redirect, as at the large registries.
 */
export async function startRegistry(t: Test): Promise<TestRegistry> {
  const blobs = new Map<string, Buffer>()
  const types = new Map<string, string>()
  const tags = new Map<string, { digest: string; private: boolean }>()
  const requests: string[] = []
  let fail = { status: 0, times: 0 }
  const tokens = new Map<string, { scope: string; known: boolean }>()
  const server = createServer((request, response) => answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => new Promise((resolve) => server.close(resolve)))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`

  const store = (value: unknown, type: string): string => {
    const bytes = Buffer.from(JSON.stringify(value))
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
    blobs.set(digest, bytes)
    types.set(digest, type)
    return digest
  }
  return {
    host, requests,
    failing: (status, times) => { fail = { status, times } },
    serve(repository, { tag, platforms = ['linux/amd64'], labels = {}, layers = [1000, 2000], private: closed = false }) {
      const digests = platforms.map((platform) => {
        const [os, architecture, variant] = platform.split('/')
        const config = store({ os, architecture, variant, config: { Labels: labels } }, 'application/vnd.oci.image.config.v1+json')
        return store({
          schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: config, size: 10 },
          layers: layers.map((size, index) => ({ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: `sha256:${String(index).padStart(64, '0')}`, size })),
        }, 'application/vnd.oci.image.manifest.v1+json')
      })
      const attestation = { digest: digests[0], platform: { os: 'unknown', architecture: 'unknown' } }
      const list = platforms.map((platform, index) => {
        const [os, architecture, variant] = platform.split('/')
        return { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: digests[index], size: 10, platform: { os, architecture, ...(variant && { variant }) } }
      })
      const digest = platforms.length === 1 ? digests[0]! : store({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [attestation, ...list] }, 'application/vnd.oci.image.index.v1+json')
      tags.set(`${repository}:${tag}`, { digest, private: closed })
      return digest
    },
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', `http://${host}`)
    requests.push(`${request.method} ${url.pathname}`)
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(Buffer.isBuffer(body) ? body : JSON.stringify(body))
    const error = (status: number, code: string, message: string, headers: Record<string, string> = {}) => send(status, { errors: [{ code, message }] }, headers)
    if (fail.times > 0) {
      fail.times--
      return void error(fail.status, 'TOOMANYREQUESTS', 'slow down')
    }
    if (url.pathname === '/token') {
      const basic = request.headers.authorization
      const known = basic === `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`
      if (basic && !known) return void error(401, 'UNAUTHORIZED', 'incorrect username or password')
      const token = `token-${tokens.size}`
      tokens.set(token, { scope: url.searchParams.get('scope') ?? '', known })
      return void send(200, { token })
    }
    if (url.pathname.startsWith('/storage/')) {
      if (request.headers.authorization) return void error(400, 'UNSUPPORTED', 'a token was shown to the storage')
      return void send(200, blobs.get(url.pathname.slice('/storage/'.length)) ?? {}, { 'content-type': 'application/octet-stream' })
    }
    const [, repository, kind, reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(url.pathname) ?? []
    if (!repository) return void error(404, 'NOT_FOUND', 'no such path')
    const token = tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
    const scope = `repository:${repository}:pull`
    if (token?.scope !== scope) {
      return void error(401, 'UNAUTHORIZED', 'authentication required', { 'www-authenticate': `Bearer realm="http://${host}/token",service="test registry",scope="${scope}"` })
    }
    const named = [...tags].filter(([name]) => name.startsWith(`${repository}:`))
    if (named.some(([, { private: closed }]) => closed) && !token.known) return void error(401, 'UNAUTHORIZED', 'access to the requested resource is not authorized')
    const digest = kind === 'manifests' && !reference.startsWith('sha256:') ? tags.get(`${repository}:${reference}`)?.digest : reference
    const bytes = digest && blobs.get(digest)
    if (!bytes) return void error(404, kind === 'manifests' ? 'MANIFEST_UNKNOWN' : 'BLOB_UNKNOWN', `${reference} is not known`)
    if (kind === 'blobs') return void send(307, {}, { location: `http://localhost:${(server.address() as AddressInfo).port}/storage/${digest}` })
    if (!request.headers.accept?.includes(types.get(digest)!)) return void error(404, 'MANIFEST_UNKNOWN', 'not in a form that is accepted')
    send(200, bytes, { 'content-type': types.get(digest)!, 'docker-content-digest': digest })
  }
}
