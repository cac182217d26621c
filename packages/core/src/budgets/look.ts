import { nameOf, type BudgetRules, type Threshold } from './budget.ts'

/** What the month costs, in millionths of the budget's currency. */
export interface Spend { actual: bigint; /** Null where nothing can be learned from yet. */ forecast: { low: bigint; expected: bigint; high: bigint } | null }

/** A month of a budget: its first moment, and what of the thresholds was crossed in it, by their names, since when. Kept from look to look. */
export interface BudgetMonth { start: string; crossed: Record<string, string> }

export interface Override { until: string }

/** What must be so of the hubs of a budget while it holds. */
export interface BudgetHold { /** Why, in words for people; null: servers may start. */ freeze: string | null; /** Seats that each hub keeps warm at most; null is no limit. */ seats: number | null; stop: boolean }

export interface BudgetLook {
  month: BudgetMonth
  thresholds: { name: string; crossedAt: string | null; /** Null where it was not crossed, or is overridden. */ takesEffectAt: string | null; inForce: boolean }[]
  hold: BudgetHold
  /** Names of thresholds that were not crossed at the last look. */
  fresh: string[]
  /** When something changes by itself: a grace or an override ends. Null: nothing before the month does. */
  nextAt: Date | null
}

const free: BudgetHold = { freeze: null, seats: null, stop: false }

/**
 * What a budget makes of what was spent. What was crossed begins anew with each month. A forecast swings: its threshold is left only 5 % below, so that nothing is frozen and
 * thawed by turns. An override lifts all actions, and not what is told of. Pure.
 */
export function lookAtBudget({ micros, thresholds }: BudgetRules, spend: Spend, before: BudgetMonth | null, { monthStart, now, override, words }: { monthStart: Date; now: Date; override: Override | null; words(threshold: Threshold): string }): BudgetLook {
  const start = monthStart.toISOString()
  const known = before?.start === start ? before.crossed : {}
  const overridden = override !== null && now.toISOString() < override.until
  const looks = thresholds.map((threshold) => {
    const name = nameOf(threshold)
    const since = Object.hasOwn(known, name) ? known[name]! : null
    const crossedAt = isCrossed(threshold, micros, spend, since !== null) ? since ?? now.toISOString() : null
    const dueAt = crossedAt === null ? null : new Date(Date.parse(crossedAt) + (threshold.graceMinutes ?? 0) * 60_000)
    return { threshold, name, fresh: crossedAt !== null && since === null, crossedAt, dueAt, inForce: !overridden && dueAt !== null && dueAt <= now }
  })
  const hold = looks.filter(({ inForce }) => inForce).reduce((all, { threshold }) => joined(all, threshold, words), free)
  const ahead = [...looks.flatMap(({ dueAt }) => dueAt ?? []), ...(overridden ? [new Date(override.until)] : [])].filter((at) => at > now)
  return {
    month: { start, crossed: Object.fromEntries(looks.flatMap(({ name, crossedAt }) => (crossedAt ? [[name, crossedAt]] : []))) },
    thresholds: looks.map(({ name, crossedAt, dueAt, inForce }) => ({ name, crossedAt, takesEffectAt: overridden ? null : dueAt?.toISOString() ?? null, inForce })),
    hold, fresh: looks.filter(({ fresh }) => fresh).map(({ name }) => name),
    nextAt: ahead.length > 0 ? ahead.reduce((a, b) => (a < b ? a : b)) : null,
  }
}

function isCrossed({ of = 'actual', percent }: Threshold, micros: bigint, { actual, forecast }: Spend, already: boolean): boolean {
  const level = micros * BigInt(percent)
  if (of === 'actual') return actual * 100n >= level
  // what was spent is the least that the month will have cost
  const expected = forecast && forecast.expected > actual ? forecast.expected : actual
  return already ? expected * 100n * 100n >= level * 95n : expected * 100n >= level
}

function joined(hold: BudgetHold, threshold: Threshold, words: (threshold: Threshold) => string): BudgetHold {
  switch (threshold.action) {
    case 'freeze': return { ...hold, freeze: hold.freeze ?? words(threshold) }
    case 'scale': return { ...hold, seats: Math.min(hold.seats ?? Infinity, threshold.seats ?? 0) }
    case 'stop': return { ...hold, freeze: hold.freeze ?? words(threshold), stop: true }
    default: return hold
  }
}

/** A hub as a budget finds it. */
export interface BudgetedHub { id: string; power: 'running' | 'stopped'; seats: number }

/** What a budget did to a hub and has to undo. */
export interface Held { stopped?: true; /** What it had before. */ seats?: number }

export type Order = { hubId: string } & ({ verb: 'stop' | 'start' } | { verb: 'scale'; seats: number })

/**
 * What is to be done to hubs so that they are as the hold says, or again as they were, and what will then be held of them. What somebody changed meanwhile is theirs: a hub
 * that was started again by hand is stopped again only by a crossing that comes anew, and is not ours to undo.
 */
export function ordersOf(hold: BudgetHold, hubs: readonly BudgetedHub[], held: Readonly<Record<string, Held>>): { orders: Order[]; held: Record<string, Held> } {
  const orders: Order[] = []
  const next: Record<string, Held> = {}
  for (const hub of hubs) {
    const ours = held[hub.id] ?? {}
    const will: Held = {}
    if (hold.stop) {
      if (ours.stopped) will.stopped = true
      else if (hub.power === 'running') { orders.push({ hubId: hub.id, verb: 'stop' }); will.stopped = true }
    } else if (ours.stopped && hub.power === 'stopped') orders.push({ hubId: hub.id, verb: 'start' })
    if (hold.seats !== null) {
      if (ours.seats !== undefined) will.seats = ours.seats
      else if (hub.seats > hold.seats) { orders.push({ hubId: hub.id, verb: 'scale', seats: hold.seats }); will.seats = hub.seats }
    } else if (ours.seats !== undefined && hub.seats < ours.seats) orders.push({ hubId: hub.id, verb: 'scale', seats: ours.seats })
    if (Object.keys(will).length > 0) next[hub.id] = will
  }
  return { orders, held: next }
}
