import t from 'tap'
import { newId, type ClusterSample, type Finance } from '@hubfleet/core'
import { clusters, dayPrices, hubs, meteringId, meterings, platformScope, tenants, transaction, type Database } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { writeSamples } from '../metering/write-samples.ts'
import { rollUntil } from './testing-fleet.ts'
import { shares, usages, wholes, lives } from './testing-year-sql.ts'
import { chances, generateYear, type GeneratedHub } from './testing-year.ts'

/*
 * Generated clusters through the write path of metering, in batches that come late, twice and in any order while rollups are made, against SQL over the raw samples that knows
 * nothing of them. Days around the changes of clocks and the end of a month; with HUBFLEET_WHOLE_YEAR=1 a year of each.
 */
const whole = process.env['HUBFLEET_WHOLE_YEAR'] === '1'
const [hour, day] = [3_600_000, 86_400_000]

interface Case { name: string; from: string; to: string; owner: Partial<Finance>; guest: Partial<Finance> }
const cases: Case[] = [
  { name: 'spring forward in New York, shared by server hours', from: '2026-03-06', to: '2026-03-10', owner: { timeZone: 'America/New_York' }, guest: { timeZone: 'Asia/Kolkata' } },
  { name: 'back in Berlin, all hubs alike', from: '2026-10-24', to: '2026-10-27', owner: { timeZone: 'Europe/Berlin', sharedBy: 'equal' }, guest: { timeZone: 'Australia/Lord_Howe' } },
  { name: 'the end of a month and back in New York, nothing shared', from: '2026-10-31', to: '2026-11-03', owner: { timeZone: 'UTC', sharedBy: 'owner' }, guest: { timeZone: 'America/New_York' } },
]

/** Per hour; another one on each fifth day. */
const basePrices: Record<string, number> = {
  'node n2-highmem-4': 0.262028, 'spot n2-highmem-4': 0.081, 'node n1-standard-2': 0.095, 'spot n1-standard-2': 0.02, 'disk pd-balanced 100': 0.013699, 'disk premium-rwo 10': 0.002329, 'disk  1': 0.000055,
  'load-balancers 1': 0.025, 'load-balancers 2': 0.025, 'load-balancers 3': 0.025, 'address': 0.004, 'control-plane standard': 0.1,
}
const pricesOn = (at: number): Record<string, number> => Object.fromEntries(Object.entries(basePrices).map(([thing, price]) => [thing, Number((price * (1 + (Math.floor(at / day / 5) % 4) / 10)).toFixed(6))]))

async function world(database: Database, { name, owner, guest }: Case, from: Date, to: Date) {
  const [id, ownerId, guestId] = [newId('cluster'), newId('tenant'), newId('tenant')]
  const generated: (GeneratedHub & { tenantId: string })[] = [[ownerId, 5, 'users', false], [ownerId, 3, 'spot', true], [guestId, 4, 'users', false]].map(([tenantId, users, pool, spot]) => ({ hubId: newId('hub'), tenantId, users, pool, spot }) as never)
  await transaction(database, platformScope, async (tx) => {
    await tx.insert(tenants).values([[ownerId, owner] as const, [guestId, guest] as const].map(([tenantId, finance]) => ({ id: tenantId, name: tenantId, displayName: '', policy: {} as never, finance })))
    await tx.insert(clusters).values({ id, tenantId: ownerId, name: 'lab', provider: 'gke', managed: true, state: 'ready', spec: { provider: 'gke', region: 'us-central1' }, createdAt: from })
    await tx.insert(hubs).values(generated.map(({ hubId, tenantId }) => ({ id: hubId, tenantId, clusterId: id, name: hubId.slice(-8), state: 'ready', spec: {} as never, chartDigest: '', secrets: '', createdAt: from })))
    await tx.insert(meterings).values({ id: meteringId(id), clusterId: id, tenantId: ownerId })
    for (let at = from.getTime(); at < to.getTime(); at += day) await tx.insert(dayPrices).values({ clusterId: id, tenantId: ownerId, day: new Date(at), prices: pricesOn(at) })
  })
  const scope = { cluster: { id, tenantId: ownerId }, hubs: generated.map(({ hubId, tenantId }) => ({ id: hubId, tenantId })) }
  const write = (samples: ClusterSample[]) => transaction(database, platformScope, (tx) => writeSamples(tx, scope, samples))
  return { id, samples: [...generateYear(name, generated, from, to)], write, chance: chances(`${name} order`) }
}

/** Two days at a time, in any order and some of them twice; rollups are made meanwhile. One look in thirty comes when all else is done. */
async function meter(database: Database, { samples, write, chance }: Awaited<ReturnType<typeof world>>, to: Date): Promise<void> {
  const [late, timely] = [[] as ClusterSample[], [] as ClusterSample[]]
  for (const sample of samples) (chance() < 1 / 30 ? late : timely).push(sample)
  for (const of of Map.groupBy(timely, ({ at }) => Math.floor(at.getTime() / day / 2)).values()) {
    const shuffled = of.map((sample) => ({ sample, place: chance() })).sort((a, b) => a.place - b.place).map(({ sample }) => sample)
    const half = Math.floor(shuffled.length / 2)
    await write(shuffled.slice(0, half))
    if (chance() < 0.5) await rollUntil(database, new Date(of[half]!.at.getTime() - hour))
    await write(shuffled.slice(half - 5))
    await rollUntil(database, new Date(Math.floor(of.at(-1)!.at.getTime() / hour) * hour - hour))
  }
  for (const sample of late.toReversed()) await write([sample])
  await write(late)
  await rollUntil(database, new Date(to.getTime() - hour))
}

const rowsOf = (database: Database) => async <Row>(text: string, values: unknown[]): Promise<Row[]> => transaction(database, platformScope, async ({ client }) => {
  await client.query(`set local statement_timeout = '10min'`)
  return (await client.query(text, values)).rows as Row[]
})
const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort()
const kinds = `case when component in ('servers', 'seats', 'idle', 'core', 'builds') then 'nodes' else component end`

for (const each of cases) {
  t.test(`what is rolled up is what the raw samples say: ${each.name}`, async (t) => {
    const database = await testDatabase(t)
    const [from, to] = whole ? [new Date('2026-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')] : [new Date(`${each.from}T00:00:00Z`), new Date(`${each.to}T00:00:00Z`)]
    const made = await world(database, each, from, to)
    await meter(database, made, to)
    const query = rowsOf(database)
    const [{ count }] = await query<{ count: number }>('select count(*)::int as count from cluster_samples where cluster_id = $1', [made.id]) as [{ count: number }]
    t.equal(count, made.samples.length, 'each look is kept once')

    await t.test('the parts of each day add up to what was paid, to the last micro-dollar, at every level', async (t) => {
      const expected = await query<{ day: string; kind: string; micros: string }>(wholes, [made.id, to])
      t.same(sorted(await query(`select to_char(start at time zone 'UTC', 'YYYY-MM-DD') as day, ${kinds} as kind, sum(micros)::text as micros from cost_rollups where level = 'user-hour' and cluster_id = $1 group by 1, 2 having sum(micros) > 0`, [made.id])), sorted(expected))
      const all = expected.reduce((sum, { micros }) => sum + BigInt(micros), 0n)
      t.ok(all > 0n)
      const levels = await query<{ level: string; micros: string }>('select level, sum(micros)::text as micros from cost_rollups where cluster_id = $1 group by 1', [made.id])
      t.same(sorted(levels), sorted(['user', 'hub', 'tenant'].flatMap((whose) => ['hour', 'day', 'month'].map((grain) => ({ level: `${whose}-${grain}`, micros: String(all) })))))
    })

    await t.test('each person, hub, pool and component bears its share of each day, but for what is rounded', async (t) => {
      type Share = { tenant: string; day: string; hub: string; component: string; pool: string; person: string; micros: number }
      const keyOf = ({ micros: _, ...key }: Share) => JSON.stringify(key)
      const expected = new Map((await query<Share>(shares, [made.id, to, each.owner.sharedBy ?? 'server-hours'])).map((row) => [keyOf(row), row.micros]))
      const got = new Map((await query<Share>(`
        select r.tenant_id as tenant, to_char(start at time zone coalesce(t.finance ->> 'timeZone', 'UTC'), 'YYYY-MM-DD') as day, hub_id as hub, component, pool, user_name as person, sum(micros)::float8 as micros
        from cost_rollups r join tenants t on t.id = r.tenant_id where level = 'user-day' and cluster_id = $1 group by 1, 2, 3, 4, 5, 6`, [made.id])).map((row) => [keyOf(row), row.micros]))
      const differing = [...new Set([...expected.keys(), ...got.keys()])].filter((key) => Math.abs((expected.get(key) ?? 0) - (got.get(key) ?? 0)) > 100)
      t.same(differing.map((key) => `${key}: ${got.get(key)}, not ${expected.get(key)}`).slice(0, 5), [])
      t.ok(expected.size > 100)
    })

    await t.test('people, peaks, server hours and gaps of each day', async (t) => {
      type Used = { hub: string; day: string; users: number; peakServers: number; peakNodes: number; serverSeconds: number; gapSeconds: number }
      const plain = (rows: Used[]) => sorted(rows.map((row) => ({ ...row, serverSeconds: Math.round(row.serverSeconds), gapSeconds: Math.round(row.gapSeconds) })))
      const expected = plain(await query(usages, [made.id, to, from]))
      t.same(plain(await query(`
        select hub_id as hub, to_char(start at time zone coalesce(t.finance ->> 'timeZone', 'UTC'), 'YYYY-MM-DD') as day, users, peak_servers as "peakServers", peak_nodes as "peakNodes", server_seconds as "serverSeconds", gap_seconds as "gapSeconds"
        from usage_rollups r join tenants t on t.id = r.tenant_id where level = 'hub-day' and cluster_id = $1 and hub_id <> ''`, [made.id])), expected)
      t.ok(expected.some((row) => !row.includes('"gapSeconds":0')), 'something was not seen')
    })

    await t.test('sessions: when each was seen, and its end', async (t) => {
      const expected = sorted(await query(lives, [made.id, to]))
      t.same(sorted(await query('select hub_id as hub, user_name as "user", server, started_at as started, seen::text as seen, ended_at as ended from sessions s join hubs h on h.id = s.hub_id where h.cluster_id = $1', [made.id])), expected)
      t.ok(expected.length > 9)
    })
  })
}
