import type { Kubernetes } from './kubernetes.ts'
import { forwardPort } from './port-forward.ts'

/** `path` ends with a slash, as JupyterHub gives it to the server. */
export interface ServerPlace { namespace: string; pod: string; port: number; path: string }

/**
 * The version of JupyterHub in a user's server, by the header that the hub itself looks at when a server comes up: the server puts it into each answer,
 * whoever asks. The hub tells of a mismatch in its log only, once for each pair of versions, and not whose server it was.
 */
export async function serverVersion(kubernetes: Kubernetes, { namespace, pod, port, path }: ServerPlace, signal: AbortSignal): Promise<string | null> {
  const forward = await forwardPort(kubernetes, { namespace, pod, port })
  try {
    return await versionAt(`http://127.0.0.1:${forward.port}${path}`, signal)
  } finally {
    forward.close()
  }
}

/** Null where nothing answers, or something else than a server of JupyterHub. */
export async function versionAt(address: string, signal: AbortSignal, { timeoutMs = 5_000 } = {}): Promise<string | null> {
  try {
    const response = await fetch(`${address}api`, { redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) })
    await response.body?.cancel()
    const version = response.headers.get('x-jupyterhub-version') ?? ''
    return /^\d+(\.\w+)*$/.test(version) && version.length <= 64 ? version : null
  } catch {
    signal.throwIfAborted()
    return null
  }
}
