import { effectiveCulling, type HubSpec, type Span } from '@hubfleet/core'
import { and, desc, eq, revisions, sql, type ClusterRow, type HubRow } from '@hubfleet/database'
import type { EstimateInput } from '@hubfleet/pricing'
import { hours } from '../costs/shape.ts'
import { loadTenant } from '../tenants/tenant.ts'
import type { QueryContext } from '../verb.ts'
import type { MeasuredParts } from './measured.ts'
import type { Seen } from './seen.ts'
import type { ReadSessions } from './sessions.ts'

interface About {
  hub: HubRow; cluster: ClusterRow; span: Span; seen: Seen; unseen: Omit<ReadSessions, 'sessions'>; measured: MeasuredParts; owns: boolean; settings: EstimateInput
}

/** What a replay does not know, and what it took for it. */
export async function notesOf(context: QueryContext, { hub, cluster, span, seen, unseen, measured, owns, settings }: About): Promise<string[]> {
  const { quietHours, protect } = effectiveCulling(hub.spec)
  const said = (hides: boolean, sentence: string): string[] => (hides ? [sentence] : [])
  return [
    ...said(seen.gapHours > 0, `${hours(seen.gapHours * 3600)} hours were not seen; they are in no amount, of the replays neither.`),
    ...said(seen.span.from > span.from || seen.span.to < span.to, `It is measured from ${seen.span.from.toISOString()} until ${seen.span.to.toISOString()}, and the replay is of that.`),
    ...said(measured.due, 'What it cost is being computed, and is not told until that is done; until then, the amounts are of the user nodes alone.'),
    ...said(unseen.endsUnseen > 0, `Of ${unseen.endsUnseen} sessions nobody saw the end; they are taken to have ended when they were seen last.`),
    ...said(unseen.sizesUnseen > 0, `Of ${unseen.sizesUnseen} sessions no pod was seen; their servers are taken to be of the hub's usual size.`),
    ...said(measured.unpricedHours > 0, `Of ${hours(measured.unpricedHours * 3600)} hours of its things no price is known; they are not in what was measured.`),
    ...said(measured.otherCurrencies.length > 0, `There are amounts in ${measured.otherCurrencies.join(' and ')}, which are left out.`),
    'When a server was active is known as JupyterHub told it at each look, every five minutes unless set otherwise; whether a kernel computed is not measured.',
    `New nodes are taken to start in ${settings.nodeStartMinutes ?? 6} minutes, and to go ${settings.scaleDownMinutes ?? 10} minutes after their last server.`,
    ...said(await hasNeighbours(context, hub, span), 'Other hubs had servers on the same nodes; the replay has this one alone on them, which makes it dearer than it was.'),
    ...said(!owns, `The cluster ${cluster.name} is another tenant's: hubs that cannot be seen may share its nodes, and nodes that nobody uses are its owner's.`),
    ...said(await changedSince(context, hub, span), 'The hub\'s settings were changed since this span began; both sides take those of now for all of it.'),
    ...said(quietHours.length > 0 || protect.users.length > 0 || protect.groups.length > 0, 'Quiet hours and protected people are not replayed: all are culled alike.'),
  ]
}

async function hasNeighbours({ tx, tenant }: QueryContext, { id, clusterId }: HubRow, { from, to }: Span): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from usage_rollups where level = 'hub-day' and tenant_id = ${tenant.id} and cluster_id = ${clusterId} and start >= ${from} and start < ${to} and hub_id not in (${id}, '') and server_seconds > 0 limit 1`)
  return rowCount === 1
}

/** Whether what a replay goes by was another once: of a sandbox, whose clock is ahead, at any time. */
async function changedSince({ tx, tenant }: QueryContext, hub: HubRow, { from }: Span): Promise<boolean> {
  const { clockOffsetMs } = await loadTenant(tx, tenant.id)
  const rows = await tx.select({ spec: revisions.spec, createdAt: revisions.createdAt }).from(revisions).where(and(eq(revisions.targetId, hub.id), eq(revisions.tenantId, tenant.id))).orderBy(desc(revisions.generation)).limit(200)
  const since = rows.findIndex(({ createdAt }) => createdAt.getTime() + clockOffsetMs <= from.getTime())
  const inForce = rows.slice(0, since < 0 ? rows.length : since + 1)
  const keyOf = ({ culling, capacity }: Pick<HubSpec, 'culling' | 'capacity'>) => JSON.stringify([culling?.enabled, culling?.timeoutSeconds, culling?.everySeconds, culling?.maxAgeSeconds, capacity?.seats])
  return inForce.some(({ spec }) => keyOf(spec as HubSpec) !== keyOf(hub.spec))
}
