import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { demoCluster } from '../packages/main/src/demo/story.ts'
import { demoServer } from './demo-server.ts'
import { runCommands } from './how-to-page.ts'

t.setTimeout(300_000)

/*
 * `hubfleet apply` against a server with its worker: a folder becomes true, once; what it names no more goes only when that is said.
 */
const directory = await mkdtemp(join(tmpdir(), 'hubfleet-apply-'))
t.teardown(() => rm(directory, { recursive: true }))
const { server, key, platformKey, client, admin } = await demoServer(t, directory)
const files = join(directory, 'biology')
await writeFile(join(directory, 'secret.txt'), 'a-very-secret-text\n')

const hub = (name: string, students: number, more = '') => `kind: Hub\nname: ${name}\ncluster: campus\ntemplate: { name: course, parameters: { students: ${students} } }\n${more}`
const template = (memory: string) => `kind: Template\nname: course\nparameters:\n  - { name: students, type: integer, minimum: 1, maximum: 200 }\nspec:\n  memory: { limit: ${memory} }\n  capacity: { maxServers: "\${{ parameters.students }}" }\n`
const write = (documents: string[]) => writeFile(join(files, 'all.yaml'), documents.join('---\n'))
const apply = async (more = '') => {
  const { code, out, err } = await runCommands(`hubfleet apply -f biology ${more}`, directory, { HUBFLEET_URL: server, HUBFLEET_KEY: key, HUBFLEET_TENANT: 'demo' })
  return { code, out, err, both: out + err }
}
const demo = { tenant: 'demo' }
const hubOf = (name: string) => client.hubs.get({ ...demo, hub: name })
await import('node:fs/promises').then(({ mkdir }) => mkdir(files))

t.test('a plan of all of it comes first, and nothing happens without a yes', async (t) => {
  await write([hub('genetics', 30, 'spec: { login: { type: github, clientId: c, clientSecret: !file ../secret.txt }, access: { users: [ada] } }\n'), hub('ecology', 60), template('2G')])
  const planned = await apply('--name biology --plan-only')
  t.equal(planned.code, 0, planned.err)
  t.match(planned.out, /\+ make the template course[^]*\+ make the hub genetics[^]*template\.parameters\.students = 30[^]*\+ make the hub ecology[^]*3 to make, 0 to change, 0 to delete[^]*Cost per month, together: \+\d+\.\d+ USD/)
  const asked = await apply('--name biology')
  t.equal(asked.code, 2)
  t.match(asked.err, '--yes')
  t.same(await client.hubs.list(demo).all(), [])
  t.same(await client.templates.list(demo).all(), [])
})

t.test('then it is made true in its order, and the same again has nothing to do', async (t) => {
  const made = await apply('--name biology --yes')
  t.equal(made.code, 0, made.err)
  t.match(made.out, 'Done: 3 made, 0 changed, 0 deleted.')
  t.match(await hubOf('genetics'), { state: 'ready', managedBy: 'biology', template: { name: 'course', version: 1 }, spec: { capacity: { maxServers: 30 }, memory: { limit: '2G' }, login: { clientId: 'c' } } })
  const again = await apply('--name biology --yes --prune')
  t.equal(again.code, 0, again.err)
  t.match(again.out, 'Nothing to do')
  t.equal((await hubOf('genetics')).generation, 1)
  t.notMatch(made.both + again.both, /a-very-secret-text/)
})

t.test('a changed template is planned for the hubs that stand on it, and what others set stays', async (t) => {
  await client.hubs.scale({ ...demo, hub: 'ecology' }, { seats: 2 }).wait()
  await write([hub('genetics', 30, 'spec: { login: { type: github, clientId: c, clientSecret: !file ../secret.txt }, access: { users: [ada] } }\n'), hub('ecology', 80), template('3G')])
  const planned = await apply('--name biology --plan-only')
  t.match(planned.out, /~ change the template course[^]*~ change the hub genetics[^]*template\.version = 2[^]*~ memory\.limit = 3G[^]*restarts: hub[^]*~ change the hub ecology/)
  const { code, err } = await apply('--name biology --yes')
  t.equal(code, 0, err)
  t.match(await hubOf('ecology'), { template: { version: 2 }, spec: { capacity: { seats: 2, maxServers: 80 }, memory: { limit: '3G' } } })
  t.match((await apply('--name biology --yes')).out, 'Nothing to do')
})

t.test('what is wrong is told with its file, line and field, and nothing of the folder is begun', async (t) => {
  await write([hub('genetics', 30), hub('ecology', 500), template('4G'), hub('botany', 10, 'spec:\n  memory:\n    limit: 2Gi\n')])
  const { code, err } = await apply('--name biology --yes')
  t.equal(code, 1)
  t.match(err, /biology\/all\.yaml:9: Hub ecology: template\.parameters\.students: This must be at most 200/)
  t.match(err, /biology\/all\.yaml:25: Hub botany: spec\.memory\.limit/)
  t.match(await client.templates.get({ ...demo, template: 'course' }), { version: 2 })
})

t.test('prune deletes what this set made and names no more, says so first, and asks what happens to the homes', async (t) => {
  await client.hubs.create(demo, { name: 'by-hand', cluster: 'campus' }).wait()
  await write([hub('ecology', 80), template('3G')])
  t.match((await apply('--name biology --yes')).out, 'Nothing to do', 'without --prune it stays')
  t.match(await apply('--prune --yes'), { code: 2, err: /--name/ })
  const undecided = await apply('--name biology --prune --yes')
  t.match(undecided, { code: 2, err: /- delete the hub genetics[^]*--homes keep/ })
  t.match(await apply('--name chemistry --yes'), { code: 5, err: /all\.yaml:\d+: Template course[^]*made by the files of biology/ })
  const { code, out, err } = await apply('--name biology --prune --homes delete --yes')
  t.equal(code, 0, err)
  t.match(err, /people's homes are deleted for good[^]*Cost per month, together: -/)
  t.match(out, 'Done: 0 made, 0 changed, 1 deleted')
  t.same((await client.hubs.list(demo).all()).map(({ name }) => name).sort(), ['by-hand', 'ecology'])
  await write([])
  t.match(await apply('--name biology --prune --homes delete --yes'), { code: 0, out: /Done: 0 made, 0 changed, 2 deleted/ })
  t.same(await client.templates.list(demo).all(), [])
})

t.test('a platform admin keeps tenants and the platform\'s defaults in a folder too, which are planned, changed and pruned like the rest', async (t) => {
  const folder = join(directory, 'fleet')
  await import('node:fs/promises').then(({ mkdir }) => mkdir(folder))
  const say = (...documents: string[]) => writeFile(join(folder, 'fleet.yaml'), documents.join('---\n'))
  const run = (more: string, env = {}) => runCommands(`hubfleet apply -f fleet --name fleet ${more}`, directory, { HUBFLEET_URL: server, HUBFLEET_KEY: platformKey, HUBFLEET_TENANT: 'platform', ...env })
  const defaults = (limit: string) => `kind: Platform\nhubDefaults: { memory: { limit: ${limit} } }\n`
  const biology = (more = '') => `kind: Tenant\nname: biology\n${more}`
  const chemistry = 'kind: Tenant\nname: chemistry\ndisplayName: Chemists\n'
  await say(biology('sandbox: true\n'), chemistry, defaults('3G'))
  t.match(await run('--yes', { HUBFLEET_TENANT: 'demo' }), { code: 2, err: /fleet\.yaml:9: Platform platform belongs to the platform[^]*fleet\.yaml:1: Tenant biology belongs to the platform/ })
  t.match(await run('--plan-only'), { code: 0, out: /~ change the platform platform[^]*hubDefaults\.memory\.limit = 3G[^]*\+ make the tenant biology[^]*\+ make the tenant chemistry[^]*2 to make, 1 to change/ })
  t.match(await run('--yes'), { code: 0, out: 'Done: 2 made, 1 changed, 0 deleted.' })
  t.match(await admin.tenants.get({ tenant: 'biology' }), { sandbox: true, managedBy: 'fleet', policy: { allow: { extraConfig: false } } })
  t.match(await admin.tenants.get({ tenant: 'platform' }), { hubDefaults: { memory: { limit: '3G' } } })
  t.match((await run('--yes --prune')).out, 'Nothing to do')

  await say(biology('sandbox: true\npolicy: { approval: { disconnects: 5 } }\n'), chemistry, defaults('4G'))
  t.match(await run('--yes'), { code: 0, err: /hubDefaults\.memory\.limit = 4G[^]*policy\.approval\.disconnects = 5/, out: 'Done: 0 made, 2 changed, 0 deleted.' })
  t.match(await admin.tenants.get({ tenant: 'biology' }), { policy: { approval: { disconnects: 5 } } })
  await say(biology('sandbox: false\n'))
  t.match(await run('--yes'), { code: 2, err: /fleet\.yaml:3: Tenant biology is for the sandbox, which never changes/ })

  await admin.clusters.create({ tenant: 'biology' }, demoCluster).wait()
  await say('')
  t.match(await run('--yes --prune'), { code: 5, err: /biology[^]*1 clusters/ }, 'a tenant that is in use does not go, and nothing else does then')
  t.match(await admin.tenants.get({ tenant: 'platform' }), { hubDefaults: { memory: { limit: '4G' } } })
  await admin.clusters.delete({ tenant: 'biology', cluster: demoCluster.name }).wait()
  t.match(await run('--yes --prune'), { code: 0, err: /~ change the platform platform[^]*- delete the tenant biology\n +All keys of the tenant are revoked/, out: 'Done: 0 made, 1 changed, 2 deleted.' })
  t.same((await admin.tenants.list({}).all()).map(({ name }) => name).sort(), ['demo', 'platform'])
  t.equal((await admin.tenants.get({ tenant: 'platform' })).hubDefaults, undefined)
})
