import { momentOf, nextPeriod, periodStart, refuse, type Span } from '@hubfleet/core'
import { whenOf } from '../costs/question.ts'
import type { Scope } from '../costs/scope.ts'

/** More days are not replayed at once. */
const mostDays = 366

/** A month, days from one to another, or else the month before this one, by the clock of the tenant. Throws `invalid-request`. */
export function spanOf({ month, from, to }: { month?: string; from?: string; to?: string }, { finance, now }: Pick<Scope, 'finance' | 'now'>): Span {
  const { timeZone } = finance
  if (month !== undefined && (from !== undefined || to !== undefined)) refuse([{ pointer: '/month', code: 'contradiction', detail: 'Say a month, or from and to, and not both.' }])
  if (from === undefined && to === undefined) {
    const start = month === undefined ? lastMonth(now, timeZone) : momentOf(`${month}-01`, timeZone)!
    return { from: start, to: nextPeriod('month', start, timeZone) }
  }
  const { span } = whenOf({ from, to }, finance, now)
  if ((span.to.getTime() - span.from.getTime()) / 86_400_000 > mostDays + 1) refuse([{ pointer: '/from', code: 'too-many', detail: `A replay has ${mostDays} days at most; ask for a shorter span.` }])
  return span
}

const lastMonth = (now: Date, timeZone: string): Date => periodStart('month', new Date(periodStart('month', now, timeZone).getTime() - 1), timeZone)
