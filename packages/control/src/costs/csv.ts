import { stringify } from 'csv-stringify/sync'
import { Type } from 'typebox'
import type { Form } from '../verb.ts'
import type { CostReport } from './wire.ts'

/** Of these a value is an id, which stands beside the name. */
const ofIds: ReadonlySet<string> = new Set(['tenant', 'cluster', 'hub'])

/**
 * A report as a table by RFC 4180: a row for each period of each series. What is not known is an empty cell. A name that a spreadsheet would take for a formula begins
 * with an apostrophe: names are what somebody chose.
 */
export const costsCsv: Form = {
  type: 'text/csv', title: 'as a table', input: Type.Object({}, { additionalProperties: false }),
  of: async (answer) => csvOf(answer as unknown as CostReport),
}

export function csvOf({ by, periods, series }: CostReport): string {
  const columns = ['period', 'from', 'to', ...by.flatMap((name) => [name, ...(ofIds.has(name) ? [`${name}Id`] : [])]), 'rest', 'currency', 'amount', 'billed', 'hours', 'coreHours', 'gibHours']
  const rows = series.flatMap(({ keys, rest, currency, amounts, billed, hours, coreHours, gibHours }) => {
    const values = new Map(keys.map(({ by: name, value, name: shown }) => [name, [shown, value]]))
    const cells = by.flatMap((name) => (values.get(name) ?? [null, null]).slice(0, ofIds.has(name) ? 2 : 1))
    return periods.map((period, at) => [period.name, period.from, period.to, ...cells, rest ? 'true' : 'false', currency, exact(amounts[at]), exact(billed[at]), hours[at], coreHours[at], gibHours[at]])
  })
  return stringify([columns, ...rows], { record_delimiter: 'windows', escape_formulas: true, cast: { object: (amount) => ({ value: String(amount['exact']), escape_formulas: false }) } })
}

/** An amount is ours: below zero, it begins with a minus and is no formula. */
interface Exact { exact: string }
const exact = (amount: string | null | undefined): Exact | null => (amount == null ? null : { exact: amount })
