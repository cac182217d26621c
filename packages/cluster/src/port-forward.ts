import type { V1Pod } from '@kubernetes/client-node'
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import type { Kubernetes } from './kubernetes.ts'

/** A way to one port of a Service's pods, or of one pod, at `127.0.0.1:port`. */
export interface Forward { port: number; close(): void }

export type ForwardTarget = { namespace: string; port: number } & ({ service: string } | { pod: string })

/** Forwards that are opened once and shared until `close`. */
export interface Forwards {
  /** The local port that leads to the target. A connection that finds no ready pod is closed at once. */
  open(target: Extract<ForwardTarget, { service: string }>): Promise<number>
  close(): Promise<void>
}

export function createForwards(kubernetes: Kubernetes): Forwards {
  const opened = new Map<string, Promise<Forward>>()
  return {
    open: async (target) => {
      const key = `${target.namespace}/${target.service}:${target.port}`
      const existing = opened.get(key)
      if (existing) return (await existing).port
      const forward = forwardPort(kubernetes, target)
      opened.set(key, forward)
      return (await forward).port
    },
    close: async () => {
      for (const forward of await Promise.all(opened.values())) forward.close()
      opened.clear()
    },
  }
}

/** Listens on a free port of the loopback address. Each connection looks for a ready pod anew, so that a restarted hub is found again. */
export async function forwardPort(kubernetes: Kubernetes, target: ForwardTarget): Promise<Forward> {
  const closing = new AbortController()
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    connect(kubernetes, target, socket, closing.signal).catch(() => socket.destroy())
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  // an open forward is no reason for the process to stay
  server.unref()
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      closing.abort()
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

async function connect(kubernetes: Kubernetes, target: ForwardTarget, socket: Socket, signal: AbortSignal): Promise<void> {
  const found = await podOf(kubernetes, target, signal)
  if (!found) return void socket.destroy()
  await kubernetes.allowed()
  const { config } = await kubernetes.session(signal)
  const forward = new kubernetes.library.PortForward(config)
  const connection = await forward.portForward(target.namespace, found.pod, [found.port], socket, null, socket)
  if (typeof connection === 'function') return
  connection.on('close', () => socket.destroy())
  socket.on('close', () => connection.close())
  if (socket.destroyed) connection.close()
}

/** A ready pod of the Service, and the container's port that the Service's port stands for. */
async function podOf(kubernetes: Kubernetes, target: ForwardTarget, signal: AbortSignal): Promise<{ pod: string; port: number } | null> {
  if ('pod' in target) return target
  const { namespace, service, port } = target
  const found = await kubernetes.find(signal, ({ core }, options) => core.readNamespacedService({ namespace, name: service }, options))
  const selector = Object.entries(found?.spec?.selector ?? {}).map(([key, value]) => `${key}=${value}`).join(',')
  if (!selector) return null
  const { items } = await kubernetes.call(signal, ({ core }, options) => core.listNamespacedPod({ namespace, labelSelector: selector }, options))
  const pod = items.find(isReady)
  const name = pod?.metadata?.name
  if (!pod || !name) return null
  const targetPort = found?.spec?.ports?.find((candidate) => candidate.port === port)?.targetPort ?? port
  const named = pod.spec?.containers.flatMap((container) => container.ports ?? []).find((candidate) => candidate.name === targetPort)
  return { pod: name, port: named?.containerPort ?? (Number(targetPort) || port) }
}

/** Ready, and not about to go. */
export const isReady = (pod: V1Pod): boolean =>
  !pod.metadata?.deletionTimestamp && (pod.status?.conditions ?? []).some(({ type, status }) => type === 'Ready' && status === 'True')
