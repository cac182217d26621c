/** An https front of a real API server that lets in whom it likes, as a cloud's API server does. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request as requestHttps, type RequestOptions } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KubernetesAccess } from '@hubfleet/core'

export interface Front { server: string; certificateAuthorityData: string; close(): Promise<void> }

export const tokenOf = ({ headers }: IncomingMessage): string => headers.authorization?.replace(/^Bearer /, '') ?? ''

/** Whom `takes` lets in is whoever the token of `upstream` is. `began` is told of each request that was let in. */
export async function startFront(upstream: KubernetesAccess, takes: (incoming: IncomingMessage) => boolean, began: (incoming: IncomingMessage, outgoing: ServerResponse) => void = () => {}): Promise<Front> {
  const { key, cert } = certificate()
  const target = new URL(upstream.server)
  const forwarded = (incoming: IncomingMessage): RequestOptions => ({
    host: target.hostname, port: target.port, path: incoming.url, method: incoming.method, agent: false,
    ca: Buffer.from(upstream.certificateAuthorityData ?? '', 'base64'),
    headers: { ...incoming.headers, host: target.host, authorization: `Bearer ${(upstream.credentials as { token: string }).token}` },
  })

  const server = createServer({ key, cert }, (incoming, outgoing) => {
    if (!takes(incoming)) {
      const status = { kind: 'Status', apiVersion: 'v1', status: 'Failure', message: 'Unauthorized', reason: 'Unauthorized', code: 401 }
      return void outgoing.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify(status))
    }
    began(incoming, outgoing)
    const through = requestHttps(forwarded(incoming), (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
      answer.on('error', () => outgoing.destroy())
    })
    through.on('error', () => outgoing.destroy())
    outgoing.on('close', () => through.destroy())
    incoming.pipe(through)
  })
  server.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (!takes(incoming)) return void socket.end('HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n')
    const through = requestHttps(forwarded(incoming))
    through.on('error', () => socket.destroy())
    through.on('response', () => socket.destroy())
    through.on('upgrade', (answer, other: Socket, first: Buffer) => {
      const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`).join('')
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers}\r\n`)
      socket.write(first)
      other.write(head)
      other.pipe(socket).pipe(other)
      other.on('error', () => socket.destroy()).on('close', () => socket.destroy())
      socket.on('close', () => other.destroy())
    })
    through.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    server: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, certificateAuthorityData: cert.toString('base64'),
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

function certificate(): { key: Buffer; cert: Buffer } {
  const dir = mkdtempSync(join(tmpdir(), 'hubfleet-front-'))
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert, '-days', '2',
    '-subj', '/CN=test', '-addext', 'subjectAltName=IP:127.0.0.1'], { stdio: 'ignore' })
  const made = { key: readFileSync(key), cert: readFileSync(cert) }
  rmSync(dir, { recursive: true })
  return made
}
