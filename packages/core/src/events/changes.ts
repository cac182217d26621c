import type { Condition } from '../conditions.ts'
import type { EventData } from './catalogue.ts'

/** The conditions whose status is another one now; that what is said of them changed is no news. */
export function conditionChanges(before: readonly Condition[], after: readonly Condition[]): EventData<'hub.conditions-changed'>['conditions'] {
  const was = new Map(before.map(({ type, status }) => [type, status]))
  return after.filter(({ type, status }) => was.get(type) !== status).map(({ type, status, reason, message }) => ({ type, from: was.get(type) ?? null, status, reason, message }))
}
