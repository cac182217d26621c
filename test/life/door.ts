import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, request } from 'node:https'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { readKubeconfig } from '../../packages/core/src/index.ts'
import { freePorts } from '../processes/ports.ts'
import type { Scope } from './installation.ts'

/** A way to a bed's API server that can be shut, and through which answers look different. */
export interface Door {
  /** What a kubeconfig has as server. The certificate is the API server's own. */
  server: string
  open(): Promise<void>
  /** Connections are refused, and those that there are end. */
  close(): Promise<void>
  /** Changes the JSON answers to GET of a path, until it is called with null. */
  disguise(path: string, change: ((answer: any) => object) | null): void
}

export async function doorTo(t: Scope, kubeconfig: string): Promise<Door> {
  const pki = join(dirname(kubeconfig), 'pki')
  const [cert, key] = await Promise.all(['apiserver.crt', 'apiserver.key'].map((name) => readFile(join(pki, name))))
  const target = new URL(readKubeconfig(await readFile(kubeconfig, 'utf8')).server)
  const [port] = await freePorts(1)
  const disguises = new Map<string, (answer: any) => object>()

  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const disguise = incoming.method === 'GET' ? disguises.get(incoming.url!.split('?')[0]!) : undefined
    const headers = disguise ? { ...incoming.headers, accept: 'application/json', 'accept-encoding': 'identity' } : incoming.headers
    const passed = request({ host: target.hostname, port: target.port, method: incoming.method, path: incoming.url, headers, ca: cert! })
    outgoing.on('close', () => passed.destroy())
    incoming.pipe(passed)
    const [answer] = await once(passed, 'response') as [IncomingMessage]
    if (!disguise) {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      return void answer.pipe(outgoing)
    }
    const body = JSON.stringify(disguise(JSON.parse((await buffer(answer)).toString())))
    outgoing.writeHead(answer.statusCode!, { 'content-type': 'application/json' }).end(body)
  }
  const server = createServer({ cert: cert!, key: key! }, (incoming, outgoing) => { pass(incoming, outgoing).catch(() => outgoing.destroy()) })
  const open = async (): Promise<void> => { await once(server.listen(port, '127.0.0.1'), 'listening') }
  const close = async (): Promise<void> => {
    if (!server.listening) return
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  t.teardown(close)
  return { server: `https://127.0.0.1:${port}`, open, close, disguise: (path, change) => { change ? disguises.set(path, change) : disguises.delete(path) } }
}
