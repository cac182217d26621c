import { channel, type Store } from './store.ts'

/** One session's LISTEN, shared by the whole process. */
export interface Notifications { on(channel: string, handle: (payload: string) => void): () => void }

/**
 * Tells which namespaces of the cluster somebody changed, until the signal ends. What happens by itself as virtual time goes by is nobody's
 * change: for that, look again.
 */
export function watchCluster(notifications: Notifications, store: Store, clusterId: string, changed: (namespace: string) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const off = notifications.on(channel, (payload) => {
      const { cluster, namespace } = JSON.parse(payload) as { cluster: string; namespace?: string }
      if (cluster !== clusterId) return
      if (namespace) changed(namespace)
      // Like any watch it may miss something: its readers also look by themselves.
      else store.look(signal, ({ hubs }) => Object.keys(hubs)).then((namespaces) => namespaces.forEach(changed), () => {})
    })
    signal.addEventListener('abort', () => {
      off()
      resolve()
    }, { once: true })
  })
}
