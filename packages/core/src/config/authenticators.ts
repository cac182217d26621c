import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import type { Draft } from './draft.ts'

/** Settings of authenticators by the names that they have today, under whatever class. */
const settingNames: Record<string, string> = {
  whitelist: 'allowed_users', blacklist: 'blocked_users', group_whitelist: 'allowed_groups',
  org_whitelist: 'allowed_organizations', github_organization_whitelist: 'allowed_organizations', gitlab_group_whitelist: 'allowed_gitlab_groups',
  gitlab_project_id_whitelist: 'allowed_project_ids', google_group_whitelist: 'allowed_google_groups', team_whitelist: 'allowed_teams', bitbucket_team_whitelist: 'allowed_teams',
  username_key: 'username_claim', extra_params: 'token_params', tls_verify: 'validate_server_cert', validate_cert: 'validate_server_cert', github_client_id: 'client_id', github_client_secret: 'client_secret',
}
/** Settings that mean this only of some classes. */
const settingOf: Record<string, RegExp> = { extra_params: /^Generic/, tls_verify: /^Generic/, validate_cert: /^OpenShift/, username_key: /^(Generic|Auth0)/ }

const classNames: Record<string, string> = {
  'dummyauthenticator.DummyAuthenticator': 'dummy', 'jupyterhub.auth.DummyAuthenticator': 'dummy',
  'oauthenticator.GitHubOAuthenticator': 'github', 'oauthenticator.github.GitHubOAuthenticator': 'github', 'oauthenticator.google.GoogleOAuthenticator': 'google',
  'oauthenticator.GoogleOAuthenticator': 'google', 'oauthenticator.gitlab.GitLabOAuthenticator': 'gitlab', 'oauthenticator.generic.GenericOAuthenticator': 'generic-oauth',
  'oauthenticator.globus.GlobusOAuthenticator': 'globus', 'oauthenticator.azuread.AzureAdOAuthenticator': 'azuread', 'oauthenticator.auth0.Auth0OAuthenticator': 'auth0',
  'oauthenticator.cilogon.CILogonOAuthenticator': 'cilogon', 'ltiauthenticator.LTIAuthenticator': 'ltiauthenticator.lti11.auth.LTI11Authenticator',
}

/** Logins by the names and in the form that they have today: oauthenticator 17, ldapauthenticator 2. */
export function authenticators(draft: Draft): void {
  const config = draft.get('hub.config')
  if (!isObject(config)) return
  const path = 'hub.config.JupyterHub.authenticator_class'
  const name = draft.get(path)
  const today = typeof name === 'string' && Object.hasOwn(classNames, name) ? classNames[name] : undefined
  if (today) {
    draft.take(path)
    draft.put(path, today, path)
    draft.note('changed', path, path, `It is named ${today} today.`)
  }
  for (const [section, settings] of Object.entries(config)) {
    if (!/Authenticator$/.test(section) || !isObject(settings)) continue
    for (const [old, fresh] of Object.entries(settingNames)) {
      if (settings[old] === undefined || settingOf[old]?.test(section) === false) continue
      const from = `hub.config.${section}.${old}`
      const to = `hub.config.${section}.${fresh}`
      draft.put(to, draft.take(from), from)
      draft.note('moved', from, to, `It is ${fresh} today.`)
    }
  }
  institutions(draft)
  ldap(draft)
}

const cilogon = 'hub.config.CILogonOAuthenticator'
/** Gone since oauthenticator 16: the hub would exit at its start. */
const goneOfCILogon = ['idp', 'shown_idps', 'idp_whitelist', 'identity_provider_whitelist', 'strip_idp_domain', 'additional_username_claims', 'username_claim']

/** Which institutions may log in was a list, or nothing at all; it is a table since oauthenticator 15, with the claim that names people of each. */
function institutions(draft: Draft): void {
  const settings = draft.get(cilogon)
  if (!isObject(settings)) return
  const claim = typeof settings['username_claim'] === 'string' ? settings['username_claim'] : 'eppn'
  const source = ['allowed_idps', 'idps', 'idp_whitelist', 'identity_provider_whitelist', 'shown_idps', 'idp'].find((key) => settings[key] !== undefined && settings[key] !== null && !isObject(settings[key]))
  const named = source === undefined || isObject(settings['allowed_idps']) || isObject(settings['idps']) ? [] : [settings[source]].flat().filter((each): each is string => typeof each === 'string')
  if (source !== undefined && named.length > 0) {
    const to = `${cilogon}.allowed_idps`
    draft.take(`${cilogon}.${source}`)
    // not by put: the address of an institution has dots in it
    const holder = draft.get(cilogon) ?? (draft.put(cilogon, {}, `${cilogon}.${source}`), draft.get(cilogon))
    ;(holder as JsonObject)['allowed_idps'] = Object.fromEntries(named.map((id) => [id, { username_derivation: { username_claim: claim } }]))
    draft.note('changed', `${cilogon}.${source}`, to, `It is a table since oauthenticator 15: each institution with the claim that names its people, here ${claim}.`)
    const names = named.filter((id) => !/^(https?|urn):/.test(id))
    if (names.length > 0) draft.note('unsafe', to, to, `${names.length} of these are no entity ids, and the hub would exit at its start. https://cilogon.org/idplist has the ids.`)
  }
  for (const key of goneOfCILogon) {
    if (!draft.has(`${cilogon}.${key}`)) continue
    draft.take(`${cilogon}.${key}`)
    draft.note('removed', `${cilogon}.${key}`, null, 'Since oauthenticator 16 each institution says this for itself, in allowed_idps.')
  }
}

function ldap(draft: Draft): void {
  const at = 'hub.config.LDAPAuthenticator'
  if (draft.has(`${at}.use_ssl`)) {
    const ssl = draft.take(`${at}.use_ssl`) === true
    if (ssl) draft.put(`${at}.tls_strategy`, 'on_connect', `${at}.use_ssl`)
    draft.note('changed', `${at}.use_ssl`, ssl ? `${at}.tls_strategy` : null, ssl ? 'It is tls_strategy since ldapauthenticator 2.' : 'It is so by default since ldapauthenticator 2.')
  }
  if (draft.has(`${at}.escape_userdn`)) {
    draft.take(`${at}.escape_userdn`)
    draft.note('removed', `${at}.escape_userdn`, null, 'Names are always escaped since ldapauthenticator 2.')
  }
}
