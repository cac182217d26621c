import type { Row } from './columns.ts'
import { table } from './table.ts'
import { money, oneLine } from './text.ts'

interface Money { amount: string; currency: string }
interface Billable { kind: string; name: string; location: string; ours: boolean; known: string; machineType?: string; sizeGiB?: number; monthly: Money | null }

/** What bills, dearest first, with its sum; what is not proven to be the cluster's after it. */
export function billablesTable(answer: Row): string {
  const items = answer['items'] as Billable[]
  if (items.length === 0) return 'Nothing of it bills.\n'
  const dearest = items.toSorted((a, b) => Number(b.ours) - Number(a.ours) || Number(b.monthly?.amount ?? 0) - Number(a.monthly?.amount ?? 0))
  const rows = dearest.map(({ kind, name, location, ours, known, machineType, sizeGiB, monthly }) =>
    [kind, name, location, machineType ?? (sizeGiB === undefined ? null : `${sizeGiB} GiB`), monthly, ours ? 'yes' : 'not proven', known].map(oneLine))
  const incomplete = answer['incomplete'] as string[]
  return table(['KIND', 'NAME', 'WHERE', 'WHAT', 'A MONTH', 'OURS', 'KNOWN BY'], rows)
    + (answer['monthly'] ? `${oneLine(money(answer['monthly'] as Money))} a month by list prices, without traffic.\n` : '')
    + (incomplete.length > 0 ? `No price is known of ${oneLine(incomplete.join(', '))}.\n` : '')
}
