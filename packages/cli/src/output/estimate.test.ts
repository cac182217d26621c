import t from 'tap'
import { loggedIn } from '../testing.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const answer = (more: Record<string, unknown> = {}) => ({
  method: 'closed-form', seed: null, monthly: { low: usd('80.0000'), expected: usd('100.5000'), high: usd('130.0000') }, perUser: usd('5.0250'), perActiveDay: usd('0.3000'),
  term: { hours: 2520, months: 3.452, low: usd('270'), total: usd('346.9'), high: usd('450'), perUser: usd('17.3450') }, fixed: usd('40'), variable: usd('60.5'),
  components: [{ name: 'core-nodes', of: null, kind: 'fixed', amount: usd('40'), quantity: 730, unit: 'node-hour', detail: '1 × small' }, { name: 'homes', of: null, kind: 'fixed', amount: null, quantity: 20, unit: 'home', detail: '20 × 10 GiB' }],
  peakNodes: 3, peakServers: 20, peakAt: 'Monday 10:00', waits: { atOnce: 12, at: 'Monday 10:00', perWeek: 30.5, minutes: { median: 6, p95: 6 } },
  busiestWeek: { week: 2, servers: Array.from({ length: 168 }, () => 4), nodes: Array.from({ length: 168 }, (_, hour) => (hour % 24 === 10 ? 3 : 0)) },
  binding: 'memory', slotsPerNode: 8, pools: [{ name: 'user' }], assumptions: ['One load balancer.', 'One public address.'], warnings: [], incomplete: ['homes: no price is known'], catalogue: { provider: 'gcp', version: '1', asOf: '2026-08-03', fictional: false },
  advice: {
    comparedWith: usd('100.5'), alternatives: [{ mode: 'autoscaled', instead: {}, monthly: usd('100.5'), percent: 0, perUser: usd('5.025'), difference: usd('0'), peakNodes: 3, waiting: 12, words: '' }, { mode: 'fixed', instead: {}, monthly: usd('400'), percent: 298, perUser: usd('20'), difference: usd('299.5'), peakNodes: 3, waiting: 0, words: '' }],
    sensitivities: [{ change: 'Culling after 30 instead of 60 minutes', instead: {}, monthly: usd('86'), percent: -14, difference: usd('-14'), words: 'Culling after 30 instead of 60 minutes saves 14 %.' }],
    suggestions: [{ change: 'Spot machines for the nodes of users', instead: {}, monthly: usd('70'), percent: -30, saving: usd('30.5'), givesUp: 'the provider may take a node back at any moment, with the servers on it' }], together: null,
  },
  ...more,
})

t.test('on a terminal one screen says what it costs, when most runs, who waits, what else there is and what to change', async (t) => {
  const io = await loggedIn(t, [{ body: answer() }], { tty: true })
  t.equal(await io.run('estimate', 'create', '--provider', 'gcp', '--region', 'us-central1'), 0)
  const screen = io.out().replace(/\u001b\[[\d;]*m/g, '')
  for (const line of [
    /^100\.50 USD a month \(80\.00 to 130\.00\), in closed form, prices of gcp as of 2026-08-03\n346\.90 in 3\.5 months \(270\.00 to 450\.00\), 17\.34 per user\n/, /5\.03 per user and month; 0\.30 per user and active day; 40\.00 due when nobody logs in, 60\.50 by use/,
    /Nodes in the busiest week, which is week 2.*█.*Mon +Tue +Wed +Thu +Fri +Sat +Sun/s, /At most 3 nodes for 20 servers, first at Monday 10:00\. A node holds 8; what stops the next one is\s+its memory\./,
    /At the worst moment \(Monday 10:00\) 12 people wait for a node to start, 6 minutes; in a week 31\s+starts wait\./, /fixed +400\.00 +\+298 % +20\.00 +3 +0/,
    /What to change\n {2}Spot machines for the nodes of users: saves 30\.50 \(30 %\)\. Given up: the provider may take a node\s+back/, /What it hangs on\n {2}Culling after 30 instead of 60 minutes saves 14 %\./,
    /\? +fixed +homes +20 × 10 GiB/, /Not in these amounts\n {2}homes: no price is known/, /Assumed\n {2}One load balancer\. One public address\./,
  ]) t.match(screen, line)
  t.ok(screen.split('\n').every((line) => line.length <= 100), 'each line fits')
})

t.test('where a program reads there is no picture, and json has everything', async (t) => {
  const io = await loggedIn(t, [{ body: answer() }])
  await io.run('estimate', 'create', '--provider', 'gcp')
  t.match(io.out(), /^100\.50 USD a month/)
  t.notMatch(io.out(), '█')
  const json = await loggedIn(t, [{ body: answer() }])
  await json.run('estimate', 'create', '--provider', 'gcp', '-o', 'json')
  t.same(JSON.parse(json.out()), answer())
})

t.test('names cannot steer the terminal', async (t) => {
  const evil = 'a\u001b[2Jb'
  const io = await loggedIn(t, [{ body: answer({ assumptions: [evil], warnings: [evil], components: [{ name: 'extra', of: evil, kind: 'fixed', amount: usd('1'), quantity: 1, unit: 'month', detail: evil }] }) }])
  await io.run('estimate', 'create', '--provider', 'gcp')
  t.notMatch(io.out(), '\u001b')
})
