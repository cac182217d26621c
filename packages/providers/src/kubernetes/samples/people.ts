import type { Kubernetes, V1Pod } from '@hubfleet/cluster'
import { createHubApi, forwardPort, isReady } from '@hubfleet/cluster'
import type { HubSample } from '@hubfleet/core'
import type { MeteredHub } from '../../provider.ts'

/** Where a hub's JupyterHub answers. */
export interface HubPlace { pod: string; port: number; path: string }

/** Hubs at a time: each has a connection of its own through the API server. */
const atOnce = 16
/** Hubs of which nothing is known by then are not asked any more. */
const patienceMs = 120_000

/** Null of a pod that is not a JupyterHub that is ready. */
export function hubPlace(pod: V1Pod): HubPlace | null {
  const { metadata, spec } = pod
  const container = spec?.containers.find(({ name }) => name === 'hub')
  if (metadata?.labels?.['component'] !== 'hub' || !container || !isReady(pod)) return null
  // the chart puts hub.baseUrl before the path of the probe as before all others
  const health = container.livenessProbe?.httpGet?.path ?? '/hub/health'
  return { pod: metadata.name ?? '', port: container.ports?.find(({ name }) => name === 'http')?.containerPort ?? 8081, path: `${health.replace(/\/health$/, '')}/api` }
}

/** Notes what each JupyterHub tells of servers and accounts; what it does not tell stays null. */
export async function askPeople(kubernetes: Kubernetes, hubs: readonly { hub: MeteredHub; sample: HubSample; jupyterhub: HubPlace | null }[], signal: AbortSignal): Promise<void> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])
  const queue = hubs.flatMap(({ hub, sample, jupyterhub }) => (jupyterhub ? [{ hub, sample, jupyterhub }] : []))
  await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, async () => {
    for (let next = queue.shift(); next && !within.aborted; next = queue.shift()) await ask(kubernetes, next.hub, next.jupyterhub, next.sample, within).catch(() => {})
  }))
  signal.throwIfAborted()
}

async function ask(kubernetes: Kubernetes, hub: MeteredHub, { pod, port, path }: HubPlace, sample: HubSample, signal: AbortSignal): Promise<void> {
  const token = await hub.token()
  const forward = await forwardPort(kubernetes, { namespace: hub.namespace, pod, port })
  try {
    const api = createHubApi({ baseUrl: `http://127.0.0.1:${forward.port}${path}`, token })
    const servers = await api.servers(signal)
    sample.servers = servers.flatMap(({ user, name, groups = [], started, lastActivity, ready, stopped }) => (started && !stopped ? [{ user, server: name, groups, started, lastActivity, ready }] : []))
    sample.users = (await api.userPage({ offset: 0, limit: 1 }, signal)).total
  } finally {
    forward.close()
  }
}
