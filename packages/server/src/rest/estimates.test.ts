import t from 'tap'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const ask = (input: Record<string, unknown>) => world.request('reader', 'POST', '/v1/estimates', input)
const small = { provider: 'gcp', region: 'us-central1', users: [{ count: 10, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'n1-highmem-4' }] }
const bare = { loadBalancers: 0, addresses: 0, controlPlane: null, hubDiskGiB: 0, egressGiB: 0, corePool: null }

t.test('published calculations come out to the cent from what any caller can send', async (t) => {
  const data8 = await ask({
    provider: 'gcp', region: 'us-central1', ...bare, hoursPerMonth: 720, discount: 0.15,
    users: [{ count: 900, memoryGuaranteeGiB: 2, homeGiB: 10, storageClass: 'pd-ssd' }],
    userPools: [{ machine: 'n1-highmem-4', reserve: { memoryGiB: 1 }, bootDisk: null }], mode: { kind: 'fixed', peakUsers: 221 },
  })
  t.match(data8.body, { monthly: { expected: { amount: /^4281\.25/ } }, perUser: { amount: /^4\.7/ }, slotsPerNode: 12, peakNodes: 19, incomplete: [] })
  const oregon = await ask({
    provider: 'azure', region: 'westus2', ...bare, months: 4, users: [{ count: 250, memoryGuaranteeGiB: 4, cpuGuarantee: 1, homeGiB: 10 }],
    ownPrices: { disks: [{ storageClass: '*', perGiBMonth: 0.4 }] }, userPools: [{ machine: 'Standard_B4ms', reserve: {}, bootDisk: null }],
    mode: { kind: 'fixed', peakUsers: 250 }, extras: [{ name: 'miscellaneous', perMonth: 150 }],
  })
  t.match(oregon.body, { term: { total: { amount: '35137.3600' }, months: 4 }, peakNodes: 63 })
  const always = await ask({
    provider: 'gcp', region: 'us-central1', ...bare, controlPlane: 'standard', sustainedUse: true, users: [{ count: 0, memoryGuaranteeGiB: 1 }],
    corePool: { machine: 'e2-medium', count: 9, bootDisk: null }, userPools: [{ machine: 'n1-standard-16', bootDisk: null }], mode: { kind: 'fixed', nodes: 12 },
  })
  t.same(always.body.components.map(({ amount }: { amount: { amount: string } }) => Number(amount.amount).toFixed(2)), ['73.00', '220.13', '4660.30'])
})

t.test('machines of one\'s own are priced by what the caller gives', async (t) => {
  const { body } = await ask({ ...small, provider: 'own', region: '', loadBalancers: 0, addresses: 0, hubDiskGiB: 0, users: [{ count: 10, memoryGuaranteeGiB: 1, homeGiB: 0 }], userPools: [{ machine: 'rack', min: 2, max: 2 }], ownPrices: { machines: [{ name: 'rack', vcpu: 8, memoryGiB: 32, perHour: 0.5 }] } })
  t.equal(body.monthly.expected.amount, '730.0000')
})

t.test('what contradicts itself is refused with its place and what would be right', async (t) => {
  const faults: [Record<string, unknown>, string, RegExp][] = [
    [{ userPools: [{ machine: 'n1-highmem-4', min: 3, max: 2 }] }, '/userPools/0/max', /less than min, which is 3/],
    [{ userPools: [{ machine: 'n1-highmem-4', share: 0.7 }, { machine: 'n1-highmem-8', share: 0.7 }] }, '/userPools/0/share', /1\.4/],
    [{ pattern: { selfPaced: { sessionsPerDay: 1, sessionHours: 2, from: 20, until: 8 } } }, '/pattern/selfPaced/until', /not after from/],
    [{ pattern: { activity: [0.1] } }, '/pattern/activity', /168 hours/],
    [{ pattern: { like: ['exma'] } }, '/pattern/like/0', /did you mean exam/],
    [{ pattern: { activeHoursPerWeek: 20 } }, '/pattern/activeHoursPerWeek', /peakConcurrent/],
    [{ users: [{ count: 1, memoryGuaranteeGiB: 1, pool: 'usr' }] }, '/users/0/pool', /did you mean user/],
    [{ calendar: { from: '2026-09-01' } }, '/calendar/to', /from and to/],
    [{ calendar: { from: '2026-12-01', to: '2026-09-01' } }, '/calendar/to', /before from/],
    [{ calendar: { from: '2026-09-01', to: '2026-12-01', timeZone: 'America/Los_Angles' } }, '/calendar/timeZone', /no time zone America\/Los_Angles/],
    [{ calendar: { weeks: 4, breakWeeks: [9] } }, '/calendar/breakWeeks/0', /4 weeks/],
    [{ calendar: { weeks: 4 }, pattern: { classes: [{ day: 1, start: 9, hours: 2, attendance: 1, weeks: [2, 5] }] } }, '/pattern/classes/0/weeks', /no week 5: the calendar has 4/],
    [{ calendar: { from: '2026-09-07', to: '2026-09-27' }, users: [{ count: 1, memoryGuaranteeGiB: 1, pattern: { selfPaced: { sessionsPerDay: 1, sessionHours: 1, from: 9, until: 17, weeks: [-4] } } }] }, '/users/0/pattern/selfPaced/weeks', /no week -4: the calendar has 3/],
    [{ calendar: { from: '2026-02-30', to: '2026-03-30' } }, '/calendar/from', /./],
    [{ pattern: { selfPaced: { sessionsPerDay: 1, sessionHours: 0, from: 9, until: 17 } } }, '/pattern/selfPaced/sessionHours', /some time/],
    [{ pattern: { selfPaced: { sessionsPerDay: 1e9, sessionHours: 1, from: 9, until: 17 } } }, '/pattern/selfPaced/sessionsPerDay', /./],
    [{ pattern: { classes: [{ day: 9, start: 9, hours: 2, attendance: 1 }] } }, '/pattern/classes/0/day', /./],
    [{ mode: { kind: 'autoscale', nodes: 3 } }, '/mode/nodes', /mode fixed/],
    [{ mode: { kind: 'fixed', nodes: 3, peakUsers: 40 } }, '/mode/nodes', /leave out peakUsers/],
    [{ method: 'simulation', users: [{ count: 1_000_000, memoryGuaranteeGiB: 1 }] }, '/method', /30000 users times weeks at most, and these are 1000000; the closed form/],
    [{ users: [{ count: 1e12, memoryGuaranteeGiB: 1 }] }, '/users/0/count', /./],
    [{ hoursPerMonth: 0 }, '/hoursPerMonth', /./],
    [{ users: [{ count: -1, memoryGuaranteeGiB: 1 }] }, '/users/0/count', /./],
    [{ users: [{ count: 1, memoryGuaranteeGiB: 0 }] }, '/users/0/memoryGuaranteeGiB', /./],
    [{ pattern: { peakConcurrent: 4 } }, '/pattern/peakConcurrent', /./],
  ]
  for (const [wrong, pointer, detail] of faults) {
    const { status, body } = await ask({ ...small, ...wrong })
    t.equal(status, 400, pointer)
    t.match(body, { code: 'invalid-request', errors: [{ pointer, detail }] }, JSON.stringify(wrong))
  }
  t.match((await ask({ ...small, corePool: { machine: 'n1-standrad-2', count: 1 } })).body, { code: 'price-unknown', errors: [{ pointer: '/corePool/machine', detail: /did you mean n1-standard-2/ }] })
  t.match((await ask({ ...small, region: 'us-centrall' })).body, { code: 'price-unknown', errors: [{ pointer: '/region', detail: /did you mean us-central1/ }] })
  t.match((await ask({ ...small, users: [{ count: 5, memoryGuaranteeGiB: 500 }] })).body, { code: 'server-too-large', errors: [{ pointer: '/users/0' }] })
})

t.test('names that mean something to JavaScript mean nothing here', async (t) => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    const { status, body } = await ask({ ...small, users: [{ count: 5, memoryGuaranteeGiB: 1, storageClass: name }], ownPrices: {} })
    t.equal(status, 200, name)
    t.match(body.incomplete, [new RegExp(`homes: no price is known in us-central1.*${name}.*say what it costs with disks`)])
    t.match((await ask({ ...small, userPools: [{ machine: name }] })).body, { code: 'price-unknown', errors: [{ pointer: '/userPools/0/machine' }] })
    t.match((await ask({ ...small, provider: name })).body, { code: 'price-unknown' })
    t.equal((await ask({ ...small, provider: name, region: '', userPools: [{ machine: 'rack' }], ownPrices: { machines: [{ name: 'rack', vcpu: 4, memoryGiB: 16, perHour: 1 }] } })).status, 200)
  }
})

t.test('what nobody has a price for is told with what to do, and is never nothing', async (t) => {
  const azure = { provider: 'azure', region: 'westeurope', userPools: [{ machine: 'Standard_E4s_v5' }] }
  const { body } = await ask({ ...small, ...azure, loadBalancers: 1, egressGiB: 10 })
  t.match(body.incomplete.find((what: string) => what.startsWith('homes')), /^homes: no price is known in westeurope \(10 × 10 GiB default disk\); say what it costs with disks in ownPrices, or in the prices of the cluster, or have list prices read anew: hubfleet catalogue refresh azure$/)
  t.match(body.incomplete.find((what: string) => what.startsWith('egress')), /say what it costs with egressGiB/)
  const priced = await ask({ ...small, ...azure, egressGiB: 10, ownPrices: { disks: [{ storageClass: '*', perGiBMonth: 0.1 }], egressGiB: 0.08 } })
  t.same(priced.body.incomplete, [])
  t.match((await ask({ ...small, provider: 'azure', region: 'eastus', userPools: [{ machine: 'Standard_E4as_v5' }] })).body.incomplete.at(-1), /^user-nodes-minimum of user: no price is known.*with machines in ownPrices/, 'a machine that is listed without a price')
})
