import { refuse, type Span } from '@hubfleet/core'
import { sql, type Transaction } from '@hubfleet/database'
import type { MeasuredSession } from '@hubfleet/pricing'

/** More are not replayed at once. */
const mostSessions = 50_000

/** A session that was not seen for so long before the last look, and of which no look found the end, has ended unseen. */
const lateMs = 15 * 60_000

export interface ReadSessions { sessions: MeasuredSession[]; /** So many ended, and nobody looked when. */ endsUnseen: number; /** So many have no size that was seen. */ sizesUnseen: number }

/**
 * Every session that was under way in a span of which something was seen at both ends, in one statement. `otherwise`: what a server reserves of which no pod was seen.
 * Throws `invalid-request` when there are too many.
 */
export async function readSessions(tx: Transaction, hubId: string, { from, to }: Span, otherwise: { memoryGiB: number; cpu: number }): Promise<ReadSessions> {
  const { rows } = await tx.execute<{ user: string; server: string; started: number; seen: number; ended: number | null; cpu: number | null; gib: number | null; pool: string | null; active: number[] }>(sql`
    select user_name as user, server, ${ms('started_at')} as started, ${ms('seen_until')} as seen, ${ms('ended_at')} as ended, cpu, memory_gib as gib, pool,
      array(select unnest(array[${ms('lower(part)')}, ${ms('upper(part)')}]) from unnest(active) as part) as active
    from sessions where hub_id = ${hubId} and seen_until > ${from} and started_at < ${to} limit ${mostSessions + 1}`)
  if (rows.length > mostSessions) refuse([{ pointer: '/from', code: 'too-many', detail: `There are more than ${mostSessions} sessions in this span; ask for fewer days.` }])
  let endsUnseen = 0
  let sizesUnseen = 0
  const sessions = rows.map((row): MeasuredSession => {
    const unseen = row.ended === null && row.seen < to.getTime() - lateMs
    if (unseen) endsUnseen++
    if (row.gib === null) sizesUnseen++
    const end = row.ended ?? (unseen ? row.seen : null)
    return {
      user: row.user, server: row.server, start: new Date(row.started), end: end === null ? null : new Date(end), active: spansOf(row.active),
      memoryGiB: row.gib ?? otherwise.memoryGiB, cpu: row.cpu ?? otherwise.cpu, ...(row.pool !== null && { pool: row.pool }),
    }
  })
  return { sessions, endsUnseen, sizesUnseen }
}

/** Milliseconds since 1970, as JSON has them: a driver makes no moments of what is in an array. */
const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`)

const spansOf = (moments: readonly number[]): MeasuredSession['active'] =>
  Array.from({ length: moments.length / 2 }, (_, index) => ({ from: new Date(moments[2 * index]!), to: new Date(moments[2 * index + 1]!) }))
