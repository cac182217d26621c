import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Distinct free ports of 127.0.0.1, below the range from which the kernel serves outgoing connections, so that nothing takes one
 * between this call and the moment a program listens on it.
 */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) {
    const port = randomInt(15_000, 32_000)
    if (!ports.has(port) && await isFree(port)) ports.add(port)
  }
  return [...ports]
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
