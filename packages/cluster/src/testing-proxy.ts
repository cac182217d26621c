/** A proxy that lets in who knows its password, and tells where its tunnels lead. */
import { createServer, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

export interface TestingProxy { url: string; tunnels: { to: string; agent: string }[]; refused(): number; close(): Promise<void> }

export async function startProxy(): Promise<TestingProxy> {
  const tunnels: TestingProxy['tunnels'] = []
  const sockets = new Set<Socket>()
  let refused = 0
  const wanted = `Basic ${Buffer.from('ada:s3cret').toString('base64')}`
  const server = createServer()
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    if (request.headers['proxy-authorization'] !== wanted) {
      refused++
      return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    }
    tunnels.push({ to: request.url ?? '', agent: request.headers['user-agent'] ?? '' })
    const url = new URL(`tcp://${request.url}`)
    const through = connect(Number(url.port), url.hostname.replace('lab.example.org', '127.0.0.1'), () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      through.pipe(socket).pipe(through)
    })
    through.on('error', () => socket.destroy())
    socket.on('close', () => through.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://ada:s3cret@127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    refused: () => refused,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    }),
  }
}
