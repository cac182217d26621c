import { Problem, type BilledComponent, type BillFormatName, type ChargeCategory, type ProblemField } from '@hubfleet/core'
import type { Charge } from './charge.ts'
import { RowError } from './charge.ts'
import { componentOf } from './component.ts'
import { converted, microsOfAll } from './decimal.ts'
import type { BillFormat } from './formats/format.ts'
import { formatOf } from './formats/formats.ts'
import { ownMark, type Matcher } from './match.ts'
import { readRows } from './read-rows.ts'
import type { Row } from './row.ts'
import { Source, sourceLimits, type Bytes, type SourceLimits } from './source.ts'

/** What is kept of a bill: what belongs together, and not its lines. */
export interface BilledDay { day: string; clusterId: string; hubId: string; component: BilledComponent; category: ChargeCategory; micros: bigint }
export interface Unmatched { service: string; sku: string; resource: string; micros: bigint; rows: number }

export interface ReadBill {
  digest: string
  format: BillFormatName
  /** Who pays and for whom, sorted: `payer/account`. */
  accounts: string[]
  /** First and last day of UTC that anything is charged for. */
  from: string
  to: string
  currency: string
  rows: number
  matchedRows: number
  days: BilledDay[]
  /** What no cluster has a part in; with what is matched it adds up to the bill, to the micro. */
  unmatched: { micros: bigint; dearest: Unmatched[] }
  /** Ids of clusters that a mark of Hubfleet's names and `matcher` does not know. */
  strangers: string[]
}

export interface ReadOptions {
  matcher: Matcher
  /** What amounts become. */
  currency: string
  /** By currency, in units (`unitsOf`): what one of it is in `currency`. */
  rates: ReadonlyMap<string, bigint>
  limits?: SourceLimits
}

const mostFaults = 20
const mostAccounts = 10_000
const mostKinds = 20_000
const shownKinds = 20

/** Reads a bill as it comes, with memory for what is kept of it only. Throws `bill-malformed`, `bill-unknown`, `bill-currency`, `payload-too-large`. */
export async function readBill(sent: Bytes, options: ReadOptions): Promise<ReadBill> {
  const source = new Source(options.limits ?? sourceLimits)
  const tally = new Tally(options)
  let format: BillFormat | null = null
  for await (const row of readRows(source, sent)) {
    format ??= formatOf(row.names)
    tally.add(format, row)
  }
  if (!format) throw new Problem('bill-malformed', { count: 1, first: 'it has no line but its header' })
  return { digest: source.digest(), format: format.name, ...tally.close() }
}

class Tally {
  readonly #options: ReadOptions
  readonly #days = new Map<string, { day: Omit<BilledDay, 'micros'>; units: bigint }>()
  readonly #unmatched = new Map<string, { kind: Omit<Unmatched, 'micros'>; units: bigint }>()
  readonly #accounts = new Set<string>()
  readonly #strangers = new Set<string>()
  readonly #foreign = new Set<string>()
  readonly #faults: ProblemField[] = []
  #faulty = 0
  #rows = 0
  #matchedRows = 0
  #from = '9999'
  #to = '0000'

  constructor(options: ReadOptions) { this.#options = options }

  add(format: BillFormat, row: Row): void {
    this.#rows++
    try {
      let matched = false
      for (const charge of format.charges(row)) matched = this.#charge(charge) || matched
      if (matched) this.#matchedRows++
    } catch (error) {
      if (!(error instanceof RowError)) throw error
      this.#faulty++
      if (this.#faults.length < mostFaults) this.#faults.push({ pointer: `/lines/${row.line}/${error.column.replaceAll('~', '~0').replaceAll('/', '~1')}`, code: 'malformed', detail: `Line ${row.line}, column ${error.column}: ${error.message}` })
    }
  }

  #charge(charge: Charge): boolean {
    const units = this.#converted(charge)
    if (this.#accounts.size < mostAccounts) this.#accounts.add(charge.account)
    const days = daysOf(charge)
    if (days[0]! < this.#from) this.#from = days[0]!
    if (days.at(-1)! > this.#to) this.#to = days.at(-1)!
    const mark = charge.marks.get(ownMark)
    const match = this.#options.matcher.match(charge)
    if (!match) {
      if (mark) this.#strangers.add(mark)
      this.#keepUnmatched(charge, units)
      return false
    }
    if (mark && mark !== match.clusterId) this.#strangers.add(mark)
    const common = { ...match, component: componentOf(charge), category: charge.category }
    // A charge of several days, such as a monthly fee, is as much of each.
    const each = units / BigInt(days.length)
    for (const [index, day] of days.entries()) {
      const key = [day, common.clusterId, common.hubId, common.component, common.category].join('\0')
      const entry = this.#days.get(key) ?? { day: { day, ...common }, units: 0n }
      entry.units += index === 0 ? units - each * BigInt(days.length - 1) : each
      this.#days.set(key, entry)
    }
    return true
  }

  #keepUnmatched({ service, sku, resource }: Charge, units: bigint): void {
    const known = `${service}\0${sku}`
    const key = this.#unmatched.has(known) || this.#unmatched.size < mostKinds ? known : ''
    const entry = this.#unmatched.get(key) ?? { kind: key === '' ? { service: '', sku: '', resource: '', rows: 0 } : { service, sku, resource, rows: 0 }, units: 0n }
    entry.kind.rows++
    entry.units += units
    this.#unmatched.set(key, entry)
  }

  #converted({ currency, units }: Charge): bigint {
    if (currency === this.#options.currency) return units
    const rate = this.#options.rates.get(currency)
    if (rate === undefined) this.#foreign.add(currency)
    return rate === undefined ? 0n : converted(units, rate)
  }

  close(): Omit<ReadBill, 'digest' | 'format'> {
    if (this.#faulty > 0) throw new Problem('bill-malformed', { count: this.#faulty, first: this.#faults[0]!.detail }, { errors: this.#faults })
    const { currency } = this.#options
    if (this.#foreign.size > 0) throw new Problem('bill-currency', { currencies: [...this.#foreign].sort().join(', '), wanted: currency, example: `${[...this.#foreign][0]}=1.08` })
    const [days, kinds] = [[...this.#days.values()], [...this.#unmatched.values()]]
    const micros = microsOfAll([...days, ...kinds].map(({ units }) => units))
    const unmatched = kinds.map(({ kind }, index) => ({ ...kind, micros: micros[days.length + index]! }))
    return {
      accounts: [...this.#accounts].sort(), from: this.#from, to: this.#to, currency, rows: this.#rows, matchedRows: this.#matchedRows,
      days: days.map(({ day }, index) => ({ ...day, micros: micros[index]! })),
      unmatched: { micros: unmatched.reduce((all, each) => all + each.micros, 0n), dearest: unmatched.toSorted((a, b) => (magnitude(a.micros) === magnitude(b.micros) ? 0 : magnitude(a.micros) > magnitude(b.micros) ? -1 : 1)).slice(0, shownKinds) },
      strangers: [...this.#strangers].sort(),
    }
  }
}

const magnitude = (micros: bigint): bigint => (micros < 0n ? -micros : micros)

const dayMs = 86_400_000
const longest = 366

/** The days of UTC that a charge is of. One of up to a day counts where it begins; so does what is bought for years. */
function daysOf({ from, to }: Pick<Charge, 'from' | 'to'>): string[] {
  const first = Math.floor(from.getTime() / dayMs)
  const length = to.getTime() - from.getTime()
  const count = length <= dayMs || length > longest * dayMs ? 1 : Math.ceil(to.getTime() / dayMs) - first
  return Array.from({ length: count }, (_, index) => new Date((first + index) * dayMs).toISOString().slice(0, 10))
}
