import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createServer as createTlsServer, TLSSocket } from 'node:tls'
import { BerReader, BerWriter } from 'ldapts'
import type { Test } from 'tap'

const [bindRequest, bindResponse, unbindRequest, extendedRequest, extendedResponse] = [0x60, 0x61, 0x42, 0x77, 0x78]

export interface DirectoryOptions {
  /** The result of each bind; 0 is success, 49 wrong name or password. */
  bind(user: string, password: string): number
  certificate?: { cert: string; key: string }
  /** Encrypted from the beginning. */
  tls?: boolean
}

/** An LDAP server at the wire, for tests: binds and StartTLS, nothing else. Tells the port, and what it was asked. */
export async function testDirectory(t: Test, { bind, certificate, tls = false }: DirectoryOptions): Promise<{ port: number; binds: string[] }> {
  const binds: string[] = []
  const sockets = new Set<Socket>()
  const serve = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    const listen = (from: Socket, encrypted: boolean) => from.on('data', (data) => {
      const { id, tag, user, password } = parse(data)
      if (tag === unbindRequest) return void from.end()
      if (tag === extendedRequest) {
        from.write(response(id, extendedResponse, certificate ? 0 : 2))
        if (!certificate) return
        from.removeAllListeners('data')
        const secure = new TLSSocket(from, { isServer: true, ...certificate })
        secure.on('error', () => {})
        return void listen(secure, true)
      }
      binds.push(`${encrypted ? 'encrypted' : 'clear'} ${user}`)
      from.write(response(id, bindResponse, bind(user, password)))
    })
    listen(socket, tls)
  }
  const server = tls ? createTlsServer(certificate!, serve) : createServer(serve)
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, binds }
}

function parse(data: Buffer): { id: number; tag: number; user: string; password: string } {
  const reader = new BerReader(data)
  reader.readSequence()
  const id = reader.readInt()!
  const tag = reader.peek()!
  if (tag !== bindRequest) return { id, tag, user: '', password: '' }
  reader.readSequence(tag)
  reader.readInt()
  return { id, tag, user: reader.readString() ?? '', password: reader.readString(0x80) ?? '' }
}

function response(id: number, tag: number, result: number): Buffer {
  const writer = new BerWriter()
  writer.startSequence()
  writer.writeInt(id)
  writer.startSequence(tag)
  writer.writeEnumeration(result)
  writer.writeString('')
  writer.writeString('')
  writer.endSequence()
  writer.endSequence()
  return writer.buffer
}
