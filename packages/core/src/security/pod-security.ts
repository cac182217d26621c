import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'

/*
 * The Pod Security Standards of Kubernetes, as its own admission judges a pod. A test holds these rules against a real API server.
 */

/** From the one that forbids most to the one that forbids nothing. */
export const podSecurityLevels = ['restricted', 'baseline', 'privileged'] as const
export type PodSecurityLevel = (typeof podSecurityLevels)[number]

/** What a namespace says of the pods that may be made in it. */
export const podSecurityLabel = 'pod-security.kubernetes.io/enforce'

/** The strictest level that all of the pods pass. */
export const levelOf = (pods: readonly JsonObject[]): PodSecurityLevel => podSecurityLevels.find((level) => pods.every((pod) => violationsOf(pod, level).length === 0))!

/** What of a pod's spec a level forbids, in words. */
export function violationsOf(pod: JsonObject, level: PodSecurityLevel): string[] {
  if (level === 'privileged') return []
  const found = [...baseline(pod), ...(level === 'restricted' ? restricted(pod) : [])]
  return [...new Set(found)]
}

const harmlessCapabilities = new Set([
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT',
])
const harmlessSysctls = new Set([
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range',
  'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem',
])
const seLinuxTypes = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'])
const volumesOfNamespace = new Set(['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'])

const listOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : [])
const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {})
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const containersOf = (pod: JsonObject) => ['containers', 'initContainers', 'ephemeralContainers'].flatMap((kind) => listOf(pod[kind]))
const contextOf = (holder: JsonObject) => objectOf(holder.securityContext)

function* baseline(pod: JsonObject): Generator<string> {
  for (const flag of ['hostNetwork', 'hostPID', 'hostIPC']) if (pod[flag] === true) yield flag
  for (const volume of listOf(pod.volumes)) if (volume.hostPath !== undefined) yield 'volumes of the type hostPath'
  for (const { name } of listOf(contextOf(pod).sysctls)) if (!harmlessSysctls.has(String(name))) yield `the sysctl ${String(name)}`
  for (const context of [contextOf(pod), ...containersOf(pod).map(contextOf)]) yield* baselineContext(context)
  for (const container of containersOf(pod)) {
    if (contextOf(container).privileged === true) yield 'privileged'
    if (listOf(container.ports).some(({ hostPort }) => typeof hostPort === 'number' && hostPort > 0)) yield 'hostPort'
    const added = textsOf(objectOf(contextOf(container).capabilities).add).filter((capability) => !harmlessCapabilities.has(capability))
    if (added.length > 0) yield `the capabilities ${added.join(', ')}`
    if (probesOf(container).some((probe) => ['httpGet', 'tcpSocket'].some((way) => objectOf(probe[way]).host))) yield 'a probe of another host'
  }
}

function* baselineContext(context: JsonObject): Generator<string> {
  if (objectOf(context.windowsOptions).hostProcess === true) yield 'hostProcess'
  if (context.procMount !== undefined && context.procMount !== 'Default') yield 'procMount'
  if (objectOf(context.seccompProfile).type === 'Unconfined') yield 'seccompProfile Unconfined'
  if (objectOf(context.appArmorProfile).type === 'Unconfined') yield 'appArmorProfile Unconfined'
  const { type = '', user = '', role = '' } = objectOf(context.seLinuxOptions)
  if (!seLinuxTypes.has(String(type)) || user !== '' || role !== '') yield 'seLinuxOptions'
}

const probesOf = (container: JsonObject): JsonObject[] => {
  const { postStart, preStop } = objectOf(container.lifecycle)
  return [container.livenessProbe, container.readinessProbe, container.startupProbe, postStart, preStop].map(objectOf)
}

function* restricted(pod: JsonObject): Generator<string> {
  for (const volume of listOf(pod.volumes)) {
    const kind = Object.keys(volume).find((key) => key !== 'name' && !volumesOfNamespace.has(key))
    if (kind) yield `volumes of the type ${kind}`
  }
  const ofPod = contextOf(pod)
  if (ofPod.runAsUser === 0) yield 'runAsUser 0'
  for (const container of containersOf(pod)) {
    const own = contextOf(container)
    const inherited = { ...ofPod, ...own }
    if (own.allowPrivilegeEscalation !== false) yield 'allowPrivilegeEscalation'
    if (own.runAsUser === 0) yield 'runAsUser 0'
    if (inherited.runAsNonRoot !== true) yield 'no runAsNonRoot'
    if (!['RuntimeDefault', 'Localhost'].includes(String(objectOf(inherited.seccompProfile).type))) yield 'no seccompProfile'
    const { add, drop } = objectOf(own.capabilities)
    if (!textsOf(drop).includes('ALL')) yield 'capabilities that are not dropped'
    const added = textsOf(add).filter((capability) => capability !== 'NET_BIND_SERVICE')
    if (added.length > 0) yield `the capabilities ${added.join(', ')}`
  }
}
