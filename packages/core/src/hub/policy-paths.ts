import type { JsonObject } from '../json.ts'
import { isObject, pointerOf } from '../json.ts'
import type { Capability } from './policy.ts'

export interface Denied { path: (string | number)[]; capability: Capability }

/*
 * Which places of the chart's values need which capability; a star stands for any key or item. What is not named shapes the hub inside its
 * namespace and is free. `hub.config` is turned round: whatever is not known to be harmless is free Python by another way.
 */
const places: [string, Capability][] = [
  ['hub.extraConfig', 'extraConfig'], ['hub.image', 'extraConfig'], ['hub.command', 'extraConfig'], ['hub.args', 'extraConfig'], ['hub.extraEnv', 'extraConfig'], ['hub.lifecycle', 'extraConfig'],
  ['hub.templatePaths', 'extraConfig'], ['hub.existingSecret', 'extraConfig'], ['proxy.chp.image', 'extraConfig'], ['proxy.traefik.image', 'extraConfig'], ['proxy.secretSync.image', 'extraConfig'],
  ['proxy.chp.extraCommandLineFlags', 'extraConfig'], ['proxy.chp.extraEnv', 'extraConfig'], ['proxy.traefik.extraEnv', 'extraConfig'],
  ['hub.extraFiles', 'extraFiles'], ['singleuser.extraFiles', 'extraFiles'],
  ['hub.initContainers', 'initContainers'], ['singleuser.initContainers', 'initContainers'], ['proxy.traefik.extraInitContainers', 'initContainers'],
  ['hub.extraContainers', 'extraContainers'], ['singleuser.extraContainers', 'extraContainers'],
  ['singleuser.extraPodConfig', 'extraPodConfig'], ['singleuser.profileList.*.kubespawner_override', 'extraPodConfig'], ['singleuser.profileList.*.profile_options', 'extraPodConfig'],
  ['hub.extraPodSpec', 'extraPodConfig'], ['proxy.chp.extraPodSpec', 'extraPodConfig'], ['proxy.traefik.extraPodSpec', 'extraPodConfig'],
  ['scheduling.userPlaceholder.extraPodSpec', 'extraPodConfig'], ['scheduling.userScheduler.extraPodSpec', 'extraPodConfig'],
  ['singleuser.networkTools.image', 'privileged'],
  ['hub.loadRoles', 'extraRoles'], ['hub.services', 'extraServices'],
  ['hub.serviceAccount', 'serviceAccounts'], ['proxy.traefik.serviceAccount', 'serviceAccounts'], ['scheduling.userScheduler.serviceAccount', 'serviceAccounts'],
  ['prePuller.hook.serviceAccount', 'serviceAccounts'], ['prePuller.hook.serviceAccountImagePuller', 'serviceAccounts'], ['prePuller.continuous.serviceAccount', 'serviceAccounts'],
  ['singleuser.serviceAccountName', 'serviceAccounts'],
  ['hub.networkPolicy', 'network'], ['proxy.chp.networkPolicy', 'network'], ['proxy.traefik.networkPolicy', 'network'], ['singleuser.networkPolicy', 'network'], ['singleuser.cloudMetadata', 'network'],
  ['hub.service', 'network'], ['proxy.service', 'network'], ['proxy.https.hosts', 'network'], ['proxy.traefik.extraStaticConfig', 'network'], ['proxy.traefik.extraDynamicConfig', 'network'], ['proxy.traefik.extraPorts', 'network'],
  ['proxy.chp.defaultTarget', 'network'], ['proxy.chp.errorTarget', 'network'], ['ingress', 'network'], ['httpRoute', 'network'],
  ['hub.nodeSelector', 'placement'], ['hub.tolerations', 'placement'], ['proxy.chp.nodeSelector', 'placement'], ['proxy.chp.tolerations', 'placement'], ['proxy.traefik.nodeSelector', 'placement'],
  ['proxy.traefik.tolerations', 'placement'], ['singleuser.nodeSelector', 'placement'], ['singleuser.extraTolerations', 'placement'], ['singleuser.extraNodeAffinity', 'placement'],
  ['singleuser.extraPodAffinity', 'placement'], ['singleuser.extraPodAntiAffinity', 'placement'], ['scheduling.corePods', 'placement'], ['scheduling.userPods', 'placement'],
  ['prePuller.extraTolerations', 'placement'], ['prePuller.hook.nodeSelector', 'placement'], ['prePuller.hook.tolerations', 'placement'],
  ['rbac', 'clusterScoped'], ['scheduling.podPriority', 'clusterScoped'], ['scheduling.userScheduler.plugins', 'clusterScoped'], ['scheduling.userScheduler.pluginConfig', 'clusterScoped'],
  ['scheduling.userScheduler.image', 'clusterScoped'],
]

/** Settings of the hub that neither run code nor reach a pod. */
const harmlessSections = /^(\w*Authenticator|CryptKeeper|ConfigurableHTTPProxy)$/
const harmlessOfJupyterHub = new Set([
  'admin_access', 'authenticator_class', 'cookie_max_age_days', 'cookie_secret', 'allow_named_servers', 'named_server_limit_per_user', 'concurrent_spawn_limit', 'active_server_limit', 'active_user_window',
  'default_url', 'log_level', 'redirect_to_server', 'shutdown_on_logout', 'template_vars', 'trust_user_provided_tokens', 'default_server_name', 'subdomain_host',
])

/** The places that are set and need a capability. Empty lists and objects and null count as not set. */
export function* deniedByPath(values: JsonObject): Generator<Denied> {
  for (const [place, capability] of places) {
    for (const { path, value } of find(values, place.split('.'))) if (isSet(value)) yield { path, capability }
  }
  yield* deniedInConfig(values)
}

function* deniedInConfig(values: JsonObject): Generator<Denied> {
  for (const { path, value: config } of find(values, ['hub', 'config'])) {
    if (!isObject(config)) continue
    for (const [section, settings] of Object.entries(config)) {
      if (harmlessSections.test(section) || !isSet(settings)) continue
      if (section !== 'JupyterHub' || !isObject(settings)) { yield { path: [...path, section], capability: 'extraConfig' }; continue }
      for (const setting of Object.keys(settings)) {
        if (!harmlessOfJupyterHub.has(setting)) yield { path: [...path, section, setting], capability: capabilityOf(setting) }
      }
    }
  }
}

const capabilityOf = (setting: string): Capability => (setting === 'load_roles' ? 'extraRoles' : setting === 'services' ? 'extraServices' : 'extraConfig')

/** Every image that raw values name for servers or for being pulled, with its pointer. */
export function imagesOf(values: JsonObject): { pointer: string; name: string }[] {
  const places = [['singleuser', 'image', 'name'], ['singleuser', 'profileList', '*', 'kubespawner_override', 'image'], ['prePuller', 'extraImages', '*', 'name']]
  const found = places.flatMap((place) => [...find(values, place)])
  return found.flatMap(({ path, value }) => (typeof value === 'string' ? [{ pointer: pointerOf(['values', ...path]), name: value }] : []))
}

function* find(value: unknown, place: string[], path: (string | number)[] = []): Generator<{ path: (string | number)[]; value: unknown }> {
  const [key, ...rest] = place
  if (key === undefined) yield { path, value }
  else if (key === '*' && Array.isArray(value)) for (const [index, item] of value.entries()) yield* find(item, rest, [...path, index])
  else if (key === '*' && isObject(value)) for (const name of Object.keys(value)) yield* find(value[name], rest, [...path, name])
  else if (isObject(value) && value[key] !== undefined) yield* find(value[key], rest, [...path, key])
}

function isSet(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (isObject(value)) return Object.keys(value).length > 0
  return value !== undefined && value !== null
}
