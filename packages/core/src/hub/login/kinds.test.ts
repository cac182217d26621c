import t from 'tap'
import type { JsonObject } from '../../json.ts'
import { checkInput } from '../../validate.ts'
import { checkHubSpec } from '../check.ts'
import { completeHubSpec, patchHubSpec } from '../complete.ts'
import { keepSecrets, newHubSecrets, splitSecrets } from '../secrets.ts'
import { HubSpecInputSchema, HubSpecPatchSchema } from '../spec.ts'
import { renderValues } from '../values.ts'
import { loginAddresses } from './addresses.ts'
import { kindOf, loginTypes, type Login } from './login.ts'
import { examples } from './testing-logins.ts'

const host = 'hub.example.org'
const render = (login: Login) => {
  const { spec, secrets } = splitSecrets(completeHubSpec({ login, exposure: { host } }))
  return { spec, secrets, values: renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: newHubSecrets(secrets) }).values }
}

t.test('there is an example of every login', async (t) => {
  t.same(examples.map(({ login }) => login.type).toSorted(), loginTypes.toSorted())
})

for (const { login, section, settings } of examples) {
  t.test(`${login.type}: its authenticator gets what it needs, and the spec keeps no secret`, async (t) => {
    t.same(checkInput(HubSpecInputSchema, { login }), [])
    const { spec, secrets, values } = render(login)
    const config = (values.hub as { config: JsonObject }).config
    const client = 'clientId' in login && { client_id: 'id', client_secret: 's3cret-s3cret-s3cret-s3cret-s3cret', oauth_callback_url: `https://${host}/hub/oauth_callback` }
    t.same(config[section], { ...client, ...settings })
    t.same((config.JupyterHub as JsonObject).authenticator_class, kindOf(login).authenticator)
    t.notMatch(JSON.stringify(spec), /s3cret/)
    t.same(checkHubSpec(spec, secrets).errors, [])
    for (const name of Object.keys(kindOf(login).secrets ?? {})) t.match(checkHubSpec(spec, {}).errors, [{ pointer: `/login/${name}`, code: 'required' }])
  })

  t.test(`${login.type}: a secret is replaced without the old one, and kept by any other change`, async (t) => {
    const { spec, secrets: fields } = render(login)
    for (const [pointer, old] of Object.entries(fields)) {
      const fresh = login.type === 'hmac' ? 'ab'.repeat(32) : `n3w-${old}`
      const patch = { login: { type: login.type, [pointer.split('/')[2]!]: fresh } } as never
      t.same(checkInput(HubSpecPatchSchema, patch), [])
      const replaced = splitSecrets(patchHubSpec(spec, patch))
      t.same(replaced.spec, spec, 'nothing else changes')
      t.same(keepSecrets({ spec, fields }, { spec: replaced.spec, given: replaced.secrets }), { ...fields, [pointer]: fresh })
    }
    const other = splitSecrets(patchHubSpec(spec, { memory: { guarantee: '2G' }, login: { type: login.type } } as never))
    t.same(keepSecrets({ spec, fields }, { spec: other.spec, given: other.secrets }), fields)
  })
}

t.test('who has to be told what is known before anything runs', async (t) => {
  const addresses = (login: Login, more: object = {}) => loginAddresses(completeHubSpec({ login, exposure: { host }, ...more }))
  const github: Login = { type: 'github', clientId: 'id' }
  t.same(addresses(github), { provider: 'GitHub', callbackUrl: 'https://hub.example.org/hub/oauth_callback' })
  t.match(addresses(github, { values: { hub: { baseUrl: '/jupyter' } } }), { callbackUrl: 'https://hub.example.org/jupyter/hub/oauth_callback' })
  t.match(addresses({ ...github, callbackUrl: 'https://front.example.org/cb' }), { callbackUrl: 'https://front.example.org/cb' })
  t.match(addresses(github, { exposure: {} }), { callbackUrl: null })
  t.same(addresses(examples.find(({ login }) => login.type === 'lti13')!.login), {
    provider: 'moodle.example.org', callbackUrl: 'https://hub.example.org/hub/lti13/oauth_callback',
    initiationUrl: 'https://hub.example.org/hub/lti13/oauth_login', configUrl: 'https://hub.example.org/hub/lti13/config',
  })
  t.equal(addresses({ type: 'dummy' }), null)
  t.equal(addresses({ type: 'ldap', host: 'ldap.example.org' }), null)
})
