import { hubLabel, isProblem, Problem, routeApi, routeName, type Route } from '@hubfleet/core'
import { requireOurs } from './namespace.ts'
import type { Place } from './place.ts'

/** Beside the router, which writes the status of Routes. */
const fieldManager = 'hubfleet'

const listOf = (namespace: string): string => `/apis/${routeApi.group}/${routeApi.version}/namespaces/${namespace}/${routeApi.plural}`
const pathOf = (namespace: string): string => `${listOf(namespace)}/${routeName}`

/** Null also where the cluster has no Routes. */
export const readRoute = async ({ kubernetes, hub: { namespace } }: Place, signal: AbortSignal): Promise<Route | null> =>
  await whereThereAre(kubernetes, signal, () => kubernetes.request(signal, { method: 'GET', path: pathOf(namespace) })) as Route | null

/** An API server asks whether somebody may before it asks whether there is such a thing: a role without Routes is denied where there are none. */
async function whereThereAre<T>(kubernetes: Place['kubernetes'], signal: AbortSignal, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!isProblem(error) || error.code !== 'cluster-denied') throw error
    const { groups } = await kubernetes.call(signal, ({ apis }, options) => apis.getAPIVersions({}, options))
    if (groups.some(({ name }) => name === routeApi.group)) throw error
    return null
  }
}

export async function applyRoute(place: Place, route: Route, signal: AbortSignal): Promise<void> {
  await requireOurs(place, signal)
  const { kubernetes, hub: { namespace } } = place
  const made = await whereThereAre(kubernetes, signal, () => kubernetes.request(signal, { method: 'PATCH', path: pathOf(namespace), query: { fieldManager, force: 'true' }, body: route, contentType: 'application/apply-patch+yaml' }))
  // the address of a kind that is not there does not exist
  if (!made) throw new Problem('openshift-only', { what: 'A Route (exposure.type: route)', cluster: kubernetes.name.cluster })
}

export async function deleteRoute(place: Place, signal: AbortSignal): Promise<void> {
  await requireOurs(place, signal)
  const { kubernetes, hub: { namespace } } = place
  await whereThereAre(kubernetes, signal, () => kubernetes.find(signal, ({ custom }, options) => custom.deleteNamespacedCustomObject({ ...routeApi, namespace, name: routeName }, options)))
}

/** The names of all Routes that we made for the hub: OpenShift makes others of Ingresses, which go with these. */
export async function ownRoutes({ kubernetes, hub: { id, namespace } }: Place, signal: AbortSignal): Promise<string[]> {
  try {
    const list = await kubernetes.request(signal, { method: 'GET', path: listOf(namespace), query: { labelSelector: `${hubLabel}=${id}` } }) as { items?: Route[] } | null
    return (list?.items ?? []).map(({ metadata }) => metadata.name)
  } catch (error) {
    // who may not look at Routes never made one
    if (isProblem(error) && error.code === 'cluster-denied') return []
    throw error
  }
}
