import fc from 'fast-check'
import t from 'tap'
import { microsOf, newId } from '@hubfleet/core'
import { clusters, eq, grants, hubs, inArray, meteringId, meterings, platformScope, platformTenantId, sql, tenants, transaction, usageRollups } from '@hubfleet/database'
import { fillRollups } from '../testing-rollups.ts'
import { testWorld } from '../testing.ts'

/*
 * What a report says against the finest rollups, summed by SQL that is written here and knows nothing of levels, pieces and buckets. The zone of physics
 * changes its clock within the days that are filled.
 */
const world = await testWorld(t)
const [firstDay, days, zone] = ['2026-02-10', 75, 'America/New_York']
const hubIds: string[] = []
for (const name of ['course', 'lab', 'library']) hubIds.push((await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name, cluster: 'lab' })).body.target.id)
const { body: { id: tenantId } } = await world.request('reader', 'GET', '/v1/tenants/physics')
const { body: { id: otherId } } = await world.request('stranger', 'GET', '/v1/tenants/chemistry')
const { body: lab } = await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab')
await transaction(world.database, platformScope, (tx) => tx.update(tenants).set({ finance: { timeZone: zone, terms: [{ name: 'winter', from: '2026-01-01', to: '2026-03-10' }, { name: 'spring', from: '2026-03-20', to: '2026-07-01' }] } }).where(eq(tenants.id, tenantId)))
const fleet = { tenantId, clusterId: lab.id, timeZone: zone, currency: 'USD', hubIds, users: 7 }
await fillRollups(world.database, fleet, firstDay, days)
await fillRollups(world.database, { tenantId: otherId, clusterId: 'cluster_other', timeZone: 'UTC', currency: 'EUR', hubIds: ['hub_other'], users: 2 }, firstDay, 20)
await world.database.pool.query('analyze')

type Question = Record<string, string | string[] | number | undefined>
const address = (question: Question, tenant = 'physics') => `/v1/tenants/${tenant}/costs?${new URLSearchParams(Object.entries(question).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, String(one)])))}`
async function ask(question: Question, who: Parameters<typeof world.request>[0] = 'reader', tenant = 'physics') {
  const { status, body } = await world.request(who, 'GET', address(question, tenant))
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

const columns: Record<string, string> = { tenant: 'tenant_id', cluster: 'cluster_id', hub: 'hub_id', group: 'group_name', user: 'user_name', component: 'component', pool: 'pool', provider: `'sandbox'`, region: `''` }
type Fact = { start: string; keys: string[]; currency: string; micros: string | null; billed: string | null; seconds: number; core: number; gib: number; unpriced: number }

/** The same from the finest rows: by local date and key. */
async function facts({ by = [], every, from, to, filter = {} }: { by?: string[]; every: string; from: string; to: string; filter?: Record<string, string[]> }): Promise<Fact[]> {
  const start = every === 'none' ? `'all'` : every === 'hour' ? `to_char(start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')` : every === 'term' ? `case when (start at time zone $4)::date < '2026-03-10' then 'winter' else 'spring' end` : `to_char(greatest(date_trunc('${every}', start at time zone $4), $2::timestamp), '${every === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD'}')`
  const keys = `array[${by.map((name) => columns[name]).join(', ')}]::text[]`
  const filters = Object.entries(filter).map(([name, values]) => `and ${columns[name]} in (${values.map((value) => `'${value}'`).join(', ')})`).join(' ')
  const terms = every === 'term' ? `and not ((start at time zone $4)::date >= '2026-03-10' and (start at time zone $4)::date < '2026-03-20')` : ''
  const { rows } = await transaction(world.database, platformScope, ({ client }) => client.query(`
    select ${start} as start, ${keys} as keys, currency, sum(micros)::text as micros, case when count(*) = count(billed_micros) then sum(billed_micros)::text end as billed,
      sum(seconds) as seconds, sum(core_seconds) as core, sum(gib_seconds) as gib, sum(unpriced_seconds) as unpriced, $4 as zone
    from cost_rollups where level = 'user-hour' and tenant_id = $1 and start >= $2::timestamp at time zone $4 and start < $3::timestamp at time zone $4 ${terms} ${filters}
    group by 1, 2, 3`, [tenantId, from, to, zone]))
  return rows
}

const sum = (amounts: (string | null)[]) => amounts.reduce<bigint | null>((all, one) => (one === null ? all : (all ?? 0n) + BigInt(one)), null)
const near = (a: number, b: number) => Math.abs(a - b) < 1e-3

/** Throws where a report differs from the facts. `top` cuts the first key as the facts themselves tell. */
function requireSame(report: any, rows: Fact[], { by = [], every, top = 20 }: { by?: string[]; every: string; top?: number }) {
  const places = [...Map.groupBy(rows, ({ keys }) => keys[0]!)].map(([key, of]) => ({ key, micros: sum(of.map(({ micros }) => micros)), seconds: of.reduce((all, { seconds }) => all + seconds, 0) }))
  places.sort((a, b) => (a.micros === b.micros ? b.seconds - a.seconds : a.micros === null ? 1 : b.micros === null ? -1 : a.micros < b.micros ? 1 : -1))
  const shown = new Set(places.slice(0, top).map(({ key }) => key))
  const named = (row: Fact) => JSON.stringify(by.length === 0 ? [] : shown.has(row.keys[0]!) ? row.keys : ['(rest)', ...row.keys.slice(1)])
  const expected = Map.groupBy(rows, (row) => `${every === 'none' ? '' : row.start} ${named(row)}`)
  const seen = new Set<string>()
  for (const series of report.series) {
    const keys = series.keys.map(({ value }: { value: string | null }) => value ?? '')
    const name = JSON.stringify(series.rest ? ['(rest)', ...keys] : keys)
    for (const [at, period] of report.periods.entries()) {
      const id = `${every === 'none' ? '' : period.name} ${name}`
      const of = expected.get(id) ?? []
      if (of.length > 0) seen.add(id)
      const want = of.length === 0 ? 0n : sum(of.map(({ micros }) => micros))
      const billed = of.some((row) => row.billed === null) ? null : sum(of.map((row) => row.billed)) ?? 0n
      const got = { amount: series.amounts[at], billed: series.billed[at], hours: series.hours[at], core: series.coreHours[at], gib: series.gibHours[at] }
      const total = (value: (row: Fact) => number) => of.reduce((all, row) => all + value(row), 0) / 3600
      const nothing = of.length === 0 && got.amount === null // nothing was seen of the whole period
      if (!nothing && ((got.amount === null ? null : microsOf(got.amount)) !== want || (got.billed === null ? null : microsOf(got.billed)) !== billed)) throw new Error(`${id}: ${JSON.stringify(got)}, not ${want} and ${billed}`)
      if (!near(got.hours, total(({ seconds }) => seconds)) || !near(got.core, total(({ core }) => core)) || !near(got.gib, total(({ gib }) => gib))) throw new Error(`${id}: ${JSON.stringify(got)}`)
    }
    const amounts = series.amounts.filter((amount: string | null) => amount !== null)
    if (series.total !== null && microsOf(series.total) !== amounts.reduce((all: bigint, amount: string) => all + microsOf(amount), 0n)) throw new Error(`${name}: its total is not its sum`)
  }
  const missing = [...expected.keys()].filter((id) => !seen.has(id))
  if (missing.length > 0) throw new Error(`missing: ${missing.slice(0, 5).join(', ')}`)
  const [total] = report.totals
  if (rows.length > 0 && (total.total === null ? null : microsOf(total.total)) !== sum(rows.map(({ micros }) => micros))) throw new Error(`the total is ${total.total}`)
  if (rows.length > 0 && !near(total.unpricedHours, rows.reduce((all, { unpriced }) => all + unpriced, 0) / 3600)) throw new Error(`unpriced: ${total.unpricedHours}`)
}

const range = { from: '2026-02-10', to: '2026-04-26' }
for (const [title, question] of Object.entries<{ by?: string[]; every: string; from: string; to: string; top?: number }>({
  'every day by component': { by: ['component'], every: 'day', ...range },
  'the whole span by the two dearest hubs and the rest, and component': { by: ['hub', 'component'], every: 'none', top: 2, ...range },
  'weeks by group': { by: ['group'], every: 'week', ...range },
  'months by user, the three dearest': { by: ['user'], every: 'month', top: 3, ...range },
  'hours of the day on which the clock is changed, by pool': { by: ['pool'], every: 'hour', from: '2026-03-08', to: '2026-03-09' },
  'terms by hub': { by: ['hub'], every: 'term', ...range },
  'from the middle of a month to that of another': { by: ['cluster', 'provider'], every: 'none', from: '2026-02-15', to: '2026-04-11' },
  'all of it': { every: 'none', ...range },
})) {
  t.test(`as SQL says: ${title}`, async () => {
    const { every, ...rest } = question
    requireSame(await ask({ ...rest, ...(every !== 'none' && { every }) }), await facts(question), question)
  })
}

t.test('as SQL says, whatever is asked', async () => {
  const filters = fc.record({
    hub: fc.subarray([...hubIds, ''], { minLength: 1 }), component: fc.subarray(['servers', 'homes', 'idle', 'control-plane'], { minLength: 1 }), user: fc.subarray(['user-1', 'user-2', 'user-5', ''], { minLength: 1 }),
    group: fc.subarray(['group-1', 'group-2', ''], { minLength: 1 }), pool: fc.subarray(['pool-0', 'pool-1', ''], { minLength: 1 }), cluster: fc.constant([lab.id]),
  }, { requiredKeys: [] })
  const day = (index: number) => new Date(Date.UTC(2026, 1, 10 + index)).toISOString().slice(0, 10)
  await fc.assert(fc.asyncProperty(
    fc.uniqueArray(fc.constantFrom('hub', 'component', 'user', 'group', 'pool', 'cluster', 'provider', 'region', 'tenant'), { maxLength: 3 }), fc.constantFrom('none', 'hour', 'day', 'week', 'month', 'term'),
    fc.integer({ min: 0, max: days - 1 }), fc.integer({ min: 1, max: days }), fc.integer({ min: 1, max: 5 }), fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: filters }),
    async (by, every, start, length, top, filter) => {
      const [from, to] = [day(start), day(Math.min(start + (every === 'hour' ? Math.min(length, 5) : length), days))]
      const question = { by, every, from, to, top }
      requireSame(await ask({ by, from, to, top, ...(every !== 'none' && { every }), ...(filter as Question) }), await facts({ ...question, filter: filter as Record<string, string[]> }), question)
    }), { numRuns: 120 })
})

t.test('the span before: a month against the month before, to the micro-dollar, also for the rest', async (t) => {
  const [march, february] = await Promise.all([ask({ by: ['user'], top: 2, from: '2026-03-01', to: '2026-04-01', before: 'span' }), facts({ by: ['user'], every: 'none', from: '2026-02-01', to: '2026-03-01' })])
  t.equal(march.beforeFrom, '2026-02-01T05:00:00.000Z')
  const shown = march.series.filter(({ rest }: { rest: boolean }) => !rest).map(({ keys }: any) => keys[0].value ?? '')
  for (const series of march.series) {
    const of = february.filter(({ keys }) => (series.rest ? !shown.includes(keys[0]) : keys[0] === (series.keys[0].value ?? '')))
    t.equal(microsOf(series.before), sum(of.map(({ micros }) => micros)), series.label)
  }
  t.equal(microsOf(march.totals[0].before), sum(february.map(({ micros }) => micros)))
})

t.test('usage, as SQL says, whatever is asked: server hours of each period, and people of those that are one day or month', async () => {
  const date = (index: number) => new Date(Date.UTC(2026, 1, 10 + index)).toISOString().slice(0, 10)
  await fc.assert(fc.asyncProperty(fc.constantFrom('none', 'day', 'week', 'month'), fc.boolean(), fc.integer({ min: 0, max: days - 1 }), fc.integer({ min: 1, max: days }), fc.subarray(hubIds), async (every, byHub, start, length, only) => {
    const [from, to] = [date(start), date(Math.min(start + length, days))]
    const report = await ask({ from, to, ...(every !== 'none' && { every }), ...(byHub && { by: ['hub'] }), ...(only.length > 0 && { hub: only }) })
    const { rows } = await transaction(world.database, platformScope, ({ client }) => client.query<{ hub: string; day: string; user: string; seconds: number }>(`
      select hub_id as hub, to_char(start at time zone $4, 'YYYY-MM-DD') as day, user_name as user, sum(seconds) as seconds from cost_rollups
      where level = 'user-hour' and component = 'servers' and tenant_id = $1 and start >= $2::timestamp at time zone $4 and start < $3::timestamp at time zone $4 group by 1, 2, 3`, [tenantId, from, to, zone]))
    const dayOf = (at: string) => new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date(at))
    for (const usage of report.usage) {
      for (const [index, period] of report.periods.entries()) {
        const [first, after] = [dayOf(period.from), dayOf(period.to)]
        const of = rows.filter(({ hub, day }) => day >= first && day < after && (usage.hub ? hub === usage.hub.value : only.length === 0 || only.includes(hub)))
        if (!near(usage.serverHours[index], of.reduce((all, { seconds }) => all + seconds, 0) / 3600)) throw new Error(`${JSON.stringify(period)}: ${usage.serverHours[index]} server hours`)
        const users = usage.users[index]
        if (users === null ? every === 'day' && (usage.hub !== null || only.length === 1) && of.length > 0 : users !== new Set(of.map(({ user }) => user)).size) throw new Error(`${JSON.stringify(period)}: ${users} users`)
      }
    }
  }), { numRuns: 60 })
})

t.test('usage: people of a day are told, of a week not known; servers and gaps add up', async (t) => {
  const daily = await ask({ every: 'day', from: '2026-03-01', to: '2026-03-03' })
  const { rows: [{ users }] } = await transaction(world.database, platformScope, (tx) => tx.execute(sql`select count(distinct user_name)::int as users from cost_rollups where level = 'user-hour' and tenant_id = ${tenantId} and component = 'servers' and (start at time zone ${zone})::date = '2026-03-01'`)) as any
  t.match(daily.usage, [{ hub: null, users: [users, Number], gapHours: [0, 0] }])
  const weekly = await ask({ every: 'week', from: '2026-03-02', to: '2026-03-09', by: ['hub'] })
  t.same(new Set(weekly.usage.map(({ hub }: any) => hub.name)), new Set(['course', 'lab', 'library']))
  t.ok(weekly.usage.every(({ users: [known], peakServers: [peak] }: any) => known === null && peak > 0))
  t.same((await ask({ component: ['servers'], from: '2026-03-02', to: '2026-03-09' })).usage, [], 'usage does not know components')
})

t.test('what was not seen is not known, and never nothing', async (t) => {
  const early = await ask({ every: 'day', by: ['component'], from: '2026-02-08', to: '2026-02-12' })
  t.same(early.totals[0].amounts.map((amount: string | null) => amount === null), [true, true, false, false])
  t.ok(early.series.every(({ amounts }: any) => amounts[0] === null && amounts[1] === null))
  t.match(early.notes.join(), /Of 2 of 4 periods nothing was seen/)
})

t.test('a platform key sees several tenants, each by its own clock and in its own currency; a tenant sees its own alone', async (t) => {
  const all = await ask({ by: ['tenant'], every: 'day', from: '2026-02-20', to: '2026-02-22', tenants: '*' }, 'platformReader', 'platform')
  t.same(all.series.map(({ currency, keys }: any) => [currency, keys[0].name]).sort(), [['EUR', 'chemistry'], ['USD', 'physics']])
  const own = await ask({ every: 'day', from: '2026-02-20', to: '2026-02-22' })
  t.same(all.totals.find(({ currency }: any) => currency === 'USD').amounts, own.totals[0].amounts)
  t.match(all.notes.join(' '), /EUR and USD, which are not added.*own clock/)
  t.same((await ask({ from: '2026-02-20', to: '2026-02-22' }, 'platformReader', 'platform')).series, [])
  for (const who of ['reader', 'platformAdmin'] as const) t.match(await world.request(who, 'GET', address({ tenants: '*' })), { status: 400, body: { errors: [{ pointer: '/tenants' }] } })
  t.match(await world.request('platformAdmin', 'GET', address({ tenants: 'nobody' }, 'platform')), { status: 404 })
})

t.test('the forecast of the month is of what was seen, and null where nothing can be learned', async (t) => {
  const now = Date.now()
  world.advance(Date.parse('2026-04-20T16:00:00Z') - now)
  const { totals: [all] } = await ask({ forecast: 'true' as never, from: '2026-04-01', to: '2026-04-21' })
  t.match(all.forecast, { from: '2026-04-01T04:00:00.000Z', to: '2026-05-01T04:00:00.000Z' })
  t.ok(Number(all.forecast.low) <= Number(all.forecast.expected) && Number(all.forecast.expected) <= Number(all.forecast.high))
  t.ok(Number(all.forecast.actual) > 0 && Number(all.forecast.expected) > Number(all.forecast.actual))
  const parts = await Promise.all(['servers', 'homes', 'idle', 'control-plane'].map(async (component) => (await ask({ forecast: 'true', component, from: '2026-04-01', to: '2026-04-21' })).totals[0].forecast.actual))
  t.equal(parts.reduce((sum, one) => sum + microsOf(one), 0n), microsOf(all.forecast.actual))
  world.advance(now - Date.parse('2026-04-20T16:00:00Z'))
})

t.test('a whole page in one GraphQL query, as REST has it', async (t) => {
  const { body } = await world.graphql('reader', `query ($from: String, $to: String) {
    daily: costReport(tenant: "physics", by: ["component"], every: "day", from: $from, to: $to) { timeZone periods { name from } series { label currency total amounts keys { by value } } totals { currency total } }
    hubs: costReport(tenant: "physics", by: ["hub", "component"], top: 1, from: $from, to: $to, before: "span") { series { label rest total before } totals { total before } notes }
  }`, { from: '2026-03-01', to: '2026-03-20' })
  t.equal(body.errors, undefined, JSON.stringify(body.errors))
  const rest = await ask({ by: ['component'], every: 'day', from: '2026-03-01', to: '2026-03-20' })
  t.same(body.data.daily.series.map(({ label, amounts, total }: any) => ({ label, amounts, total })), rest.series.map(({ label, amounts, total }: any) => ({ label, amounts, total })))
  t.equal(body.data.hubs.totals[0].total, rest.totals[0].total)
  t.ok(body.data.hubs.series.some(({ rest: isRest }: any) => isRest))
})

t.test('a document may ask for some reports, and not for any number', async (t) => {
  const document = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `r${index}: costReport(tenant: "physics", from: "2026-03-01", to: "2026-03-02") { totals { total } }`).join(' ')} }`
  t.match((await world.graphql('reader', document(10))).body, { extensions: { cost: { requested: 2000 } }, data: { r9: { totals: [{ total: String }] } } })
  t.match((await world.graphql('reader', document(26))).body, { errors: [{ extensions: { code: 'query-too-expensive' } }] })
})

t.test('samples that came too late to be counted are told where their time is asked about, to whoever may use the cluster, and to nobody else', async (t) => {
  const late = { refused: 3, refusedFrom: new Date('2026-02-20T10:00:00Z'), refusedUntil: new Date('2026-02-21T10:00:00Z') }
  await transaction(world.database, platformScope, (tx) => tx.insert(meterings).values({ id: meteringId(lab.id), clusterId: lab.id, tenantId, ...late }).onConflictDoUpdate({ target: meterings.id, set: late }))
  const told = { cluster: { by: 'cluster', value: lab.id, name: 'lab' }, samples: 3, from: '2026-02-20T10:00:00.000Z', until: '2026-02-21T10:00:00.000Z' }
  const report = await ask({ from: '2026-02-10', to: '2026-03-01' })
  t.same(report.refused, [told])
  t.match(report.notes.at(-1), /^3 samples of the cluster lab, of 2026-02-20 to 2026-02-21, came when .* is in no amount/)
  t.same((await ask({ from: '2026-02-10', to: '2026-03-01', hub: 'course' })).refused, [told], 'of one of its hubs')
  t.same((await ask({ from: '2026-03-01', to: '2026-03-05' })).refused, [], 'of another time')
  t.same((await ask({ from: '2026-02-10', to: '2026-03-01' }, 'stranger', 'chemistry')).refused, [])
  const { body } = await world.graphql('reader', '{ costReport(tenant: "physics", from: "2026-02-10", to: "2026-03-01") { refused { cluster { name } samples until } } }')
  t.same(body.data.costReport.refused, [{ cluster: { name: 'lab' }, samples: 3, until: told.until }])

  // Of a cluster of the platform, whoever has hubs in it by a grant.
  await transaction(world.database, platformScope, async (tx) => {
    await tx.update(clusters).set({ tenantId: platformTenantId }).where(eq(clusters.id, lab.id))
    await tx.update(meterings).set({ tenantId: platformTenantId }).where(eq(meterings.clusterId, lab.id))
  })
  t.same((await ask({ from: '2026-02-10', to: '2026-03-01' })).refused, [], 'without a grant the cluster is not seen')
  await transaction(world.database, platformScope, (tx) => tx.insert(grants).values({ id: newId('grant'), tenantId: platformTenantId, clusterId: lab.id, granteeId: tenantId }))
  t.same((await ask({ from: '2026-02-10', to: '2026-03-01' })).refused, [told])
  await transaction(world.database, platformScope, async (tx) => {
    await tx.delete(grants).where(eq(grants.clusterId, lab.id))
    await tx.update(clusters).set({ tenantId }).where(eq(clusters.id, lab.id))
    await tx.update(meterings).set({ tenantId }).where(eq(meterings.clusterId, lab.id))
  })
})

t.test('a wrong question is refused with its place and what would be right', async (t) => {
  for (const [question, pointer, detail] of [
    [{ from: 'yesterday' }, '/from', /a date such as/], [{ from: '2026-03-01T12:00:00Z' }, '/from', /every=hour/], [{ from: '2026-03-02', to: '2026-03-01' }, '/from', /day after the last/],
    [{ every: 'hour', from: '2025-01-01', to: '2026-01-01' }, '/every', /longer ones/], [{ every: 'fortnight' }, '/every', /./], [{ by: ['planet'] }, '/by/0', /./], [{ top: 0 }, '/top', /./], [{ by: ['hub', 'hub'] }, '/by', /./], [{ colour: 'red' }, '/colour', /./],
    [{ every: 'term', before: 'span' }, '/before', /terms/],
  ] as const) {
    const { status, body } = await world.request('reader', 'GET', address(question as never))
    t.equal(status, 400, JSON.stringify(question))
    t.match(body.errors[0], { pointer, detail }, JSON.stringify(question))
  }
  t.match(await world.request('reader', 'GET', address({ hub: 'nowhere' })), { status: 404 })
  t.match(await world.request('stranger', 'GET', `/v1/tenants/chemistry/costs?every=term`), { status: 400, body: { errors: [{ pointer: '/every', code: 'no-terms' }] } })
})

t.end()

t.test('what a hub has cost so far is the sum of its finest rollups, beside its estimate, with its gaps and from its first hour on', async (t) => {
  const none = await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'fresh', cluster: 'lab' })
  t.equal(none.status, 202)
  t.match((await world.request('reader', 'GET', '/v1/tenants/physics/hubs/fresh/cost')).body, { measured: null, estimate: { monthly: {} } })
  const hubId = hubIds[0]!
  await transaction(world.database, platformScope, async (tx) => {
    await tx.update(hubs).set({ createdAt: new Date('2026-02-01T00:00:00Z') }).where(inArray(hubs.id, hubIds))
    await tx.update(usageRollups).set({ gapSeconds: 7200 }).where(sql`level = 'hub-month' and hub_id = ${hubId} and start = (select min(start) from usage_rollups where level = 'hub-month' and hub_id = ${hubId})`)
  })
  const { body: { measured } } = await world.request('reader', 'GET', '/v1/tenants/physics/hubs/course/cost')
  const { rows: [finest] } = await transaction(world.database, platformScope, ({ client }) => client.query(`
    select sum(micros)::text as micros, min(start) as from, max(start) + interval '1 hour' as to, extract(epoch from max(start) - min(start)) / 3600 + 1 as hours from cost_rollups where level = 'user-hour' and hub_id = $1`, [hubId]))
  t.equal(microsOf(measured.total.amount), BigInt(finest.micros))
  t.equal(measured.components.reduce((all: bigint, { amount }: { amount: { amount: string } }) => all + microsOf(amount.amount), 0n), BigInt(finest.micros), 'its components are the whole')
  t.same([new Date(measured.from), new Date(measured.to), measured.hours, measured.gapHours], [finest.from, finest.to, Number(finest.hours), 2])
  t.ok(Math.abs(Number(measured.perMonth.amount) - Number(measured.total.amount) / (Number(finest.hours) - 2) * 730) < 0.01)
  t.match(measured.incomplete.toSorted(), [/^2 hours were not seen/, /^3 samples of the cluster lab/, /^homes: .*no price is known/, /^idle: /, /^servers: /])
})
