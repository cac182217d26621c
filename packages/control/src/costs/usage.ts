import { sql, type RollupLevel, type Transaction } from '@hubfleet/database'
import { hours } from './shape.ts'
import { listed, rangesOf, type Part } from './rollups.ts'

/** What of usage a question is about: the tenant as a whole, or these hubs; of these clusters. */
export interface UsageOf { hubIds: string[] | null; clusterIds: string[] | null; apart: boolean }

/** What was seen of one hub (of all: '') in one cluster in one period. */
export interface UsageCell { period: number; hubId: string; clusterId: string; rows: number; users: number; peakServers: number; peakNodes: number; serverSeconds: number; gapSeconds: number }

/** `apart`: hub by hub. */
export async function readUsage(tx: Transaction, { hubIds, clusterIds, apart }: UsageOf, parts: Part[]): Promise<UsageCell[]> {
  const cells: UsageCell[] = []
  for (const { tenantIds, grain, pieces } of parts) {
    const level: RollupLevel = `${hubIds || apart ? 'hub' : 'tenant'}-${grain}`
    const { rows } = await tx.execute<{ at: number; hub_id: string; cluster_id: string; rows: number; users: number; servers: number; nodes: number; seconds: number; gap: number }>(sql`
      select width_bucket(r.start, ${listed(pieces.map(({ from }) => from.toISOString()))}::timestamptz[]) - 1 as at, ${apart ? sql`r.hub_id` : sql`'' as hub_id`}, r.cluster_id, count(*)::int as rows,
        max(r.users) as users, max(r.peak_servers) as servers, max(r.peak_nodes) as nodes, sum(r.server_seconds) as seconds, sum(r.gap_seconds) as gap
      from usage_rollups r
      where r.level = ${level} and r.tenant_id = any(${sql.param(tenantIds)}::text[]) and (${rangesOf(pieces)})
        ${hubIds ? sql`and r.hub_id = any(${sql.param(hubIds)}::text[])` : sql``} ${clusterIds ? sql`and r.cluster_id = any(${sql.param(clusterIds)}::text[])` : sql``}
      group by 1, 2, 3`)
    cells.push(...rows.map((row) => ({
      period: pieces[row.at]!.period, hubId: row.hub_id, clusterId: row.cluster_id, rows: row.rows, users: row.users, peakServers: row.servers, peakNodes: row.nodes, serverSeconds: row.seconds, gapSeconds: row.gap,
    })))
  }
  return cells
}

/**
 * What cells of one hub, or of all, come to, period by period. People of one row are known; of several days, hubs or clusters they may be the same ones. Peaks of
 * several days are the highest, of several clusters not known, since they need not have been at once.
 */
export function usageOver(cells: readonly UsageCell[], periods: number) {
  const each = Array.from({ length: periods }, (): UsageCell[] => [])
  for (const cell of cells) each[cell.period]!.push(cell)
  const alone = (of: UsageCell[], value: (cell: UsageCell) => number): number | null => (of.length > 0 && new Set(of.map(({ clusterId }) => clusterId)).size === 1 ? Math.max(...of.map(value)) : null)
  const sum = (of: UsageCell[], value: (cell: UsageCell) => number): number => of.reduce((all, cell) => all + value(cell), 0)
  return {
    users: each.map((of) => (of.length === 1 && of[0]!.rows === 1 ? of[0]!.users : null)),
    peakServers: each.map((of) => alone(of, ({ peakServers }) => peakServers)),
    peakNodes: each.map((of) => alone(of, ({ peakNodes }) => peakNodes)),
    serverHours: each.map((of) => hours(sum(of, ({ serverSeconds }) => serverSeconds))),
    gapHours: each.map((of) => hours(sum(of, ({ gapSeconds }) => gapSeconds))),
  }
}

/** Whether nothing at all was seen in a period: it is still to come, nobody measured, or all of it is a gap. Nothing is known of its cost. */
export function unseenPeriods(cells: readonly UsageCell[], periods: readonly { from: Date; to: Date }[], now: Date): boolean[] {
  const each = Map.groupBy(cells, ({ period }) => period)
  return periods.map(({ from, to }, index) => {
    const of = each.get(index) ?? []
    const length = (Math.min(to.getTime(), now.getTime()) - from.getTime()) / 1000
    return from >= now || of.length === 0 || of.every(({ rows, serverSeconds, gapSeconds, peakNodes }) => rows > 0 && peakNodes === 0 && serverSeconds === 0 && gapSeconds >= length * 0.999)
  })
}
