import { costGroups, sumMicros, type CostGroup } from '@hubfleet/core'
import type { Transaction } from '@hubfleet/database'
import type { ActualCost } from '@hubfleet/pricing'
import { partsOf } from '../costs/parts.ts'
import type { Period } from '../costs/question.ts'
import { readSeries } from '../costs/rollups.ts'
import type { Scope } from '../costs/scope.ts'
import { readUsage } from '../costs/usage.ts'
import type { MeasuredSpan } from '../estimates/measured.ts'

/** What a hub cost and used in a month; `pools` are those that are known to be of users. */
export type ActualOf = (month: number, pools: readonly string[]) => { actual: ActualCost; unpricedHours: number; otherCurrencies: string[] }

interface Line { pool: string; component: string; currency: string; micros: bigint | null; billed: bigint | null; seconds: number; gibSeconds: number; unpricedSeconds: number }

/** Of all months at once, in two statements. */
export async function readActual(tx: Transaction, scope: Scope, hubId: string, known: MeasuredSpan, months: Period[], currency: string): Promise<ActualOf> {
  const parts = partsOf(scope, { finest: 'day', periods: months })
  const series = await readSeries(tx, { whose: 'hub', by: ['pool', 'component'], only: { hub_id: [hubId] }, places: null, head: null, measures: new Set(['billed', 'seconds', 'gib_seconds', 'unpriced_seconds']) }, parts)
  const cells = await readUsage(tx, { hubIds: [hubId], clusterIds: null, apart: true }, parts)
  const lines = months.map((_, month) => series.flatMap(({ values, currency, periods, micros, billed, seconds, gibSeconds, unpricedSeconds }): Line[] => {
    const at = periods.indexOf(month)
    return at < 0 ? [] : [{ pool: values[0]!, component: values[1]!, currency, micros: micros[at]!, billed: billed[at]!, seconds: seconds[at]!, gibSeconds: gibSeconds[at]!, unpricedSeconds: unpricedSeconds[at]! }]
  }))
  return (month, pools) => {
    const own = lines[month]!.filter((line) => line.currency === currency)
    const usage = cells.filter(({ period }) => period === month)
    const users = new Set([...pools, ...own.filter(({ component }) => ['servers', 'seats', 'idle'].includes(component)).map(({ pool }) => pool)].filter((pool) => pool !== ''))
    const groups = Map.groupBy(own, (line) => groupOf(line, users))
    const hoursOf = (component: string, of: (line: Line) => number, only = (_: Line) => true) => own.filter((line) => line.component === component && only(line)).reduce((all, line) => all + of(line), 0) / 3600
    const { from, to } = months[month]!
    const there = Math.max(0, Math.min(to.getTime(), known.to.getTime()) - Math.max(from.getTime(), known.from.getTime())) / 3_600_000
    const onUserNodes = ({ pool }: Line) => users.has(pool)
    return {
      actual: {
        hours: { month: (to.getTime() - from.getTime()) / 3_600_000, there, seen: Math.max(0, there - usage.reduce((all, { gapSeconds }) => all + gapSeconds, 0) / 3600) },
        micros: Object.fromEntries(costGroups.map((group) => [group, sumMicros((groups.get(group) ?? []).map(({ micros }) => micros ?? 0n))])) as Record<CostGroup, bigint>,
        billed: own.length === 0 || own.some(({ billed }) => billed === null) ? null : sumMicros(own.map(({ billed }) => billed!)),
        users: Math.max(0, ...usage.map(({ users: count }) => count)), serverHours: hoursOf('servers', ({ seconds }) => seconds), serverGiBHours: hoursOf('servers', ({ gibSeconds }) => gibSeconds),
        nodeHours: own.some((line) => line.component === 'node-disks' && onUserNodes(line)) ? hoursOf('node-disks', ({ seconds }) => seconds, onUserNodes) : null,
        homeHours: hoursOf('homes', ({ seconds }) => seconds), homeGiBHours: hoursOf('homes', ({ gibSeconds }) => gibSeconds),
      },
      unpricedHours: own.reduce((all, { unpricedSeconds }) => all + unpricedSeconds, 0) / 3600,
      otherCurrencies: [...new Set(lines[month]!.filter((line) => line.currency !== currency).map((line) => line.currency))],
    }
  }
}

/** Whatever is on nodes of user pools, the hub's own pods too, is of these. */
function groupOf({ pool, component }: Line, userPools: ReadonlySet<string>): CostGroup {
  if (userPools.has(pool)) return 'nodes'
  switch (component) {
    case 'homes': case 'hub-disk': return component
    case 'core': case 'control-plane': case 'node-disks': case 'servers': case 'seats': case 'idle': return 'cluster'
    case 'load-balancers': case 'addresses': return 'access'
    case 'unallocated': return 'unknown'
    default: return 'other'
  }
}
