import type { Row } from './columns.ts'
import { table } from './table.ts'
import { oneLine } from './text.ts'

interface Reconciled { day: string; name: string; component: string; currency: string; measured: string | null; billed: string; difference: string | null; reasons: string[] }

/** What was measured beside what was billed, with the reasons, and the sum of each currency. */
export function reconciliationTable({ days, totals }: Row): string {
  const rows = days as Reconciled[]
  if (rows.length === 0) return 'No bill tells of any of these days, or they are being computed.\n'
  const sums = totals as { currency: string; measured: string; billed: string; difference: string }[]
  return table(['DAY', 'CLUSTER', 'COMPONENT', 'MEASURED', 'BILLED', 'DIFFERENCE', 'CURRENCY', 'BECAUSE'], [
    ...rows.map(({ day, name, component, measured, billed, difference, currency, reasons }) => [day, name, component, measured, billed, difference, currency, reasons.join(' ')].map(oneLine)),
    ...sums.map(({ measured, billed, difference, currency }) => ['all', '', '', measured, billed, difference, currency, ''].map((cell) => (cell === '' ? '' : oneLine(cell)))),
  ])
}
