import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { json, text } from 'node:stream/consumers'
import t from 'tap'
import { completeHubSpec, renderValues, type HubSpecInput } from '../../packages/core/src/index.ts'
import { examples } from '../../packages/core/src/hub/login/testing-logins.ts'
import { python, skipWithoutJupyterHub } from './programs.ts'

t.setTimeout(180_000)

interface Person { name?: string; password?: string; email?: string; [claim: string]: unknown }
interface Seen { class: string; unknown: string[]; settings: Record<string, unknown>; names: string[]; handlers: string[]; anyAllowed: boolean; typed: ({ name: string; admin: boolean } | null)[] }

const valuesOf = (spec: HubSpecInput) => renderValues({
  hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec: completeHubSpec({ exposure: { host: 'hub.example.org' }, ...spec }), secrets: { cookieSecret: 'c', proxyToken: 'p', cryptKey: 'k', apiToken: 'a', fields: {} },
}).values

/** The real authenticators with the values of hubs, in one process: Python takes seconds to load them. */
async function look<const Name extends string>(hubs: Record<Name, { spec: HubSpecInput; people?: Person[] }>): Promise<Record<Name, Seen>> {
  const child = spawn(python('python'), [join(import.meta.dirname, 'logins.py')], { stdio: ['pipe', 'pipe', 'pipe'] })
  const all = Object.entries<{ spec: HubSpecInput; people?: Person[] }>(hubs)
  child.stdin.end(JSON.stringify(all.map(([, { spec, people }]) => ({ values: valuesOf(spec), people }))))
  const [seen, error] = await Promise.all([json(child.stdout).catch(() => null), text(child.stderr)])
  if (seen === null) throw new Error(error)
  return Object.fromEntries(all.map(([name], index) => [name, (seen as Seen[])[index]])) as Record<Name, Seen>
}

const access = { allowAll: true, allowExisting: false, users: ['ada'], admins: ['grace'] }
const google = { type: 'google' as const, clientId: 'id', clientSecret: 's' }
const people = [{ email: 'ada@x.example.org' }, { email: 'ada@y.example.org' }]
const [user, admin] = ['a-password', 'an-admins-password-of-32-characters']

t.test('logins in the real authenticators', { skip: skipWithoutJupyterHub() }, async (t) => {
  const seen = await look({
    ...Object.fromEntries(examples.map(({ login }) => [login.type, { spec: { login, access } }])) as Record<(typeof examples)[number]['login']['type'], { spec: HubSpecInput }>,
    oneDomain: { spec: { login: { ...google, hostedDomains: ['x.example.org'] } }, people },
    twoDomains: { spec: { login: { ...google, hostedDomains: ['x.example.org', 'y.example.org'] } }, people },
    firstStripped: { spec: { login: { ...google, hostedDomains: ['X.example.org', 'y.example.org'], strippedDomains: ['X.example.org'] } }, people },
    shared: {
      spec: { login: { type: 'sharedPassword', userPassword: user, adminPassword: admin }, access: { users: ['ada'], admins: ['grace'] } },
      people: [{ name: 'ada', password: user }, { name: 'ada', password: admin }, { name: 'grace', password: admin }, { name: 'grace', password: user }, { name: 'eve', password: user }],
    },
    adminsOnly: { spec: { login: { type: 'dummy', password: user }, access: { admins: ['grace'] } }, people: [{ name: 'grace', password: user }, { name: 'ada', password: user }] },
    existing: { spec: { access: { allowExisting: true } } },
  })

  t.test('each class is found by its name, knows each setting, and takes its value', async (t) => {
    for (const { login, section, settings } of examples) {
      const found = seen[login.type]
      // people of some domains only are named without it by a class of ours on top of Google's
      t.equal(found.class.replace(/^Hubfleet/, ''), section, login.type)
      t.same(found.unknown, [], `${login.type}: no setting is unknown`)
      t.match(found.settings, { ...settings, allow_all: true, allow_existing_users: false, allowed_users: ['ada'], admin_users: ['grace'] }, login.type)
    }
  })

  t.test('the address that a provider is told is one that the hub answers at', async (t) => {
    t.ok(seen.github.handlers.includes('/oauth_callback'))
    t.same(seen.lti13.handlers, ['lti13/config', 'lti13/oauth_callback', 'lti13/oauth_login'])
  })

  t.test('Google: a second domain renames nobody of the first where the first one is stripped', async (t) => {
    t.same(seen.oneDomain.names, ['ada', 'ada@y.example.org'])
    t.same(seen.twoDomains.names, ['ada@x.example.org', 'ada@y.example.org'])
    t.same(seen.firstStripped.names, ['ada', 'ada@y.example.org'])
  })

  t.test('the shared password lets in whom access names, and the password of admins those alone', async (t) => {
    t.same(seen.shared.typed, [{ name: 'ada', admin: false }, null, { name: 'grace', admin: true }, null, null])
  })

  t.test('admins are let in also where nobody else is', async (t) => {
    t.same(seen.adminsOnly.typed, [{ name: 'grace', admin: true }, null])
    t.match(seen.adminsOnly.settings, { allow_existing_users: false })
  })

  t.test('a hub that warns that nobody may log in is one of which JupyterHub says so too', async (t) => {
    t.equal(seen.oneDomain.anyAllowed, false)
    t.equal(seen.existing.anyAllowed, true)
  })
})
