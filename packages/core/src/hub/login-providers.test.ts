import t from 'tap'
import type { JsonObject } from '../json.ts'
import { checkInput } from '../validate.ts'
import { checkHubSpec } from './check.ts'
import { completeHubSpec, patchHubSpec } from './complete.ts'
import { disruption } from './disruption.ts'
import type { Login } from './login.ts'
import { newHubSecrets, splitSecrets } from './secrets.ts'
import { HubSpecInputSchema } from './spec.ts'
import { renderValues } from './values.ts'

const client = { clientId: 'id', clientSecret: 's3cret' }
const asked = { client_id: 'id', client_secret: 's3cret', oauth_callback_url: 'https://hub.example.org/hub/oauth_callback' }
const idp = { entityId: 'https://idp.example.org/idp', usernameClaim: 'eppn' }

const logins: [Login, string, JsonObject][] = [
  [{ type: 'gitlab', ...client, url: 'https://git.example.org', groups: ['a/b'], projects: [7] }, 'GitLabOAuthenticator',
    { gitlab_url: 'https://git.example.org', allowed_gitlab_groups: ['a/b'], allowed_project_ids: [7] }],
  [{ type: 'cilogon', ...client, identityProviders: [{ ...idp, stripDomain: 'example.org', allowAll: true }] }, 'CILogonOAuthenticator',
    { allowed_idps: { [idp.entityId]: { username_derivation: { username_claim: 'eppn', action: 'strip_idp_domain', domain: 'example.org' }, allow_all: true } } }],
  [{ type: 'azuread', ...client, tenantId: 't-1', usernameClaim: 'upn' }, 'AzureAdOAuthenticator', { tenant_id: 't-1', username_claim: 'upn' }],
  [{ type: 'globus', ...client, identityProvider: 'example.org' }, 'GlobusOAuthenticator', { identity_provider: 'example.org' }],
  [{ type: 'auth0', ...client, domain: 'example.eu.auth0.com' }, 'Auth0OAuthenticator', { auth0_domain: 'example.eu.auth0.com' }],
]

const render = (login: Login) => {
  const { spec, secrets } = splitSecrets(completeHubSpec({ login, exposure: { host: 'hub.example.org' } }))
  return { spec, secrets, values: renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: newHubSecrets(secrets) }).values }
}

for (const [login, section, own] of logins) {
  t.test(`${login.type}: the authenticator of its name gets what it needs, and the spec keeps no secret`, async (t) => {
    t.same(checkInput(HubSpecInputSchema, { login }), [])
    const { spec, secrets, values } = render(login)
    const config = (values.hub as { config: JsonObject }).config
    t.match(config.JupyterHub, { authenticator_class: login.type })
    t.same(config[section], { ...asked, ...own })
    t.notMatch(JSON.stringify(spec), /s3cret/)
    t.same(checkHubSpec(spec, secrets).errors, [])
    t.match(checkHubSpec(spec, {}).errors, [{ pointer: '/login/clientSecret', code: 'required' }])
  })
}

t.test('who is let in by the provider alone is told from a hub that nobody may use', async (t) => {
  const warned = (login: Login) => checkHubSpec(completeHubSpec({ login }), {}).warnings.some(({ code }) => code === 'nobody-may-log-in')
  t.equal(warned({ type: 'gitlab', ...client, groups: ['a'] }), false)
  t.equal(warned({ type: 'gitlab', ...client }), true)
  t.equal(warned({ type: 'cilogon', ...client, identityProviders: [{ ...idp, allowAll: true }] }), false)
  t.equal(warned({ type: 'cilogon', ...client, identityProviders: [idp] }), true)
})

t.test('a change that gives people other names says so; one more institution does not', async (t) => {
  const before = completeHubSpec({ login: { type: 'cilogon', ...client, identityProviders: [idp] } })
  const words = (identityProviders: object[]) => {
    const after = patchHubSpec(before, { login: { type: 'cilogon', identityProviders } as never })
    return disruption({ spec: before, values: {} }, { spec: after, values: {} }).words.join()
  }
  t.match(words([{ ...idp, usernameClaim: 'email' }]), 'Users get other names')
  t.notMatch(words([idp, { entityId: 'https://other.example.org', usernameClaim: 'email' }]), 'Users get other names')
})
