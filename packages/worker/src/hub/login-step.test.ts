import t from 'tap'
import { completeHubSpec, splitSecrets, type HubSpecInput, type LoginFinding, type LoginProbe } from '@hubfleet/core'
import { loginWorks } from './login-step.ts'
import type { HubScope } from './scope.ts'

const signal = new AbortController().signal
const github: HubSpecInput = { login: { type: 'github', clientId: 'id', clientSecret: 's3cret', organizations: ['o'] }, exposure: { host: 'hub.example.org' } }

/** What is observed of a hub whose provider answers so, and what the provider was asked. */
async function look(input: HubSpecInput, finding: LoginFinding = { fault: null, seen: 'GitHub knows the client' }) {
  const { spec, secrets } = splitSecrets(completeHubSpec(input))
  const asked: LoginProbe[] = []
  const site = { login: async (probe: LoginProbe) => { asked.push(probe); return finding } }
  return { observation: await loginWorks.observe({ hub: { spec }, secrets: { fields: secrets }, site } as unknown as HubScope, signal), asked }
}

t.test('the provider is asked with what the hub will use, and what it says is told', async (t) => {
  const { observation, asked } = await look(github)
  t.match(observation, { is: 'in-sync', message: 'GitHub knows the client' })
  t.match(asked, [{
    kind: 'oauth', provider: 'GitHub', clientId: 'id', clientSecret: 's3cret', callbackUrl: 'https://hub.example.org/hub/oauth_callback', scope: ['read:org'],
    endpoints: { authorizeUrl: 'https://github.com/login/oauth/authorize', tokenUrl: 'https://github.com/login/oauth/access_token' },
  }])
  t.match((await look(github, { fault: { code: 'ClientRefused', what: 'GitHub refuses the client' }, seen: '' })).observation, { is: 'waiting', reason: 'ClientRefused', message: 'GitHub refuses the client' })
})

t.test('a hub on which nobody may log in says so, and bothers no provider', async (t) => {
  const { observation, asked } = await look({ ...github, login: { type: 'github', clientId: 'id', clientSecret: 's3cret' } })
  t.match(observation, { is: 'waiting', reason: 'NobodyMayLogIn', message: /access\.users/ })
  t.same(asked, [])
})

t.test('a login that is the hub\'s own, or that raw values replace, asks nobody', async (t) => {
  t.match(await look({ access: { admins: ['a'] } }), { observation: { is: 'in-sync' }, asked: [] })
  t.match(await look({ ...github, values: { hub: { config: { JupyterHub: { authenticator_class: 'my.Own' } } } } }), { observation: { is: 'in-sync' }, asked: [] })
})
