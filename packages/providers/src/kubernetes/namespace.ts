import type { V1Namespace } from '@hubfleet/cluster'
import { hubLabel, namespaceManifest, podSecurityLabel, podSecurityLevels, pointerOf, Problem, type PodSecurityLevel } from '@hubfleet/core'
import type { HubSite } from '../provider.ts'
import type { Place } from './place.ts'

type State = Awaited<ReturnType<HubSite['namespace']>>

export async function namespaceState(place: Place, signal: AbortSignal): Promise<State> {
  return stateOf(await readNamespace(place, signal), place.hub.id)
}

/** A foreign namespace stays foreign while it goes: what is left in it is not ours either. */
export function stateOf(namespace: V1Namespace | null, hubId: string): State {
  if (!namespace) return { state: 'absent', reason: 'there is no such namespace' }
  const owner = namespace.metadata?.labels?.[hubLabel]
  if (owner !== hubId) return { state: 'foreign', reason: owner ? `it is labelled as the hub ${owner}'s` : 'it is not labelled as a hub\'s' }
  if (!namespace.metadata?.deletionTimestamp) return { state: 'ours', reason: '' }
  // the conditions name what holds it: finalizers, contents, an API that does not answer
  const holding = (namespace.status?.conditions ?? []).filter(({ status }) => status === 'True').map(({ message }) => message)
  return { state: 'terminating', reason: holding.join(' ') || 'its contents are being deleted' }
}

export async function createNamespace({ kubernetes, hub }: Place, signal: AbortSignal, level?: PodSecurityLevel): Promise<void> {
  const body = namespaceManifest(hub, level)
  const existing = await readNamespace({ kubernetes, hub }, signal)
  if (!existing) await kubernetes.call(signal, ({ core }, options) => core.createNamespace({ body }, options))
  else if (stateOf(existing, hub.id).state === 'foreign') throw new Problem('namespace-foreign', { namespace: hub.namespace })
}

export async function deleteNamespace({ kubernetes, hub }: Place, signal: AbortSignal): Promise<void> {
  const existing = await readNamespace({ kubernetes, hub }, signal)
  const { state } = stateOf(existing, hub.id)
  if (state === 'foreign') throw new Problem('namespace-foreign', { namespace: hub.namespace })
  if (state !== 'ours') return
  const body = { preconditions: { uid: existing?.metadata?.uid } }
  await kubernetes.find(signal, ({ core }, options) => core.deleteNamespace({ name: hub.namespace, body }, options))
}

export async function podSecurity(place: Place, signal: AbortSignal): Promise<PodSecurityLevel | null> {
  const label = (await readNamespace(place, signal))?.metadata?.labels?.[podSecurityLabel]
  return podSecurityLevels.find((level) => level === label) ?? null
}

/** One label; those of others stay. */
export async function setPodSecurity(place: Place, level: PodSecurityLevel, signal: AbortSignal): Promise<void> {
  await requireOurs(place, signal)
  const body = [{ op: 'add', path: pointerOf(['metadata', 'labels', podSecurityLabel]), value: level }]
  await place.kubernetes.call(signal, ({ core }, options) => core.patchNamespace({ name: place.hub.namespace, body }, options))
}

/** Before anything is changed in the namespace. Throws `namespace-foreign`. */
export async function requireOurs(place: Place, signal: AbortSignal): Promise<void> {
  const { state } = await namespaceState(place, signal)
  if (state === 'foreign') throw new Problem('namespace-foreign', { namespace: place.hub.namespace })
}

const readNamespace = ({ kubernetes, hub }: Pick<Place, 'kubernetes' | 'hub'>, signal: AbortSignal): Promise<V1Namespace | null> =>
  kubernetes.find(signal, ({ core }, options) => core.readNamespace({ name: hub.namespace }, options))
