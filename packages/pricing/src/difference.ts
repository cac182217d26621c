import type { Money } from '@hubfleet/core'
import { toMoney } from '@hubfleet/core'
import type { Estimate, EstimateComponent } from './estimate/output.ts'
import { microsOfMoney } from './money.ts'

/** What a change does to a month's cost: after less before, so a saving is negative. */
export interface CostDifference {
  before: Money
  after: Money
  monthly: { low: Money; expected: Money; high: Money }
  /** Of the expected amount; null when it was nothing before. */
  percent: number | null
  /** Lines that change. A null side is a line that was not there, or whose price is not known. */
  components: { name: EstimateComponent['name']; of: string | null; kind: EstimateComponent['kind']; before: Money | null; after: Money | null; change: Money }[]
  /** What has no known price on either side; then the change is not the whole truth. */
  incomplete: string[]
}

export function difference(before: Estimate, after: Estimate): CostDifference {
  const currency = after.monthly.expected.currency
  const change = (from: Money | null | undefined, to: Money | null | undefined) => (to ? microsOfMoney(to) : 0n) - (from ? microsOfMoney(from) : 0n)
  const range = (bound: 'low' | 'expected' | 'high') => toMoney(change(before.monthly[bound], after.monthly[bound]), currency)
  const key = ({ name, of, kind }: EstimateComponent) => JSON.stringify([name, of, kind])
  const [old, now] = [new Map(before.components.map((line) => [key(line), line])), new Map(after.components.map((line) => [key(line), line]))]
  const was = microsOfMoney(before.monthly.expected)
  return {
    before: before.monthly.expected,
    after: after.monthly.expected,
    monthly: { low: range('low'), expected: range('expected'), high: range('high') },
    percent: was === 0n ? null : Number(change(before.monthly.expected, after.monthly.expected)) / Number(was) * 100,
    components: [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
      const [from, to] = [old.get(id), now.get(id)]
      const { name, of, kind } = (to ?? from)!
      const micros = change(from?.amount, to?.amount)
      return micros === 0n ? [] : [{ name, of, kind, before: from?.amount ?? null, after: to?.amount ?? null, change: toMoney(micros, currency) }]
    }),
    incomplete: [...new Set([...before.incomplete, ...after.incomplete])],
  }
}
