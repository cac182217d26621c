import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { commands } from '../generated/commands.ts'
import { processIo } from '../io.ts'
import { programOf } from '../program.ts'
import { loggedIn, operation } from '../testing.ts'

const accepted = { status: 202, body: operation() }
const done = { body: operation({ state: 'succeeded', done: true }) }
const hub = { body: { id: 'hub_1', name: 'a' } }
const tenant = '/v1/tenants/physics'

t.test('a command line becomes the call of the API that it says', async (t) => {
  const document = join(t.testdir({ 'hub.yaml': 'name: from-file\ncluster: campus\nspec:\n  memory: { limit: 2G }\n', secret: 'hush\n' }), 'hub.yaml')
  const table: [line: string, method: string, url: string, body?: unknown][] = [
    ['hub get a', 'GET', `${tenant}/hubs/a`],
    ['hub get a --tenant chemistry', 'GET', '/v1/tenants/chemistry/hubs/a'],
    ['hub cost a', 'GET', `${tenant}/hubs/a/cost`],
    ['tenant get', 'GET', tenant],
    ['tenant get chemistry', 'GET', '/v1/tenants/chemistry'],
    ['tenant advance --seconds 60', 'POST', `${tenant}/advance`, { seconds: 60 }],
    ['tenant create chemistry --sandbox', 'POST', '/v1/tenants', { name: 'chemistry', sandbox: true }],
    ['tenant create --sandbox chemistry', 'POST', '/v1/tenants', { name: 'chemistry', sandbox: true }],
    ['tenant create --name chemistry --no-sandbox', 'POST', '/v1/tenants', { name: 'chemistry', sandbox: false }],
    ['tenant update --set policy.allow.network=true', 'PATCH', tenant, { policy: { allow: { network: true } } }],
    ['key create ci --role reader', 'POST', `${tenant}/keys`, { name: 'ci', role: 'reader' }],
    ['grant create --cluster campus --grantee chemistry --max-hubs 3', 'POST', `${tenant}/clusters/campus/grants`, { grantee: 'chemistry', maxHubs: 3 }],
    ['grant get grant_1 --cluster campus', 'GET', `${tenant}/clusters/campus/grants/grant_1`],
    ['hub pause a', 'POST', `${tenant}/hubs/a/pause`],
    ['hub delete a --homes keep --confirm a --no-wait', 'DELETE', `${tenant}/hubs/a?homes=keep`],
    ['hub delete a --homes keep --validate-only -o json', 'DELETE', `${tenant}/hubs/a?homes=keep&validateOnly=true`],
    ['hub scale a --seats 30 --no-wait', 'POST', `${tenant}/hubs/a/scale`, { seats: 30 }],
    ['hub scale a --max-servers null --no-wait', 'POST', `${tenant}/hubs/a/scale`, { maxServers: null }],
    ['hub scale a --set nodes.pool=users --set nodes.count=2 --no-wait', 'POST', `${tenant}/hubs/a/scale`, { nodes: { pool: 'users', count: 2 } }],
    ['hub scale a --set nodes=null --no-wait', 'POST', `${tenant}/hubs/a/scale`, { nodes: null }],
    ['hub scale a --seats 1 --validate-only -o json', 'POST', `${tenant}/hubs/a/scale?validateOnly=true`, { seats: 1 }],
    [`hub create -f ${document} --name over-file --set memory.limit=3G --confirm open-login --no-wait`, 'POST', `${tenant}/hubs`,
      { name: 'over-file', cluster: 'campus', spec: { memory: { limit: '3G' } }, confirm: ['open-login'] }],
    ['hub create a --cluster c --set access.users=ada,bob --set cpu.limit=1.5 --no-wait', 'POST', `${tenant}/hubs`, { name: 'a', cluster: 'c', spec: { access: { users: ['ada', 'bob'] }, cpu: { limit: 1.5 } } }],
    ['hub create a --cluster c --set values.custom.sandbox.students=30 --no-wait', 'POST', `${tenant}/hubs`, { name: 'a', cluster: 'c', spec: { values: { custom: { sandbox: { students: 30 } } } } }],
    [`hub update a --secret-file login.clientSecret=${join(document, '../secret')} --no-wait`, 'PATCH', `${tenant}/hubs/a`, { spec: { login: { clientSecret: 'hush' } } }],
    ['operation cancel op_1', 'POST', `${tenant}/operations/op_1/cancel`],
    ['operation get op_1 --wait 5', 'GET', `${tenant}/operations/op_1?wait=5`],
  ]
  for (const [line, method, url, body] of table) {
    const io = await loggedIn(t, [accepted])
    t.equal(await io.run(...line.split(' ')), 0, line)
    t.equal(io.err().replace(/^Accepted.*\n/, ''), '', 'and says nothing else')
    t.same(io.requests.map((each) => [each.method, each.url, each.body ? JSON.parse(each.body) : undefined]), [[method, url, body && typeof body === 'object' ? body : undefined]], url)
    t.equal(io.requests[0]!.headers.authorization, 'Bearer hf_key')
  }
})

t.test('an option that may be repeated takes several of its choices, and no others', async (t) => {
  const io = await loggedIn(t, [accepted])
  t.equal(await io.run('hub', 'rebase', 'a', '--layers', 'platform', '--layers', 'template', '--no-wait'), 0)
  t.same(JSON.parse(io.requests[0]!.body), { layers: ['platform', 'template'] })
  t.equal(await io.run('hub', 'rebase', 'a', '--layers', 'own'), 2)
})

t.test('the headers of a change come from its options', async (t) => {
  const io = await loggedIn(t, [accepted])
  await io.run('hub', 'scale', 'a', '--seats', '1', '--no-wait', '--if-match', 'r12', '--idempotency-key', 'once')
  t.match(io.requests[0]!.headers, { 'if-match': 'r12', 'idempotency-key': '"once"' })
})

t.test('a list walks through its pages, up to a limit', async (t) => {
  const page = (name: string, nextCursor: string | null) => ({ body: { items: [{ id: `hub_${name}`, name }], nextCursor } })
  const all = await loggedIn(t, [page('a', 'next'), page('b', null)])
  t.equal(await all.run('hub', 'list', '--state', 'ready', '-o', 'id'), 0)
  t.equal(all.out(), 'hub_a\nhub_b\n')
  t.same(all.requests.map(({ url }) => url), [`${tenant}/hubs?state=ready&limit=100`, `${tenant}/hubs?state=ready&limit=100&cursor=next`])
  const one = await loggedIn(t, [page('a', 'next')])
  t.equal(await one.run('hub', 'list', '--limit', '1', '-o', 'id'), 0)
  t.same(one.requests.map(({ url }) => url), [`${tenant}/hubs?limit=1`])
})

t.test('work is waited for, and then the thing itself is shown', async (t) => {
  const io = await loggedIn(t, [accepted, { body: operation() }, done, hub])
  t.equal(await io.run('hub', 'scale', 'a', '--seats', '2'), 0)
  t.match(io.out(), /^NAME .*\na /)
  t.same(io.requests.map(({ url }) => url), [`${tenant}/hubs/a/scale`, `${tenant}/operations/op_1`, `${tenant}/operations/op_1?wait=1`, `${tenant}/hubs/hub_1`])
})

t.test('--no-wait prints the id for a script, and how to follow for a person', async (t) => {
  const io = await loggedIn(t, [accepted])
  t.equal(await io.run('hub', 'stop', 'a', '--no-wait', '--tenant', 'physics'), 0)
  t.equal(io.out(), 'op_1\n')
  t.match(io.err(), 'hubfleet operation wait op_1 --tenant physics')
})

t.test('a delete shows what was looked for and what is left', async (t) => {
  const report = { kinds: [{ kind: 'Service', how: 'by name', found: ['a', 'b'], done: ['a'], kept: [{ name: 'b' }], left: [] }], keptMonthly: { amount: '1.5000', currency: 'USD' }, clean: true }
  const io = await loggedIn(t, [accepted, { body: operation({ kind: 'hub.delete', state: 'succeeded', done: true, result: { report } }) }])
  t.equal(await io.run('hub', 'delete', 'a', '--homes', 'keep', '--confirm', 'a'), 0)
  t.match(io.out(), /Service +2 +1 +1 +0 +by name\nSecond look: nothing is left.*\nWhat is kept costs 1\.50 USD a month/)
})

t.test('no option of a command hides one that every command has, and none is there twice', async (t) => {
  const program = programOf(commands, processIo())
  const common = program.options.map(({ long }) => long)
  for (const command of program.commands.flatMap((noun) => noun.commands)) {
    const own = command.options.flatMap(({ long, short }) => [long, ...(short ? [short] : [])])
    t.same(own.filter((each) => common.includes(each)), [], command.name())
    t.equal(new Set(own).size, own.length, command.name())
  }
})

t.test('every verb and query of the API is a command, and every other form of an answer can be saved by one', async (t) => {
  const document = JSON.parse(await readFile(new URL('../../../../openapi/openapi.json', import.meta.url), 'utf8')) as { paths: Record<string, Record<string, { operationId?: string }>> }
  const declared = Object.values(document.paths).flatMap((item) => Object.values(item).flatMap(({ operationId }) => (operationId ? [operationId] : [])))
  const inFiles = commands.flatMap(({ id, files }) => Object.keys(files ?? {}).map((extension) => id + extension.split('.').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')))
  const missing = declared.filter((id) => !commands.some((each) => each.id === id) && !inFiles.includes(id))
  // A stream and the health of the server are no commands.
  t.same(missing.filter((id) => !/Events$|^health|^ready/.test(id)), [])
})

t.test('a document is read from standard input', async (t) => {
  const io = await loggedIn(t, [accepted], { input: '{"seats": 4}' })
  t.equal(await io.run('hub', 'scale', 'a', '-f', '-', '--no-wait'), 0)
  t.same(JSON.parse(io.requests[0]!.body), { seats: 4 })
})
