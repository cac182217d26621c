import { Type, type Static } from 'typebox'
import { nearest } from '../nearest.ts'
import type { ProblemField } from '../problems/problem.ts'
import { sharingRules } from './finance.ts'
import { momentOf } from './report-periods.ts'

const DateSchema = (description: string) => Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description, examples: ['2026-09-01'] })

export const TermSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 63, examples: ['fall-2026'] }), from: DateSchema('First day'), to: DateSchema('The day after the last'),
}, { $id: 'Term', additionalProperties: false })

/** What may be said of it; what is not said stays as it is. */
export const FinanceInputSchema = Type.Object({
  timeZone: Type.Optional(Type.String({ maxLength: 63, description: 'IANA name of the zone by whose clock days, months and terms are. With another one, days and months are computed anew', examples: ['America/Los_Angeles'] })),
  sharedBy: Type.Optional(Type.Union([Type.Literal('server-hours'), Type.Literal('equal'), Type.Literal('owner')], { description: 'How what serves a whole cluster of the tenant is shared among the hubs in it; for hours that are still to be computed' })),
  groupOrder: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 1000, uniqueItems: true, description: 'Of a person in several groups the first one here counts, otherwise the first by name; for hours that are still to be computed' })),
  terms: Type.Optional(Type.Array(TermSchema, { maxItems: 100, description: 'Named spans such as semesters, in their order, none over another; replaced whole' })),
}, { $id: 'FinanceInput', additionalProperties: false, description: 'By what a tenant counts its usage and money' })
export type FinanceInput = Static<typeof FinanceInputSchema>

export const FinanceSchema = Type.Object({
  timeZone: Type.String(), sharedBy: Type.String({ 'x-extensible-enum': [...sharingRules] }), groupOrder: Type.Array(Type.String()), terms: Type.Array(TermSchema),
}, { $id: 'Finance', description: 'By what a tenant counts its usage and money' })

/** What is wrong with it beyond its form; pointers begin at the finance itself. */
export function checkFinance({ timeZone, terms = [] }: FinanceInput): ProblemField[] {
  const errors: ProblemField[] = []
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    const near = nearest(timeZone, Intl.supportedValuesOf('timeZone'))
    errors.push({ pointer: '/timeZone', code: 'time-zone', detail: `There is no time zone ${timeZone}${near ? `; did you mean ${near}?` : '; one is called like Europe/Berlin or UTC.'}` })
  }
  for (const [index, { name, from, to }] of terms.entries()) {
    const at = `/terms/${index}`
    for (const [field, date] of [['from', from], ['to', to]] as const) if (!momentOf(date, 'UTC')) errors.push({ pointer: `${at}/${field}`, code: 'date', detail: `There is no day ${date}.` })
    const before = terms[index - 1]
    if (from >= to) errors.push({ pointer: `${at}/to`, code: 'empty', detail: 'It must be after `from`: it is the day after the last.' })
    if (before && before.to > from) errors.push({ pointer: `${at}/from`, code: 'overlap', detail: `It must not be before the end of ${before.name} (${before.to}): terms are in order and apart.` })
    if (terms.findIndex((term) => term.name === name) < index) errors.push({ pointer: `${at}/name`, code: 'name-taken', detail: `Another term is named ${name}.` })
  }
  return errors
}

/** An offset such as +02:00 is none: it knows no summer. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0 && momentOf('2026-01-01', name) !== null
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
