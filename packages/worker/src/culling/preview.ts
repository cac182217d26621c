import { culledBy, effectiveCulling, planner, protectionOf, quietUntil, selectServersToCull, selectUsersToCull, serverDue, type HubCulling, type Planned } from '@hubfleet/core'
import type { CullPreview } from '@hubfleet/control'
import { cullingId, cullings, eq, platformScope, transaction } from '@hubfleet/database'
import type { HubServer } from '@hubfleet/providers'
import type { HubScope } from '../hub/scope.ts'
import { requireGroups } from '../hub/stop-culled.ts'

type Item = CullPreview['items'][number]

const most = 1000

/** Who would be culled now by these limits, and who is by itself later if nobody uses it until then. */
export async function previewCull(scope: HubScope, limits: { timeoutSeconds?: number; maxAgeSeconds?: number }, signal: AbortSignal): Promise<CullPreview> {
  const { hub, now, database } = scope
  const culling = effectiveCulling(hub.spec)
  const asked = { ...culling, ...limits }
  const api = await scope.api(signal)
  await requireGroups(api, culling, signal)
  const [row] = await transaction(database, platformScope, (tx) => tx.select({ warnings: cullings.warnings }).from(cullings).where(eq(cullings.id, cullingId(hub.id))))
  const warnings = row?.warnings ?? []
  const by = culledBy(culling)
  const planOf = by === 'hubfleet' ? planner(culling, warnings, now) : null
  const servers = await api.servers(signal)
  const items = servers.map((server): Item => {
    const planned: Stop | null = planOf ? planOf(server) : by === 'chart' ? byChart(server, culling, now) : null
    return {
      user: server.user, server: server.name, ...judged(server, asked, planned, now), ...ages(server, now),
      stopsAt: planned?.stopsAt.toISOString() ?? null, latestAt: planned?.latestAt?.toISOString() ?? planned?.stopsAt.toISOString() ?? null, warnedAt: planned?.before?.since ?? null,
    }
  })
  if (asked.users) {
    const users = (await api.users(signal)).filter((user) => !protectionOf(user, asked.protect))
    items.push(...selectUsersToCull(users, asked, now).map(({ user, reason, idleSeconds, ageSeconds }): Item => ({
      user: user.name, server: null, when: 'now', reason, why: `the account is deleted: ${whyOf(reason, asked)}`, idleSeconds, ageSeconds, stopsAt: null, latestAt: null, warnedAt: null,
    })))
  }
  const quiet = quietUntil(culling.quietHours, now)
  const total = (when: string) => items.filter((item) => item.when === when).length
  return {
    by, at: now.toISOString(), quietUntil: quiet instanceof Date ? quiet.toISOString() : quiet, totals: { now: total('now'), later: total('later'), never: total('never') },
    items: items.toSorted((a, b) => order(a).localeCompare(order(b))).slice(0, most),
  }
}

type Stop = Pick<Planned, 'stopsAt' | 'reason'> & Partial<Pick<Planned, 'before'>> & { latestAt?: Date }

/** The culler of the chart looks at times of its own: at most so long after a server is due. */
function byChart(server: HubServer, culling: HubCulling, now: Date): Stop | null {
  const due = serverDue(server, culling)
  if (!due) return null
  const stopsAt = due.at > now ? due.at : now
  return { stopsAt, reason: due.reason, latestAt: new Date(stopsAt.getTime() + culling.everySeconds * 1000) }
}

function judged(server: HubServer, asked: HubCulling, planned: Stop | null, now: Date): Pick<Item, 'when' | 'reason' | 'why'> {
  const protection = protectionOf({ name: server.user, groups: server.groups ?? [] }, asked.protect)
  if (protection) return { when: 'never', reason: null, why: protection }
  if (server.pending !== null || !server.ready) return { when: 'never', reason: null, why: server.pending === 'stop' ? 'it stops already' : 'it is still starting' }
  const [cull] = selectServersToCull([server], asked, now)
  if (cull) return { when: 'now', reason: cull.reason, why: whyOf(cull.reason, asked) }
  return planned ? { when: 'later', reason: planned.reason, why: planned.reason === 'idle' ? 'if nobody uses it until then' : 'used or not' } : { when: 'never', reason: null, why: 'nothing culls it by itself' }
}

const whyOf = (reason: 'idle' | 'max-age', { timeoutSeconds, maxAgeSeconds }: HubCulling): string => (reason === 'idle' ? `idle for ${timeoutSeconds} s or longer` : `older than ${maxAgeSeconds} s`)

const ages = ({ started, lastActivity }: HubServer, now: Date): Pick<Item, 'idleSeconds' | 'ageSeconds'> => {
  const since = (at: Date | null) => (at ? Math.round((now.getTime() - at.getTime()) / 1000) : null)
  return { idleSeconds: since(lastActivity ?? started), ageSeconds: since(started) }
}

const order = ({ when, stopsAt, user, server }: Item): string => `${{ now: 0, later: 1, never: 2 }[when] ?? 3} ${stopsAt ?? '9'} ${user} ${server ?? ''}`
