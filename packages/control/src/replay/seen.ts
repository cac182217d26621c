import { nextPeriod, type Span } from '@hubfleet/core'
import { sql, type Transaction } from '@hubfleet/database'

/** How much of each five minutes of a span was seen of a hub, 0 to 1; where hours are not kept any more, as much as of their day. */
export interface Seen { steps: Float64Array; /** From the first hour of which something is known until the end of the last: the steps are of these. */ span: Span; gapHours: number; serverHours: number; peakServers: number; peakNodes: number }

const stepMs = 300_000

/** Null where nothing of the span was seen. One statement; its rows are hours of one hub, or days. */
export async function readSeen(tx: Transaction, tenantId: string, hubId: string, { from, to }: Span, timeZone: string): Promise<Seen | null> {
  const { rows } = await tx.execute<{ level: string; start: string; gap: number; seconds: number; servers: number; nodes: number }>(sql`
    select level, start, gap_seconds as gap, server_seconds as seconds, peak_servers as servers, peak_nodes as nodes from usage_rollups
    where level in ('hub-hour', 'hub-day') and tenant_id = ${tenantId} and hub_id = ${hubId} and start >= ${from} and start < ${to} order by start`)
  const known = rows.map((row) => ({ ...row, at: new Date(row.start), grain: row.level === 'hub-hour' ? 'hour' as const : 'day' as const }))
  const hours = known.filter(({ grain }) => grain === 'hour')
  const firstHour = hours[0]?.at ?? to
  // Hours go before days do: what is before the first of them is known by the day.
  const periods = [...known.filter(({ grain, at }) => grain === 'day' && nextPeriod('day', at, timeZone) <= firstHour), ...hours]
  if (periods.length === 0) return null
  const since = periods[0]!.at
  const steps = new Float64Array(Math.ceil((to.getTime() - since.getTime()) / stepMs))
  let until = since
  for (const [index, { at, grain, gap }] of periods.entries()) {
    const end = new Date(Math.min(nextPeriod(grain, at, timeZone).getTime(), periods[index + 1]?.at.getTime() ?? Infinity, to.getTime()))
    until = end
    const share = Math.max(0, 1 - gap / ((end.getTime() - at.getTime()) / 1000))
    steps.fill(share, Math.floor((at.getTime() - since.getTime()) / stepMs), Math.ceil((end.getTime() - since.getTime()) / stepMs))
  }
  const whole = (until.getTime() - since.getTime()) / stepMs
  const sum = steps.reduce((all, share) => all + share, 0)
  if (sum === 0) return null
  return {
    steps: steps.slice(0, Math.ceil(whole)), span: { from: since, to: until }, gapHours: Math.max(0, (whole - sum) * stepMs / 3_600_000), serverHours: periods.reduce((all, { seconds }) => all + seconds, 0) / 3600,
    peakServers: Math.max(...periods.map(({ servers }) => servers)), peakNodes: Math.max(...periods.map(({ nodes }) => nodes)),
  }
}
