import { Problem } from '@hubfleet/core'
import { aws } from './aws.ts'
import { azure } from './azure.ts'
import { focus } from './focus.ts'
import type { BillFormat } from './format.ts'
import { gcp } from './gcp.ts'

/** FOCUS first: exports of clouds in that form carry columns of their own as well. */
const formats: readonly BillFormat[] = [focus, gcp, aws, azure]

/** The form that has all its columns among these plain names. Throws `bill-unknown`, which tells of the nearest what it lacks. */
export function formatOf(columns: ReadonlySet<string>): BillFormat {
  const ranked = formats.map((format) => ({ format, missing: format.needs.filter((need) => !need.split('|').some((name) => columns.has(name))) })).sort((a, b) => a.missing.length / a.format.needs.length - b.missing.length / b.format.needs.length)
  const { format, missing } = ranked[0]!
  if (missing.length === 0) return format
  const near = missing.length < format.needs.length ? `the nearest is ${format.name}, of which it lacks ${missing.map((need) => need.replaceAll('|', ' or ')).join(', ')}` : 'none of their columns is in it'
  throw new Problem('bill-unknown', { reason: near })
}
