import type { JsonObject } from '../json.ts'
import { isObject, valueAt } from '../json.ts'
import { deepMerge } from '../hub/merge.ts'
import { overridesOf } from './hardening.ts'

/** A pod that values make, as far as security goes, and what it is to people. */
export interface PodOfValues { name: string; spec: JsonObject }

/*
 * The pods of a hub before there are any: those of the chart with what its values change, and people's servers as KubeSpawner makes them.
 * A test holds both against what helm renders of the official chart and against the real KubeSpawner.
 */
export const podsOfValues = (values: JsonObject, chartVersion: string): PodOfValues[] => [...chartPods(values, chartVersion), ...serverPods(values)]

/** Since 4.0 the chart's own containers give up all that the strictest level asks for. */
const restrictedSince = 4
const ofContainers = (major: number) => ({
  runAsUser: 65_534, runAsNonRoot: true, allowPrivilegeEscalation: false, ...(major >= restrictedSince && { capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' } }),
})

function chartPods(values: JsonObject, chartVersion: string): PodOfValues[] {
  const major = Number(/^v?(\d+)/.exec(chartVersion)?.[1])
  const at = (path: string) => valueAt(values, path.split('.'))
  const context = (path: string) => (at(path) === null ? {} : deepMerge(ofContainers(major), objectOf(at(path))))
  const pod = (name: string, { contexts, more = [], volumes, extra }: { contexts: string[]; more?: string[]; volumes?: string; extra?: string }): PodOfValues => ({
    name,
    spec: {
      volumes: volumes ? entriesOf(at(volumes)) : [],
      containers: [...contexts.map((path) => ({ securityContext: context(path) })), ...more.flatMap((path) => entriesOf(at(path)))],
      ...objectOf(extra && at(extra)),
    },
  })
  const hub = pod('hub', { contexts: ['hub.containerSecurityContext'], more: ['hub.initContainers', 'hub.extraContainers'], volumes: 'hub.extraVolumes', extra: 'hub.extraPodSpec' })
  hub.spec = { securityContext: deepMerge({ runAsNonRoot: true }, major >= restrictedSince ? { seccompProfile: { type: 'RuntimeDefault' } } : {}, objectOf(at('hub.podSecurityContext'))), ...hub.spec }
  return [
    hub,
    pod('proxy', { contexts: ['proxy.chp.containerSecurityContext'], extra: 'proxy.chp.extraPodSpec' }),
    pod('autohttps', {
      contexts: ['proxy.traefik.containerSecurityContext', 'proxy.secretSync.containerSecurityContext'], more: ['proxy.traefik.extraInitContainers'], volumes: 'proxy.traefik.extraVolumes', extra: 'proxy.traefik.extraPodSpec',
    }),
    pod('user-scheduler', { contexts: ['scheduling.userScheduler.containerSecurityContext'], extra: 'scheduling.userScheduler.extraPodSpec' }),
    pod('user-placeholder', { contexts: ['scheduling.userPlaceholder.containerSecurityContext'], extra: 'scheduling.userPlaceholder.extraPodSpec' }),
    pod('image-puller', { contexts: ['prePuller.containerSecurityContext', 'prePuller.pause.containerSecurityContext', 'prePuller.hook.containerSecurityContext'] }),
  ]
}

/** One for the hub's own values, and one for each override of a profile or choice over them. */
export function serverPods(values: JsonObject): PodOfValues[] {
  const at = (path: string) => valueAt(values, ['singleuser', ...path.split('.')])
  const blocking = valueAt(values, ['singleuser', 'cloudMetadata', 'blockWithIptables']) !== false
  const ofChart: JsonObject = {
    uid: at('uid') === undefined ? 1000 : at('uid'), fs_gid: at('fsGid') === undefined ? 100 : at('fsGid'),
    allow_privilege_escalation: at('allowPrivilegeEscalation') === undefined ? false : at('allowPrivilegeEscalation'),
    extra_pod_config: at('extraPodConfig'), extra_containers: entriesOf(at('extraContainers')), volumes: entriesOf(at('storage.extraVolumes')),
    init_containers: [...entriesOf(at('initContainers')), ...(blocking ? [metadataBlocker] : [])],
    ...objectOf(valueAt(values, ['hub', 'config', 'KubeSpawner'])),
  }
  // choices are looked at one by one over the hub's own values: what two of them forbid together, one of them forbids
  return [{}, ...overridesOf(at('profileList'))].filter((override, index) => index === 0 || Object.keys(override).length > 0)
    .map((override) => ({ name: 'users\' servers', spec: serverSpec(deepMerge(ofChart, override)) }))
}

/** The chart adds it to each server, where it is to block the cloud's metadata. */
const metadataBlocker = { name: 'block-cloud-metadata', securityContext: { privileged: true, runAsUser: 0, capabilities: { add: ['NET_ADMIN'] } } }

function serverSpec(of: JsonObject): JsonObject {
  const context: JsonObject = {
    ...(isNumber(of.uid) && { runAsUser: Number(of.uid) }), ...(of.privileged === true && { privileged: true }),
    ...(typeof of.allow_privilege_escalation === 'boolean' && { allowPrivilegeEscalation: of.allow_privilege_escalation }), ...objectOf(of.container_security_context),
  }
  const container = { securityContext: context, ...camelized(objectOf(of.extra_container_config)) as JsonObject }
  return {
    securityContext: { ...(isNumber(of.fs_gid) && { fsGroup: Number(of.fs_gid) }), ...objectOf(of.pod_security_context) },
    volumes: entriesOf(of.volumes), containers: [container, ...entriesOf(of.extra_containers)], initContainers: entriesOf(of.init_containers),
    ...camelized(objectOf(of.extra_pod_config)) as JsonObject,
  }
}

const isNumber = (value: unknown): boolean => typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {})

/** What is a list, or an object of named entries, in KubeSpawner and in charts alike. */
function entriesOf(value: unknown): JsonObject[] {
  const entries = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []
  return entries.filter(isObject).map((entry) => camelized(entry) as JsonObject)
}

/** KubeSpawner takes the names of Python's client as well as those of the API. */
function camelized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelized)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [named[key] ?? key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), camelized(inner)]))
}

const named: Record<string, string> = { host_ipc: 'hostIPC', host_pid: 'hostPID' }
