import t from 'tap'
import { completeHubSpec } from './complete.ts'
import { peopleOfSpec } from './people.ts'
import type { HubSpecInput } from './spec.ts'
import { renderValues } from './values.ts'
import { newHubSecrets } from './secrets.ts'
import { valueAt } from '../json.ts'

const of = (input: HubSpecInput) => peopleOfSpec(completeHubSpec(input))

t.test('each person whom a spec names is told with the field that does, by the name that JupyterHub makes of it', async (t) => {
  const { admins, users } = of({
    access: { admins: ['Ada'], users: ['bob'] },
    login: { type: 'github', clientId: 'i', clientSecret: 's' },
    values: { hub: { config: { GitHubOAuthenticator: { admin_users: ['grace'], allowed_users: ['bob', 'Eve'] } } } },
  })
  t.same([...admins], [['grace', '/values/hub/config/GitHubOAuthenticator/admin_users'], ['ada', '/access/admins']])
  t.equal(users.get('eve'), '/values/hub/config/GitHubOAuthenticator/allowed_users')
  t.equal(users.get('bob'), '/access/users', 'a typed field is the one to change first')
})

t.test('names of typed fields that raw values replace are not in force', async (t) => {
  const { admins } = of({ access: { admins: ['ada'] }, values: { hub: { config: { Authenticator: { admin_users: ['bob'] } } } } })
  t.same([...admins], [['bob', '/values/hub/config/Authenticator/admin_users']])
})

t.test('an account is enough to be let in where the spec says so, or by JupyterHub\'s own default where it names users', async (t) => {
  t.equal(of({}).known, false)
  t.equal(of({ access: { users: ['ada'] } }).known, true)
  t.equal(of({ access: { admins: ['ada'] } }).known, false)
  t.equal(of({ access: { allowExisting: true } }).known, true)
  t.equal(of({ access: { users: ['ada'], allowExisting: false } }).known, false)
  t.match(of({ access: { allowAll: true } }), { everybody: true })
})

t.test('who manages groups and who deletes homes is read from what will be rendered', async (t) => {
  t.equal(of({}).managedGroups, null)
  t.equal(of({ values: { hub: { config: { GenericOAuthenticator: { manage_groups: true } } } } }).managedGroups, '/values/hub/config/GenericOAuthenticator/manage_groups')
  for (const input of [{}, { culling: { users: true } }, { values: { cull: { users: true } } }, { values: { hub: { config: { KubeSpawner: { delete_pvc: true } } } } }, { culling: { users: true }, values: { hub: { config: { KubeSpawner: { delete_pvc: false } } } } }]) {
    const { values } = renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec: completeHubSpec(input), secrets: newHubSecrets() })
    // the spawner's own default is to delete
    t.equal(of(input).spawnerDeletesHomes, valueAt(values, ['hub', 'config', 'KubeSpawner', 'delete_pvc']) ?? true, JSON.stringify(input))
  }
})
