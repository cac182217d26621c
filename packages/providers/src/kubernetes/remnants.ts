import type { V1ObjectMeta, V1PersistentVolume } from '@hubfleet/cluster'
import { buildNamespace, cullWarningsMap, freezeFile, hubLabel, routeApi } from '@hubfleet/core'
import type { HubRef, Remnant } from '../provider.ts'
import { claimsOf, isDatabase, isHome, sizeOf } from './claims.ts'
import { isFileShare } from './file-shares.ts'
import { namespaceState } from './namespace.ts'
import type { Place } from './place.ts'
import { userPods } from './place.ts'
import { ownRoutes } from './routes.ts'

/** Something that is left of a hub. `remove` is null where deleting the object would not remove, but hide, what bills. */
export interface Found { remnant: Remnant; remove: ((signal: AbortSignal) => Promise<unknown>) | null }

type Finder = (place: Place, signal: AbortSignal) => Promise<Found[]>

const databaseClaim = 'hub-db-dir'
/** helm never removes them: the one is a hook, the other is made by the proxy itself. */
const survivingSecrets = ['image-pull-secret', 'proxy-public-tls-acme']
const failedHook = 'hub.jupyter.org/deletable=true'
/** A kubeconfig for a look lives as long as these; nobody may look at a namespace whose hub is gone. */
const kubeconfigOf = ({ id }: HubRef): string => `app.kubernetes.io/managed-by=hubfleet,hubfleet.dev/hub=${id}`

/** What a hub left, from what costs most to what only is in the way; the namespace is last. Nothing of a foreign namespace is looked at. */
export async function findRemnants(place: Place, signal: AbortSignal): Promise<Found[]> {
  const { state } = await namespaceState(place, signal)
  const inside = state === 'ours' || state === 'terminating' ? [workloads, loadBalancers, ingresses, routes, pods, claims, secrets, helpers, kubeconfigs, liveMaps] : []
  const outside = state === 'foreign' ? [builds, clusterObjects] : [builds, volumes, clusterObjects]
  const found: Found[] = []
  for (const find of [...inside, ...outside]) found.push(...await find(place, signal))
  if (inside.length > 0) found.push(namespaceItself(place))
  return found
}

/** What keeps nodes of a pool. Most of it goes with the release; a failed image-puller hook leaves its DaemonSet. */
const workloads: Finder = async ({ kubernetes, hub }, signal) => {
  const { namespace } = hub
  const kinds = [
    { kind: 'Deployment', list: kubernetes.call(signal, ({ apps }, o) => apps.listNamespacedDeployment({ namespace }, o)), remove: (name: string, again: AbortSignal) => kubernetes.find(again, ({ apps }, o) => apps.deleteNamespacedDeployment({ namespace, name }, o)) },
    { kind: 'StatefulSet', list: kubernetes.call(signal, ({ apps }, o) => apps.listNamespacedStatefulSet({ namespace }, o)), remove: (name: string, again: AbortSignal) => kubernetes.find(again, ({ apps }, o) => apps.deleteNamespacedStatefulSet({ namespace, name }, o)) },
    { kind: 'DaemonSet', list: kubernetes.call(signal, ({ apps }, o) => apps.listNamespacedDaemonSet({ namespace }, o)), remove: (name: string, again: AbortSignal) => kubernetes.find(again, ({ apps }, o) => apps.deleteNamespacedDaemonSet({ namespace, name }, o)) },
  ]
  const lists = await Promise.all(kinds.map(({ list }) => list))
  return kinds.flatMap(({ kind, remove }, index) => (lists[index]!.items as { metadata?: V1ObjectMeta }[]).map(({ metadata }) =>
    found(kind, namespace, metadata, { bills: true, ofRelease: isOfRelease(metadata, hub) }, (again) => remove(metadata?.name ?? '', again))))
}

const loadBalancers: Finder = async ({ kubernetes, hub }, signal) => {
  const { namespace } = hub
  const { items } = await kubernetes.call(signal, ({ core }, options) => core.listNamespacedService({ namespace }, options))
  return items.filter(({ spec }) => spec?.type === 'LoadBalancer').map(({ metadata }) => {
    const name = metadata?.name ?? ''
    return found('Service', namespace, metadata, { bills: true, ofRelease: isOfRelease(metadata, hub) }, (again) => kubernetes.find(again, ({ core }, options) => core.deleteNamespacedService({ namespace, name }, options)))
  })
}

/** In a cloud an Ingress may have a load balancer of its own. */
const ingresses: Finder = async ({ kubernetes, hub }, signal) => {
  const { namespace } = hub
  const { items } = await kubernetes.call(signal, ({ networking }, options) => networking.listNamespacedIngress({ namespace }, options))
  return items.map(({ metadata }) => {
    const name = metadata?.name ?? ''
    return found('Ingress', namespace, metadata, { bills: true, ofRelease: isOfRelease(metadata, hub) }, (again) => kubernetes.find(again, ({ networking }, options) => networking.deleteNamespacedIngress({ namespace, name }, options)))
  })
}

/** The router of an OpenShift is there anyway: a Route costs nothing, and keeps its host from others. */
const routes: Finder = async (place, signal) => {
  const { kubernetes, hub: { namespace } } = place
  return (await ownRoutes(place, signal)).map((name) =>
    found('Route', namespace, { name }, {}, (again) => kubernetes.find(again, ({ custom }, options) => custom.deleteNamespacedCustomObject({ ...routeApi, namespace, name }, options))))
}

const pods: Finder = async ({ kubernetes, hub: { namespace } }, signal) => {
  const { items } = await kubernetes.call(signal, ({ core }, options) => core.listNamespacedPod({ namespace, labelSelector: userPods }, options))
  return items.map(({ metadata }) => {
    const name = metadata?.name ?? ''
    return found('Pod', namespace, metadata, { bills: true }, (again) => kubernetes.find(again, ({ core }, options) => core.deleteNamespacedPod({ namespace, name }, options)))
  })
}

const claims: Finder = async (place, signal) => (await claimsOf(place, signal)).map((claim) => {
  const { kubernetes, hub, hub: { namespace } } = place
  const name = claim.metadata?.name ?? ''
  const sizeGiB = sizeOf(claim.status?.capacity?.storage ?? claim.spec?.resources?.requests?.storage)
  const remove = (again: AbortSignal) => kubernetes.find(again, ({ core }, options) => core.deleteNamespacedPersistentVolumeClaim({ namespace, name }, options))
  // it only leads to a folder of an NFS server, which has its own owner
  if (isFileShare(claim, hub)) return found('PersistentVolumeClaim', namespace, claim.metadata, {}, remove)
  // a claim of unknown use may be somebody's data: it is kept as homes are
  return found('PersistentVolumeClaim', namespace, claim.metadata, { bills: true, sizeGiB, storageClass: claim.spec?.storageClassName ?? null, holdsHome: isHome(claim) || !isDatabase(claim) }, remove)
})

const secrets: Finder = async ({ kubernetes, hub: { namespace } }, signal) => {
  const { items } = await kubernetes.metadata(signal, ({ core }, options) => core.listNamespacedSecret({ namespace }, options))
  // an empty list of mere metadata comes as null
  return (items ?? []).filter(({ metadata }) => survivingSecrets.includes(metadata?.name ?? '')).map(({ metadata }) => {
    const name = metadata?.name ?? ''
    return found('Secret', namespace, metadata, {}, (again) => kubernetes.find(again, ({ core }, options) => core.deleteNamespacedSecret({ namespace, name }, options)))
  })
}

/** What else a failed image-puller hook leaves. */
/** Of hooks that failed: the puller, which holds nodes, what waited for it, and what it was allowed to do. */
export const hooks: Finder = async (place, signal) => [...await pullers(place, signal), ...await helpers(place, signal)]

const helpers: Finder = async (place, signal) => [...await jobs(place, signal), ...await accounts(place, failedHook, signal)]

const pullers: Finder = async ({ kubernetes, hub: { namespace } }, signal) => {
  const { items } = await kubernetes.call(signal, ({ apps }, o) => apps.listNamespacedDaemonSet({ namespace, labelSelector: failedHook }, o))
  return items.map(({ metadata }) => {
    const name = metadata?.name ?? ''
    return found('DaemonSet', namespace, metadata, { bills: true }, (again) => kubernetes.find(again, ({ apps }, o) => apps.deleteNamespacedDaemonSet({ namespace, name, propagationPolicy: 'Background' }, o)))
  })
}

const kubeconfigs: Finder = async (place, signal) => accounts(place, kubeconfigOf(place.hub), signal)

/** What the hub has mounted beside its release; names of people are in it. */
const liveMaps: Finder = async (place, signal) => {
  const { kubernetes, hub: { namespace } } = place
  const maps = await Promise.all([cullWarningsMap, freezeFile.map].map((name) => kubernetes.find(signal, ({ core }, o) => core.readNamespacedConfigMap({ namespace, name }, o))))
  return maps.flatMap((map) => (map ? [found('ConfigMap', namespace, map.metadata, {}, (again) => kubernetes.find(again, ({ core }, o) => core.deleteNamespacedConfigMap({ namespace, name: map.metadata!.name! }, o)))] : []))
}

const jobs: Finder = async ({ kubernetes, hub: { namespace } }, signal) => {
  const { items } = await kubernetes.call(signal, ({ batch }, o) => batch.listNamespacedJob({ namespace, labelSelector: failedHook }, o))
  return items.map(({ metadata }) => {
    const name = metadata?.name ?? ''
    return found('Job', namespace, metadata, {}, (again) => kubernetes.find(again, ({ batch }, o) => batch.deleteNamespacedJob({ namespace, name, propagationPolicy: 'Background' }, o)))
  })
}

/** Accounts and what they may do. */
async function accounts({ kubernetes, hub: { namespace } }: Place, labelSelector: string, signal: AbortSignal): Promise<Found[]> {
  const where = { namespace, labelSelector }
  const kinds = [
    { kind: 'ServiceAccount', list: kubernetes.call(signal, ({ core }, o) => core.listNamespacedServiceAccount(where, o)), remove: (name: string, again: AbortSignal) => kubernetes.find(again, ({ core }, o) => core.deleteNamespacedServiceAccount({ namespace, name }, o)) },
    { kind: 'Role', list: kubernetes.call(signal, ({ rbac }, o) => rbac.listNamespacedRole(where, o)), remove: (name: string, again: AbortSignal) => kubernetes.find(again, ({ rbac }, o) => rbac.deleteNamespacedRole({ namespace, name }, o)) },
    { kind: 'RoleBinding', list: kubernetes.call(signal, ({ rbac }, o) => rbac.listNamespacedRoleBinding(where, o)), remove: (name: string, again: AbortSignal) => kubernetes.find(again, ({ rbac }, o) => rbac.deleteNamespacedRoleBinding({ namespace, name }, o)) },
  ]
  const lists = await Promise.all(kinds.map(({ list }) => list))
  return kinds.flatMap(({ kind, remove }, index) => lists[index]!.items.map(({ metadata }: { metadata?: V1ObjectMeta }) =>
    found(kind, namespace, metadata, {}, (again) => remove(metadata?.name ?? '', again))))
}

/** The namespace of builds, with whatever is in it. */
const builds: Finder = async ({ kubernetes, hub }, signal) => {
  const name = buildNamespace(hub)
  const there = await kubernetes.find(signal, ({ core }, options) => core.readNamespace({ name }, options))
  if (there?.metadata?.labels?.[hubLabel] !== hub.id) return []
  return [found('Namespace', null, there.metadata, { bills: true }, (again) => kubernetes.find(again, ({ core }, options) => core.deleteNamespace({ name }, options)))]
}

/** Disks whose claim is gone already. As long as it is there, the claim stands for its disk. */
const volumes: Finder = async (place, signal) => {
  const { kubernetes, hub, hub: { namespace } } = place
  const { items } = await kubernetes.call(signal, ({ core }, options) => core.listPersistentVolume({}, options))
  const claimed = new Set((await claimsOf(place, signal)).map(({ metadata }) => metadata?.uid))
  const shares = items.filter((volume) => isFileShare(volume, hub)).map(({ metadata }) =>
    found('PersistentVolume', null, metadata, {}, (again) => kubernetes.find(again, ({ core }, options) => core.deletePersistentVolume({ name: metadata?.name ?? '' }, options))))
  const left = items.filter((volume) => volume.spec?.claimRef?.namespace === namespace && !claimed.has(volume.spec.claimRef.uid) && !isFileShare(volume, hub))
  return [...shares, ...left.map((volume) => {
    const name = volume.metadata?.name ?? ''
    const sizeGiB = sizeOf(volume.spec?.capacity?.storage)
    // Deleting a retained volume's object would leave its disk behind where nobody finds it. Told to delete, its driver removes both.
    const body = [{ op: 'test', path: '/spec/claimRef/namespace', value: namespace }, { op: 'replace', path: '/spec/persistentVolumeReclaimPolicy', value: 'Delete' }]
    const remove = (again: AbortSignal) => kubernetes.find(again, ({ core }, options) => core.patchPersistentVolume({ name, body }, options))
    return found('PersistentVolume', null, volume.metadata, { bills: true, sizeGiB, storageClass: volume.spec?.storageClassName ?? null, holdsHome: volume.spec?.claimRef?.name !== databaseClaim }, hasDriver(volume) ? remove : null)
  })]
}

/** A volume that was made by hand has nobody who would delete its disk. */
const hasDriver = ({ metadata }: V1PersistentVolume): boolean => metadata?.annotations?.['pv.kubernetes.io/provisioned-by'] !== undefined

/** Objects outside of the namespace that helm made for exactly this release; without helm's own mark they are somebody else's. */
const clusterObjects: Finder = async ({ kubernetes, hub }, signal) => {
  const kinds = [
    { kind: 'ClusterRoleBinding', list: kubernetes.call(signal, ({ rbac }, o) => rbac.listClusterRoleBinding({}, o)), remove: (name: string, again: AbortSignal) => kubernetes.find(again, ({ rbac }, o) => rbac.deleteClusterRoleBinding({ name }, o)) },
    { kind: 'ClusterRole', list: kubernetes.call(signal, ({ rbac }, o) => rbac.listClusterRole({}, o)), remove: (name: string, again: AbortSignal) => kubernetes.find(again, ({ rbac }, o) => rbac.deleteClusterRole({ name }, o)) },
    { kind: 'PriorityClass', list: kubernetes.call(signal, ({ scheduling }, o) => scheduling.listPriorityClass({}, o)), remove: (name: string, again: AbortSignal) => kubernetes.find(again, ({ scheduling }, o) => scheduling.deletePriorityClass({ name }, o)) },
  ]
  const lists = await Promise.all(kinds.map(({ list }) => list))
  return kinds.flatMap(({ kind, remove }, index) => (lists[index]!.items as { metadata?: V1ObjectMeta }[]).filter(({ metadata }) => isOfRelease(metadata, hub)).map(({ metadata }) =>
    found(kind, null, metadata, { blocksNamesake: true, ofRelease: true }, (again) => remove(metadata?.name ?? '', again))))
}

/** By helm's own mark. */
const isOfRelease = (metadata: V1ObjectMeta | undefined, { release, namespace }: HubRef): boolean =>
  metadata?.annotations?.['meta.helm.sh/release-name'] === release && metadata.annotations['meta.helm.sh/release-namespace'] === namespace

function namespaceItself({ kubernetes, hub: { namespace } }: Place): Found {
  const remove = (again: AbortSignal) => kubernetes.find(again, ({ core }, options) => core.deleteNamespace({ name: namespace }, options))
  // with it would go all claims
  return found('Namespace', null, { name: namespace }, { blocksNamesake: true, holdsHome: true }, remove)
}

function found(kind: string, namespace: string | null, metadata: V1ObjectMeta | undefined, facts: Partial<Remnant>, remove: Found['remove']): Found {
  return { remnant: { kind, namespace, name: metadata?.name ?? '', bills: false, blocksNamesake: false, holdsHome: false, ...facts }, remove }
}
