import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import { parseQuantity, suggestByteSpec } from '../units.ts'
import type { Draft } from './draft.ts'

/** What kept its name and has another form or meaning today. `chartMajor` is of the chart that the hub will have. */
export function reshape(draft: Draft, chartMajor: number): void {
  extraConfig(draft)
  extraImages(draft)
  cloudMetadata(draft)
  rbac(draft)
  memory(draft)
  cpu(draft)
  image(draft)
  storage(draft)
  https(draft)
  authenticators(draft)
  httpRoute(draft, chartMajor)
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

function cloudMetadata(draft: Draft): void {
  const path = 'singleuser.cloudMetadata.enabled'
  const value = draft.get(path)
  if (value === undefined) return
  draft.take(path)
  draft.olderThan('1.0.0')
  draft.put('singleuser.cloudMetadata.blockWithIptables', value !== true, path)
  draft.note('changed', path, 'singleuser.cloudMetadata.blockWithIptables', 'It has the opposite value since chart 1.0: whether the metadata of the cloud is kept from servers.')
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
    const override = isObject(profile) ? profile['kubespawner_override'] : undefined
    for (const kind of ['mem_guarantee', 'mem_limit']) asByteSpec(draft, override as JsonObject, kind, `singleuser.profileList.${index}.kubespawner_override.${kind}`)
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
  for (const found of [draft.get('singleuser.image'), draft.get('hub.image'), ...(isObject(extra) ? Object.values(extra) : [])]) {
    if (isObject(found) && typeof found['tag'] === 'number') found['tag'] = String(found['tag'])
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
  }
}

/** Encryption was on by default until 0.10, and began with a host. */
function https(draft: Draft): void {
  const found = draft.get('proxy.https')
  if (!isObject(found) || found['enabled'] !== undefined || !Array.isArray(found['hosts']) || found['hosts'].length === 0) return
  draft.put('proxy.https.enabled', true, 'proxy.https')
  draft.note('changed', 'proxy.https', 'proxy.https.enabled', 'Until chart 0.10 it was on as soon as there was a host; since then it must be said.')
}

/** Settings of authenticators by the names that they have today, under whatever class. */
const settingNames: Record<string, string> = {
  whitelist: 'allowed_users', blacklist: 'blocked_users', group_whitelist: 'allowed_groups',
  org_whitelist: 'allowed_organizations', github_organization_whitelist: 'allowed_organizations', gitlab_group_whitelist: 'allowed_gitlab_groups',
  gitlab_project_id_whitelist: 'allowed_project_ids', google_group_whitelist: 'allowed_google_groups', team_whitelist: 'allowed_teams', bitbucket_team_whitelist: 'allowed_teams',
  username_key: 'username_claim', claim_groups_key: 'auth_state_groups_key', identity_provider_whitelist: 'allowed_idps', idp_whitelist: 'allowed_idps',
}

const classNames: Record<string, string> = {
  'dummyauthenticator.DummyAuthenticator': 'dummy', 'jupyterhub.auth.DummyAuthenticator': 'dummy',
  'oauthenticator.GitHubOAuthenticator': 'github', 'oauthenticator.github.GitHubOAuthenticator': 'github', 'oauthenticator.google.GoogleOAuthenticator': 'google',
  'oauthenticator.GoogleOAuthenticator': 'google', 'oauthenticator.gitlab.GitLabOAuthenticator': 'gitlab', 'oauthenticator.generic.GenericOAuthenticator': 'generic-oauth',
  'oauthenticator.globus.GlobusOAuthenticator': 'globus', 'oauthenticator.azuread.AzureAdOAuthenticator': 'azuread', 'oauthenticator.auth0.Auth0OAuthenticator': 'auth0',
  'oauthenticator.cilogon.CILogonOAuthenticator': 'cilogon', 'ltiauthenticator.LTIAuthenticator': 'ltiauthenticator.lti11.auth.LTI11Authenticator',
}

function authenticators(draft: Draft): void {
  const config = draft.get('hub.config')
  if (!isObject(config)) return
  const path = 'hub.config.JupyterHub.authenticator_class'
  const name = draft.get(path)
  const today = typeof name === 'string' ? classNames[name] : undefined
  if (today) {
    draft.take(path)
    draft.put(path, today, path)
    draft.note('changed', path, path, `It is named ${today} today.`)
  }
  for (const [section, settings] of Object.entries(config)) {
    if (!/Authenticator$/.test(section) || !isObject(settings)) continue
    for (const [old, fresh] of Object.entries(settingNames)) {
      if (settings[old] === undefined) continue
      const from = `hub.config.${section}.${old}`
      const to = `hub.config.${section}.${fresh}`
      draft.put(to, draft.take(from), from)
      draft.note('moved', from, to, `It is ${fresh} today.`)
    }
  }
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
