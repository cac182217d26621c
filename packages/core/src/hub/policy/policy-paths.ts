import type { JsonObject } from '../../json.ts'
import { isObject, pointerOf } from '../../json.ts'
import type { Capability } from './policy.ts'

export interface Denied { path: (string | number)[]; capability: Capability }

/*
 * Which places of the chart's values need which capability; a star stands for any key or item. What is not named shapes the hub inside its
 * namespace and is free. `hub.config` is turned round: whatever is not known to be harmless is free Python by another way.
 */
const places: Partial<Record<Capability, string[]>> = {
  extraConfig: [
    'hub.extraConfig', 'hub.image', 'hub.command', 'hub.args', 'hub.extraEnv', 'hub.lifecycle', 'hub.templatePaths', 'hub.existingSecret',
    'proxy.chp.image', 'proxy.traefik.image', 'proxy.secretSync.image', 'proxy.chp.extraCommandLineFlags', 'proxy.chp.extraEnv',
    'proxy.traefik.extraEnv',
  ],
  extraFiles: ['hub.extraFiles', 'singleuser.extraFiles'],
  initContainers: ['hub.initContainers', 'singleuser.initContainers', 'proxy.traefik.extraInitContainers'],
  extraContainers: ['hub.extraContainers', 'singleuser.extraContainers'],
  extraPodConfig: [
    'singleuser.extraPodConfig', 'singleuser.profileList.*.kubespawner_override', 'singleuser.profileList.*.profile_options',
    'hub.extraPodSpec', 'proxy.chp.extraPodSpec', 'proxy.traefik.extraPodSpec', 'scheduling.userPlaceholder.extraPodSpec',
    'scheduling.userScheduler.extraPodSpec',
  ],
  hostPath: ['hub.db.pvc.selector'],
  privileged: ['singleuser.networkTools.image'],
  extraRoles: ['hub.loadRoles'],
  extraServices: ['hub.services'],
  serviceAccounts: [
    'hub.serviceAccount', 'proxy.traefik.serviceAccount', 'scheduling.userScheduler.serviceAccount', 'prePuller.hook.serviceAccount',
    'prePuller.hook.serviceAccountImagePuller', 'prePuller.continuous.serviceAccount', 'singleuser.serviceAccountName',
  ],
  network: [
    'hub.networkPolicy', 'proxy.chp.networkPolicy', 'proxy.traefik.networkPolicy', 'singleuser.networkPolicy', 'singleuser.cloudMetadata',
    'hub.service', 'proxy.service', 'proxy.https.hosts', 'proxy.traefik.extraStaticConfig', 'proxy.traefik.extraDynamicConfig',
    'proxy.traefik.extraPorts', 'proxy.chp.defaultTarget', 'proxy.chp.errorTarget', 'ingress', 'httpRoute',
  ],
  placement: [
    'hub.nodeSelector', 'hub.tolerations', 'proxy.chp.nodeSelector', 'proxy.chp.tolerations', 'proxy.traefik.nodeSelector',
    'proxy.traefik.tolerations', 'singleuser.nodeSelector', 'singleuser.extraTolerations', 'singleuser.extraNodeAffinity',
    'singleuser.extraPodAffinity', 'singleuser.extraPodAntiAffinity', 'scheduling.corePods', 'scheduling.userPods',
    'prePuller.extraTolerations', 'prePuller.hook.nodeSelector', 'prePuller.hook.tolerations',
  ],
  clusterScoped: [
    'rbac', 'scheduling.podPriority', 'scheduling.userScheduler.plugins', 'scheduling.userScheduler.pluginConfig',
    'scheduling.userScheduler.image',
  ],
}

/** Settings of the hub that neither run code nor reach a pod. Local and PAM logins run commands to make users of the system. */
const harmlessSections = /^((?!Local|PAM)\w*Authenticator|CryptKeeper)$/
const harmlessOfJupyterHub = new Set([
  'admin_access', 'authenticator_class', 'cookie_max_age_days', 'cookie_secret', 'allow_named_servers',
  'named_server_limit_per_user', 'concurrent_spawn_limit', 'active_server_limit',
  'active_user_window', 'default_url', 'log_level', 'redirect_to_server', 'shutdown_on_logout', 'template_vars',
  'trust_user_provided_tokens', 'default_server_name', 'subdomain_host',
])

/** The places that are set and need a capability. Empty lists and objects and null count as not set. */
export function* deniedByPath(values: JsonObject): Generator<Denied> {
  for (const [capability, paths] of Object.entries(places) as [Capability, string[]][]) {
    for (const place of paths) {
      for (const { path, value } of find(values, place.split('.'))) if (isSet(value)) yield { path, capability }
    }
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
