import t from 'tap'
import fc from 'fast-check'
import type { Plan } from '@hubfleet/sdk'
import { loggedIn } from '../testing.ts'
import { planInWords } from './plan.ts'
import { table } from './table.ts'
import { money, oneLine, plain } from './text.ts'

const hub = { id: 'hub_1', name: 'a', state: 'ready', spec: { capacity: { seats: 2 } }, status: { servers: 4, url: 'https://a.example' }, createdAt: '2026-01-01T00:00:00Z', tags: [], cost: { amount: '12.3400', currency: 'USD' } }
const items = { body: { items: [hub, { ...hub, id: 'hub_2', name: 'longer' }], nextCursor: null } }
const now = () => Date.parse('2026-01-01T03:00:00Z')

t.test('the same answer in each format', async (t) => {
  const show = async (...argv: string[]) => {
    const io = await loggedIn(t, [argv.includes('list') ? items : { body: hub }], { now })
    t.equal(await io.run(...argv), 0)
    return io.out()
  }
  t.equal(await show('hub', 'list'), 'NAME    STATE  SEATS  SERVERS  ADDRESS            AGE\na       ready  2      4        https://a.example  3 h\nlonger  ready  2      4        https://a.example  3 h\n')
  t.same(JSON.parse(await show('hub', 'list', '-o', 'json')), items.body.items)
  t.equal(await show('hub', 'list', '-o', 'id'), 'hub_1\nhub_2\n')
  t.match(await show('hub', 'get', 'a', '-o', 'yaml'), 'spec:\n  capacity:\n    seats: 2\n')
  t.match(await show('hub', 'get', 'a'), 'spec:\n  capacity:\n    seats: 2\n')
  t.match(await show('hub', 'get', 'a'), 'cost: 12.34 USD')
})

t.test('an empty list says so where a person sees it, and is empty for a script', async (t) => {
  const empty = { body: { items: [], nextCursor: null } }
  const io = await loggedIn(t, [empty])
  t.equal(await io.run('hub', 'list'), 0)
  t.equal(io.out(), '')
  t.match(io.err(), 'There is no hub')
  const script = await loggedIn(t, [empty])
  await script.run('hub', 'list', '-o', 'json')
  t.equal(script.out(), '[]\n')
})

t.test('an answer without an id is no list of ids', async (t) => {
  const io = await loggedIn(t, [{ body: { estimate: null } }])
  t.equal(await io.run('hub', 'cost', 'a', '-o', 'id'), 2)
})

t.test('a plan is told in words: change, disruption, cost, warnings, confirmations', async (t) => {
  const plan: Plan = {
    valid: true,
    diff: [{ op: 'replace', path: '/capacity/seats', value: 30 }, { op: 'remove', path: '/home/contents' }, { op: 'add', path: '', value: { memory: { limit: '2G' }, values: {} } }],
    values: [{ path: '/singleuser/memory', after: { guarantee: '1G' } }, { path: '/hub/a~1b', before: 1, after: 2 }, { path: '/cull', before: true }, { path: '/hub/extraConfig/a', after: '# code\n1\n2\n3\n' }],
    disruption: { restarts: ['hub'], disconnectsUsers: false, newServersOnly: false, addressChanges: false, words: ['The hub restarts.'] },
    cost: { before: { amount: '1.0000', currency: 'USD' }, after: { amount: '3.5000', currency: 'USD' }, difference: { amount: '2.5000', currency: 'USD' }, incomplete: ['tax'] },
    warnings: ['Careful'], confirmations: [{ confirmation: 'open-login', what: 'Anybody can log in' }],
  }
  t.equal(planInWords(plan), `Changes
  ~ capacity.seats = 30
  - home.contents
  + memory.limit = 2G
  + values = {}
Values of the chart
  singleuser.memory.guarantee: 1G
  hub.a/b: 1 -> 2
  cull: true -> the default
  hub.extraConfig.a: # code … (4 lines; --output json has all)
Disruption
  restarts: hub
  nobody is disconnected
  The hub restarts.
Cost per month
  1.00 USD -> 3.50 USD (difference 2.50 USD)
  without a known price: tax
Warnings
  Careful
Needs
  --confirm open-login: Anybody can log in
Nothing was done.
`)
})

t.test('--validate-only tells the plan and sends nothing else', async (t) => {
  const plan = { valid: true, diff: [], values: [], disruption: { restarts: [], disconnectsUsers: false, words: [] }, cost: null, warnings: [], confirmations: [] }
  const io = await loggedIn(t, [{ body: plan }])
  t.equal(await io.run('hub', 'stop', 'a', '--validate-only'), 0)
  t.match(io.out(), /nothing restarts, nobody is disconnected\nNothing was done\.\n$/)
  t.same(io.requests.map(({ url }) => url), ['/v1/tenants/physics/hubs/a/stop?validateOnly=true'])
})

t.test('columns line up, whatever they hold', async () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (raw) => {
    const rows = raw.map((row) => row.map((cell) => oneLine(cell).trim()))
    const lines = table(['A', 'B'], rows).split('\n')
    const second = Math.max(1, ...rows.map(([first]) => first!.length)) + 2
    return lines.length === rows.length + 2 && rows.every(([, b], index) => lines[index + 1]!.slice(second) === b)
  }))
})

t.test('no text of the server holds a control character when it is shown', async () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(plain(text)) && !/[\u0000-\u001f\u007f-\u009f]/.test(oneLine(text))))
})

t.test('money keeps every digit that says something', async (t) => {
  for (const [amount, shown] of [['12.3400', '12.34 USD'], ['0.0015', '0.0015 USD'], ['-3', '-3.00 USD'], ['1000.5000', '1000.50 USD']] as const) t.equal(money({ amount, currency: 'USD' }), shown)
})
