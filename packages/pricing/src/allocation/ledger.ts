import { apportion, microsBetween } from './exact.ts'
import type { AllocationLine } from './output.ts'

/** Whose, and for what. */
export type Account = Pick<AllocationLine, 'hubId' | 'component'> & Partial<Pick<AllocationLine, 'pool' | 'group' | 'user'>>

/** A part of something: of its money by `weight`, and of what it was. */
export interface Part { account: Account; weight: number; seconds: number; coreSeconds?: number; gibSeconds?: number }

interface Entry { line: AllocationLine; pots: Map<string, number> }

/**
 * Books what things cost to those who had them. Things that are shared the same way are one pot, whose money is known to the micro-dollar and divided once, at the end.
 */
export class Ledger {
  readonly #entries = new Map<string, Entry>()
  readonly #pots = new Map<string, bigint>()

  /** A thing of `perHour` USD (null: not known) in a span; `parts` are all of it. */
  book(pot: string, perHour: number | null, from: number, to: number, parts: readonly Part[]): void {
    if (perHour !== null) this.#pots.set(pot, (this.#pots.get(pot) ?? 0n) + microsBetween(perHour, from, to))
    for (const { account, weight, seconds, coreSeconds = 0, gibSeconds = 0 } of parts) {
      const { line, pots } = this.#entry(account)
      line.seconds += seconds
      line.coreSeconds += coreSeconds
      line.gibSeconds += gibSeconds
      if (perHour === null) line.unpricedSeconds += seconds
      else pots.set(pot, (pots.get(pot) ?? 0) + weight * perHour * (to - from))
    }
  }

  /** The lines, sorted, and what they add up to. */
  close(): { lines: AllocationLine[]; total: bigint } {
    const entries = [...this.#entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
    const payers = new Map<string, Entry[]>()
    for (const entry of entries) for (const pot of entry.pots.keys()) payers.get(pot)?.push(entry) ?? payers.set(pot, [entry])
    let total = 0n
    for (const [pot, amount] of this.#pots) {
      total += amount
      const payersOfPot = payers.get(pot)!
      const shares = apportion(amount, payersOfPot.map(({ pots }) => pots.get(pot)!))
      for (const [index, { line }] of payersOfPot.entries()) line.micros = (line.micros ?? 0n) + shares[index]!
    }
    return { lines: entries.map(({ line }) => line), total }
  }

  #entry({ hubId, component, pool = '', group = '', user = '' }: Account): Entry {
    const key = [hubId, component, pool, group, user].join('\0')
    let entry = this.#entries.get(key)
    if (!entry) this.#entries.set(key, (entry = { line: { hubId, component, pool, group, user, micros: null, seconds: 0, coreSeconds: 0, gibSeconds: 0, unpricedSeconds: 0 }, pots: new Map() }))
    return entry
  }
}
