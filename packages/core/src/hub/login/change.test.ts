import t from 'tap'
import { checkChange } from '../check-change.ts'
import { checkHubSpec } from '../check.ts'
import { completeHubSpec, patchHubSpec } from '../complete.ts'
import { splitSecrets } from '../secrets.ts'
import type { HubSpecInput, HubSpecPatch } from '../spec.ts'
import type { Login } from './login.ts'

const google = { type: 'google' as const, clientId: 'id', clientSecret: 's', hostedDomains: ['x.org'] }
const hub = (input: HubSpecInput) => splitSecrets(completeHubSpec(input))
const changed = (before: HubSpecInput, patch: HubSpecPatch) => {
  const { spec, secrets } = hub(before)
  const after = patchHubSpec(spec, patch)
  return { ...checkChange(spec, after, new Date()), errors: checkHubSpec(after, secrets).errors }
}

t.test('a second hosted domain of Google is refused, with both ways on', async (t) => {
  const { errors } = changed({ login: google }, { login: { type: 'google', hostedDomains: ['x.org', 'y.org'] } })
  t.match(errors, [{ pointer: '/login/stripDomain', code: 'ambiguous-names', detail: /strippedDomains to \[x\.org\].*stripDomain to false.*empty homes/ }])
})

t.test('it renames nobody where the first domain stays stripped', async (t) => {
  const { errors, confirmations } = changed({ login: google }, { login: { type: 'google', hostedDomains: ['x.org', 'y.org'], strippedDomains: ['x.org'] } })
  t.same([errors, confirmations], [[], []])
  t.match(changed({ login: google }, { login: { type: 'google', strippedDomains: ['z.org'] } }).errors, [{ pointer: '/login/strippedDomains/0', code: 'unknown' }])
})

t.test('whole addresses for all say who loses which home, and have to be confirmed', async (t) => {
  const { errors, confirmations } = changed({ login: google, access: { users: ['grace'] } }, { login: { type: 'google', hostedDomains: ['x.org', 'y.org'], stripDomain: false } })
  t.same(errors, [])
  t.match(confirmations, [{ code: 'users-renamed', pointer: '/login', what: /grace of x\.org was grace and is grace@x\.org\..*empty home.*access\.users.*To rename nobody, set login\.strippedDomains to \[x\.org\]/ }])
})

t.test('another domain in place of one gives its people the homes of their namesakes', async (t) => {
  t.match(changed({ login: google }, { login: { type: 'google', hostedDomains: ['y.org'] } }).confirmations, [{ code: 'users-renamed', what: /ada of y\.org is ada from now on, and has what ada had/ }])
})

const idp = { entityId: 'https://idp.example.org', usernameClaim: 'eppn' }
const renaming: [string, Login, HubSpecPatch, boolean][] = [
  ['another provider', google, { login: { type: 'github', clientId: 'id' } }, true],
  ['another claim', { type: 'oidc', clientId: 'id', authorizeUrl: 'https://i/a', tokenUrl: 'https://i/t', userdataUrl: 'https://i/u' }, { login: { type: 'oidc', usernameClaim: 'sub' } }, true],
  ['the claim that it was by default', { type: 'oidc', clientId: 'id', authorizeUrl: 'https://i/a', tokenUrl: 'https://i/t', userdataUrl: 'https://i/u' }, { login: { type: 'oidc', usernameClaim: 'preferred_username' } }, false],
  ['other rules for an institution', { type: 'cilogon', clientId: 'id', identityProviders: [idp] }, { login: { type: 'cilogon', identityProviders: [{ ...idp, usernameClaim: 'email' }] } }, true],
  ['one more institution', { type: 'cilogon', clientId: 'id', identityProviders: [idp] }, { login: { type: 'cilogon', identityProviders: [idp, { entityId: 'https://b.example.org', usernameClaim: 'sub' }] } }, false],
  ['from one login where names are typed to another', { type: 'dummy' }, { login: { type: 'native' } }, false],
  ['a raw setting that names people', google, { values: { hub: { config: { GoogleOAuthenticator: { strip_domain: false } } } } }, true],
  ['another secret', google, { login: { type: 'google', clientSecret: 'new' } }, false],
  ['an organization', { type: 'github', clientId: 'id' }, { login: { type: 'github', organizations: ['o'] } }, false],
]
for (const [what, login, patch, renames] of renaming) {
  t.test(`${what} ${renames ? 'has to be confirmed, since it renames' : 'renames nobody'}`, async (t) => {
    t.equal(changed({ login }, patch).confirmations.length, renames ? 1 : 0)
  })
}

t.test('who is taken off a list and stays in all the same is told', async (t) => {
  const before: HubSpecInput = { login: google, access: { users: ['ada', 'eve'], admins: ['grace'] } }
  t.match(changed(before, { access: { users: ['ada'] } }).warnings, [/^eve: taken off access\.users.*allowExisting/])
  t.same(changed(before, { access: { users: ['ada'], allowExisting: false } }).warnings, [])
  t.match(changed(before, { access: { admins: [] } }).warnings, [/^grace: taken off access\.admins.*still admins/])
})

t.test('a hub that nobody may use is told with the fix', async (t) => {
  const nobody = (input: HubSpecInput) => {
    const { spec, secrets } = hub(input)
    return checkHubSpec(spec, secrets).warnings.filter(({ code }) => code === 'nobody-may-log-in').map(({ what }) => what).join()
  }
  t.match(nobody({}), /name people in access\.users or access\.admins, or set access\.allowAll/)
  t.match(nobody({ login: google }), /hostedDomains lets nobody in by itself/)
  t.match(nobody({ login: { type: 'github', clientId: 'id' } }), /login\.organizations/)
  t.match(nobody({ login: { type: 'tmp' }, access: { users: ['ada'], admins: ['grace'] } }), /no list can have them/)
  t.match(nobody({ login: { type: 'sharedPassword', userPassword: 'a-password' }, access: { admins: ['grace'] } }), /login\.adminPassword/)
  t.match(nobody({ login: { type: 'sharedPassword', adminPassword: 'a'.repeat(32) }, access: { users: ['ada'] } }), /login\.userPassword/)
  t.match(nobody({ values: { hub: { config: { JupyterHub: { admin_access: true } } } } }), /Nobody/, 'raw settings of something else do not hide it')
  const fine: HubSpecInput[] = [
    { access: { allowAll: true } }, { access: { admins: ['a'] } }, { access: { allowExisting: true } }, { login: { type: 'github', clientId: 'id', organizations: ['o'] } },
    { login: { type: 'gitlab', clientId: 'id', groups: ['g'] } }, { login: { type: 'cilogon', clientId: 'id', identityProviders: [{ ...idp, allowAll: true }] } }, { login: { type: 'tmp' }, access: { allowAll: true } },
    { values: { hub: { config: { Authenticator: { allow_all: true } } } } }, { values: { hub: { config: { JupyterHub: { authenticator_class: 'x.Y' } } } } },
    { login: { type: 'sharedPassword', userPassword: 'a-password' }, access: { users: ['ada'] } },
  ]
  for (const input of fine) t.equal(nobody(input), '', JSON.stringify(input))
})

t.test('LDAP says what it needs to find people, and warns where passwords can be read', async (t) => {
  const check = (login: Omit<Extract<Login, { type: 'ldap' }>, 'type'>) => {
    const { spec, secrets } = hub({ login: { type: 'ldap', ...login } })
    const { errors, warnings } = checkHubSpec(spec, secrets)
    return [...errors.map(({ pointer }) => pointer), ...warnings.map(({ code }) => code)].filter((code) => code !== 'nobody-may-log-in')
  }
  const lookup = { host: 'ldap.example.org', searchBase: 'dc=example,dc=org', userAttribute: 'uid' }
  t.same(check({ host: 'ldap.example.org' }), ['/login/searchBase', '/login/userAttribute'])
  t.same(check(lookup), [])
  t.same(check({ host: 'ldap.example.org', bindDnTemplates: ['uid={username},dc=example'] }), [])
  t.same(check({ ...lookup, searchUser: 'cn=reader' }), ['/login/searchPassword'])
  t.same(check({ ...lookup, searchPassword: 'p' }), ['/login/searchUser'])
  t.same(check({ ...lookup, certificateAuthority: 'no' }), ['/login/certificateAuthority'])
  t.same(check({ ...lookup, encryption: 'none' }), ['readable-passwords'])
  t.same(check({ ...lookup, verifyCertificate: false }), ['readable-passwords'])
})
