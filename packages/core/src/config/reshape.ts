import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import { parseQuantity, suggestByteSpec } from '../units.ts'
import { authenticators } from './authenticators.ts'
import type { Draft } from './draft.ts'
import { network } from './network.ts'
import { pinnedParts } from './pinned-parts.ts'

/** What kept its name and has another form or meaning today. `chartVersion` is of the chart that the hub will have. */
export function reshape(draft: Draft, chartVersion: string): void {
  extraConfig(draft)
  extraImages(draft)
  network(draft)
  rbac(draft)
  memory(draft)
  cpu(draft)
  image(draft)
  storage(draft)
  https(draft)
  authenticators(draft)
  httpRoute(draft, Number(/^v?(\d+)/.exec(chartVersion)?.[1] ?? 0))
  environment(draft)
  pinnedParts(draft, chartVersion)
}

/** One text of Python until 0.7, or a list; a table of named ones since. */
function extraConfig(draft: Draft): void {
  const value = draft.get('hub.extraConfig')
  if (typeof value !== 'string' && !Array.isArray(value)) return
  draft.take('hub.extraConfig')
  draft.olderThan('1.0.0')
  const texts = [value].flat().filter((text) => typeof text === 'string' && text.trim() !== '')
  if (texts.length === 0) return
  texts.forEach((text, index) => draft.put(`hub.extraConfig.config${index + 1}`, text, 'hub.extraConfig'))
  draft.note('changed', 'hub.extraConfig', 'hub.extraConfig.config1', 'It is a table of named texts since chart 0.7.')
}

function extraImages(draft: Draft): void {
  const value = draft.get('prePuller.extraImages')
  if (!Array.isArray(value)) return
  draft.take('prePuller.extraImages')
  draft.olderThan('0.8.0')
  if (value.length === 0) return
  value.forEach((each, index) => draft.put(`prePuller.extraImages.image${index + 1}`, each, 'prePuller.extraImages'))
  draft.note('changed', 'prePuller.extraImages', 'prePuller.extraImages.image1', 'It is a table of named images since chart 0.8.')
}

/** `rbac.enabled: false` also meant that nobody gets a service account of his own. */
function rbac(draft: Draft): void {
  if (draft.get('rbac.create') !== false || !draft.isOlderThan('2.0.0')) return
  for (const owner of ['hub', 'proxy.traefik', 'scheduling.userScheduler', 'prePuller.hook']) draft.put(`${owner}.serviceAccount.create`, false, 'rbac.create')
  draft.note('changed', 'rbac.create', 'hub.serviceAccount.create', 'Service accounts are switched off by themselves since chart 2.0; all of them are, as before.')
}

function memory(draft: Draft): void {
  for (const kind of ['guarantee', 'limit']) asByteSpec(draft, draft.get('singleuser.memory') as JsonObject, kind, `singleuser.memory.${kind}`)
  const profiles = draft.get('singleuser.profileList')
  if (!Array.isArray(profiles)) return
  for (const [index, profile] of profiles.entries()) {
    for (const [path, override] of overridesOf(profile)) {
      for (const kind of ['mem_guarantee', 'mem_limit']) asByteSpec(draft, override, kind, ['singleuser.profileList', index, ...path, kind].join('.'))
    }
  }
}

/** What a profile and each of its choices change of a server. */
function* overridesOf(profile: unknown): Generator<[path: string[], JsonObject]> {
  if (!isObject(profile)) return
  if (isObject(profile['kubespawner_override'])) yield [['kubespawner_override'], profile['kubespawner_override']]
  for (const [option, { choices }] of Object.entries(isObject(profile['profile_options']) ? profile['profile_options'] : {}).filter((entry): entry is [string, JsonObject] => isObject(entry[1]))) {
    for (const [name, choice] of Object.entries(isObject(choices) ? choices : {})) {
      if (isObject(choice) && isObject(choice['kubespawner_override'])) yield [['profile_options', option, 'choices', name, 'kubespawner_override'], choice['kubespawner_override']]
    }
  }
}

/** JupyterHub refuses `1Gi`, and every server with it; its `1G` is the same size. */
function asByteSpec(draft: Draft, holder: JsonObject | undefined, key: string, path: string): void {
  const value = isObject(holder) ? holder[key] : undefined
  if (typeof value !== 'string' || /^\d+(\.\d+)?[KMGT]$/.test(value)) return
  const meant = suggestByteSpec(value)
  if (!meant) return
  holder![key] = meant
  draft.note('changed', path, path, `JupyterHub takes K, M, G or T, in units of 1024: ${meant}.`)
}

/** A number of cores; Kubernetes' own `500m` was let through once. */
function cpu(draft: Draft): void {
  for (const kind of ['guarantee', 'limit']) {
    const holder = draft.get('singleuser.cpu') as JsonObject | undefined
    const value = isObject(holder) ? holder[kind] : undefined
    const cores = typeof value === 'string' ? parseQuantity(value) : null
    if (cores === null) continue
    holder![kind] = cores
    draft.note('changed', `singleuser.cpu.${kind}`, `singleuser.cpu.${kind}`, `It is a number of cores: ${cores}.`)
  }
}

/** `tag: 0.3` is a number in YAML, and a tag is a text. */
function image(draft: Draft): void {
  const extra = draft.get('prePuller.extraImages')
  const more = isObject(extra) ? Object.keys(extra).map((name) => `prePuller.extraImages.${name}`) : []
  for (const path of ['singleuser.image', 'hub.image', ...more]) {
    const found = draft.get(path)
    if (!isObject(found) || typeof found['tag'] !== 'number') continue
    found['tag'] = String(found['tag'])
    draft.note('changed', `${path}.tag`, `${path}.tag`, `A tag is a text: ${found['tag']}. Write it in quotes if it lost a zero.`)
  }
}

/** Variables of the environment are texts: the chart refuses `true` and `5` of the hub's, and Kubernetes those of servers. */
function environment(draft: Draft): void {
  for (const path of ['hub.extraEnv', 'singleuser.extraEnv', 'proxy.chp.extraEnv', 'proxy.traefik.extraEnv']) {
    const table = draft.get(path)
    for (const [name, value] of Object.entries(isObject(table) ? table : {})) {
      if (typeof value !== 'number' && typeof value !== 'boolean') continue
      ;(table as JsonObject)[name] = String(value)
      draft.note('changed', `${path}.${name}`, `${path}.${name}`, `It is a text in the environment: "${value}".`)
    }
  }
}

function storage(draft: Draft): void {
  const { type } = (draft.get('singleuser.storage') ?? {}) as { type?: unknown }
  if (type === 'hostPath') {
    draft.take('singleuser.storage.type')
    draft.olderThan('0.4.0')
    draft.note('removed', 'singleuser.storage.type', null, 'Homes in folders of the nodes are no more: each person gets a disk. For a file server use storage.type static.')
  }
  const path = 'singleuser.storage.static.subPath'
  const subPath = draft.get(path)
  if (typeof subPath === 'string' && subPath.includes('{username}') && draft.isOlderThan('4.0.0')) {
    ;((draft.get('singleuser.storage.static')) as JsonObject)['subPath'] = subPath.replaceAll('{username}', '{escaped_username}')
    draft.note('changed', path, path, 'Names are written another way since chart 4.0; {escaped_username} leads to the folders that exist.')
  } else if (typeof subPath === 'string' && subPath.includes('{username}')) {
    draft.note('unsafe', path, path, 'Since chart 4.0 {username} is written another way for names with other than letters and digits. Folders that an older hub made are found by {escaped_username}.')
  }
}

/** Encryption was on by default until 0.10, and began with a host. */
function https(draft: Draft): void {
  const found = draft.get('proxy.https')
  if (!isObject(found) || found['enabled'] !== undefined || !Array.isArray(found['hosts']) || found['hosts'].length === 0) return
  if (draft.isNew) return draft.note('unsafe', 'proxy.https', 'proxy.https', 'It is off: since chart 0.10 a host alone does not switch it on. Set proxy.https.enabled to true if that was meant.')
  draft.put('proxy.https.enabled', true, 'proxy.https')
  draft.note('changed', 'proxy.https', 'proxy.https.enabled', 'Until chart 0.10 it was on as soon as there was a host; since then it must be said.')
}

/** One gateway until chart 4, a list since 5. */
function httpRoute(draft: Draft, chartMajor: number): void {
  const [one, list] = ['httpRoute.gateway', 'httpRoute.parentRefs']
  if (chartMajor >= 5 && isObject(draft.get(one))) {
    draft.put(list, [draft.take(one)], one)
    draft.note('changed', one, list, 'It is a list, parentRefs, since chart 5.')
  }
  const refs = draft.get(list)
  if (chartMajor < 5 && Array.isArray(refs) && refs.length === 1) {
    draft.take(list)
    draft.put(one, refs[0], list)
    draft.note('changed', list, one, 'Before chart 5 it is one gateway.')
  }
}
