import { isObject, valueAt } from '../json.ts'
import { levelOf, violationsOf, type PodSecurityLevel } from './pod-security.ts'
import { podsOfValues, serverPods } from './pods-of-values.ts'
import { decided, type PostureInput, type PostureItem } from './item.ts'

/** The level that a hub's namespace enforces: the strictest that all its pods pass, so that nothing else can be made there. */
export const podSecurityLevelOf = ({ spec, values }: Pick<PostureInput, 'spec' | 'values'>): PodSecurityLevel => levelOf(podsOfValues(values, spec.chart.version).map((pod) => pod.spec))

export const podItems = (input: PostureInput): PostureItem[] => [podSecurity(input), unprivileged(input), hostFolders(input), serviceAccount(input)]

function podSecurity(input: PostureInput): PostureItem {
  const item = { code: 'pod-security', why: 'The hub may make pods. Who got hold of it could make one that takes over its node, unless the namespace refuses such pods.' }
  const level = podSecurityLevelOf(input)
  const { podSecurity: enforced } = input
  if (level === 'privileged') {
    const viaMetadata = decided(input, 'singleuser.cloudMetadata.blockWithIptables', '/security/cloudMetadata')
    const [pod, forbidden] = firstViolation(input)
    return viaMetadata.value !== false
      ? { ...item, state: 'deviation', what: 'The namespace refuses no pod: the container that blocks the cloud\'s metadata with iptables is privileged.', mend: 'In a cluster that enforces NetworkPolicies, set security.cloudMetadata to networkPolicy.', field: viaMetadata.field }
      : { ...item, state: 'deviation', what: `The namespace refuses no pod, since ${pod} has ${forbidden}.`, mend: 'Take away the raw value that says so.', field: null }
  }
  if (enforced !== undefined && enforced !== level) {
    return { ...item, state: 'deviation', what: `The namespace enforces ${enforced === null ? 'no level' : `the level ${enforced}`} of the Pod Security Standards, not ${level}.`, mend: 'The rights of Hubfleet in the cluster must let it patch namespaces; `hubfleet cluster register` shows its role.', field: null }
  }
  return { ...item, state: 'ok', what: `The namespace enforces the level ${level} of the Pod Security Standards.`, mend: null, field: null }
}

function firstViolation({ spec, values }: PostureInput): [pod: string, forbidden: string] {
  const found = podsOfValues(values, spec.chart.version).map((pod): [string, string | undefined] => [pod.name, violationsOf(pod.spec, 'baseline')[0]])
  return found.find((each): each is [string, string] => each[1] !== undefined) ?? ['a pod', 'more than it needs']
}

/** People's own containers; the one that blocks the metadata runs before them, and is told apart. */
function unprivileged(input: PostureInput): PostureItem {
  const item = { code: 'unprivileged-servers', why: 'Root in a container is one flaw of the kernel away from root on the node, where everybody\'s servers run.' }
  const pods = serverPods({ ...input.values, singleuser: { ...(isObject(input.values.singleuser) ? input.values.singleuser : {}), cloudMetadata: { blockWithIptables: false } } })
  const found = pods.flatMap(({ spec }) => violationsOf(spec, 'restricted')).filter((what) => !/^volumes/.test(what))
  if (found.length === 0) return { ...item, state: 'ok', what: 'Servers run as a user without rights over the system: no root, no capabilities, no sudo, with the seccomp profile of the container runtime.', mend: null, field: null }
  const mend = 'Take away the raw values that allow it: uid, allowPrivilegeEscalation, extraPodConfig, the container\'s security context.'
  return { ...item, state: 'deviation', what: `Servers of users have more rights than a notebook needs: ${[...new Set(found)].join(', ')}.`, mend, field: fieldOf(input, ['uid', 'allowPrivilegeEscalation', 'extraPodConfig', 'extraContainers', 'initContainers', 'profileList']) }
}

const fieldOf = ({ spec }: PostureInput, keys: string[]): string | null => {
  const key = keys.find((one) => valueAt(spec.values, ['singleuser', one]) !== undefined)
  if (key) return `/values/singleuser/${key}`
  return valueAt(spec.values, ['hub', 'config', 'KubeSpawner']) === undefined ? null : '/values/hub/config/KubeSpawner'
}

function hostFolders(input: PostureInput): PostureItem {
  const item = { code: 'host-folders', why: 'A folder of the node outlives its pods, is shared by all of them, and can hold the node\'s own secrets.' }
  const pod = podsOfValues(input.values, input.spec.chart.version).find(({ spec }) => volumesOf(spec.volumes).some((volume) => volume.hostPath !== undefined))
  if (!pod) return { ...item, state: 'ok', what: 'No pod of the hub mounts a folder of its node.', mend: null, field: null }
  const field = pod.name === 'hub' ? '/values/hub/extraVolumes' : pod.name === 'autohttps' ? '/values/proxy/traefik/extraVolumes' : '/values/singleuser'
  return { ...item, state: 'deviation', what: `A folder of the node (hostPath) is mounted into ${pod.name}.`, mend: 'Use a claim or an NFS folder: storage.shared.', field }
}

const volumesOf = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : [])

/** Without one, no token of the cluster's API is in a server. */
function serviceAccount(input: PostureInput): PostureItem {
  const item = { code: 'service-account', why: 'With a token of the cluster\'s API a person could do in the cluster whatever that account may do.' }
  const own = decided(input, 'singleuser.serviceAccountName')
  const ofSpawner = input.values && valueAt(input.values, ['hub', 'config', 'KubeSpawner'])
  const byConfig = isObject(ofSpawner) && (typeof ofSpawner.service_account === 'string' || ofSpawner.automount_service_account_token === true)
  const mounted = serverPods(input.values).some(({ spec }) => spec.automountServiceAccountToken === true || typeof spec.serviceAccountName === 'string')
  if (own.value === undefined && !byConfig && !mounted) return { ...item, state: 'ok', what: 'Servers of users have no token of the cluster\'s API.', mend: null, field: null }
  const field = own.value !== undefined ? own.field : byConfig ? '/values/hub/config/KubeSpawner' : '/values/singleuser/extraPodConfig'
  return { ...item, state: 'deviation', what: `Servers of users can use the cluster's API${own.value !== undefined ? `, as the service account ${String(own.value)}` : ''}.`, mend: 'Take the service account away, unless people need the cluster itself and its role grants only that.', field }
}
