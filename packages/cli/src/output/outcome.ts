import type { Hubfleet, Operation, SavedPlan } from '@hubfleet/sdk'
import type { Io } from '../io.ts'
import type { Row } from './columns.ts'
import { documentOptions } from './document-options.ts'
import { print } from './format.ts'
import type { Format } from './format-names.ts'
import { personInWords } from './people.ts'
import { savedPlanInWords } from './saved-plan.ts'
import { table } from './table.ts'
import { duration, money, oneLine } from './text.ts'

/** What a person wants to see of an operation that has succeeded: the thing as it is now, who was culled, or what a delete left. */
export async function printOutcome(io: Io, format: Format, client: Hubfleet, tenant: string, operation: Operation): Promise<void> {
  const { kind, result, target: { type, id } } = operation
  if (type === 'plan') return printPlan(io, format, client, tenant, id)
  if (format !== 'table') return print(io, format, 'operation', operation as unknown as Row)
  if (result?.['report']) return void io.stdout.write(teardownInWords(result['report'] as Teardown))
  if (kind === 'hub.cull') return void io.stdout.write(culledInWords((result?.['culled'] ?? []) as Culled[]))
  const person = personInWords(operation)
  if (person !== undefined) return void io.stdout.write(person)
  if (kind.endsWith('.delete')) return void io.stdout.write(`The ${type} is gone.\n`)
  const { data } = await client.send<Row>({ method: 'GET', path: `/v1/tenants/{tenant}/${type}s/{id}`, params: { tenant, id } })
  await print(io, 'table', type, [data])
}

/** A plan is what was asked for, in whatever form. */
async function printPlan(io: Io, format: Format, client: Hubfleet, tenant: string, plan: string): Promise<void> {
  const { data } = await client.send<SavedPlan>({ method: 'GET', path: '/v1/tenants/{tenant}/plans/{plan}', params: { tenant, plan } })
  if (format === 'table') return void io.stdout.write(savedPlanInWords(data, documentOptions(io).colour))
  return print(io, format, 'plan', data as unknown as Row)
}

interface Money { amount: string; currency: string }
interface Teardown {
  kinds: { kind: string; how: string; found: string[]; done: string[]; kept: unknown[]; left: string[]; notOurs?: string[] }[]
  keptMonthly: Money | null
  clean: boolean
}

function teardownInWords(report: Teardown): string {
  const count = (list: unknown[]) => String(list.length)
  return table(['KIND', 'FOUND', 'GONE', 'KEPT', 'LEFT', 'LOOKED FOR'], report.kinds.map(({ kind, found, done, kept, left, how }) => [oneLine(kind), count(found), count(done), count(kept), count(left), oneLine(how)]))
    + (report.clean ? 'Second look: nothing is left that was not kept on purpose.\n' : 'Second look: something is left.\n')
    + report.kinds.flatMap(({ kind, notOurs = [] }) => notOurs.map((name) => `Looks like it and was left alone, for nothing proves that it is: ${oneLine(kind)} ${oneLine(name)}\n`)).join('')
    + (report.keptMonthly && report.kinds.some(({ kept }) => kept.length > 0) ? `What is kept costs ${oneLine(money(report.keptMonthly))} a month.\n` : '')
}

interface Culled { user: string; server: string; reason: string; idleSeconds: number | null; ageSeconds: number | null }

function culledInWords(culled: Culled[]): string {
  if (culled.length === 0) return 'Nobody was culled.\n'
  const time = (seconds: number | null) => (seconds === null ? '-' : duration(seconds * 1000))
  return table(['USER', 'SERVER', 'REASON', 'IDLE', 'AGE'], culled.map(({ user, server, reason, idleSeconds, ageSeconds }) => [oneLine(user), oneLine(server || '-'), oneLine(reason), time(idleSeconds), time(ageSeconds)]))
}
