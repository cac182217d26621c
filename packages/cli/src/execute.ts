import type { Hubfleet, Operation, Page, Plan } from '@hubfleet/sdk'
import type { ApiCommand } from './api-command.ts'
import { confirmName } from './confirm.ts'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import { fileToSend } from './file-to-send.ts'
import { readInput, type InputOptions } from './input.ts'
import type { Row } from './output/columns.ts'
import { documentOptions } from './output/document-options.ts'
import { documents } from './output/documents.ts'
import { print } from './output/format.ts'
import type { Format } from './output/format-names.ts'
import { printOutcome } from './output/outcome.ts'
import { configNotesInWords, planInWords } from './output/plan.ts'
import type { SaveOptions } from './save-as.ts'
import { requireTenant, type Settings } from './settings.ts'
import { resumeCommand, waitFor } from './wait.ts'

export interface ExecuteOptions extends InputOptions {
  /** Path parameters as given on the command line; the tenant may come from the settings. */
  params: Record<string, string | undefined>
  output: Format
  wait: boolean
  /** Seconds. */
  waitTimeout?: number | undefined
  validateOnly: boolean
  savePlan: boolean
  ifMatch?: string | undefined
  idempotencyKey?: string | undefined
  confirm: string[]
  /** Items of a list; all without it. */
  limit?: number | undefined
  /** The answer goes into a file. */
  saveAs?: SaveOptions | undefined
}

/** Runs one verb or query of the API and prints what it answers. */
export async function execute(command: ApiCommand, options: ExecuteOptions, context: Context): Promise<void> {
  const { io } = context
  const input = await readInput(command, options, io)
  if ('confirm' in command.fields && options.confirm.length > 0) input['confirm'] = options.confirm
  const params = pathParams(command, options.params, await context.settings())
  const client = await context.client()
  const route = { method: command.method, path: command.path, params }

  if (options.saveAs) {
    const { saveAs } = await import('./save-as.ts')
    return saveAs(command, options.saveAs, { params, ...(command.input !== null && { [command.input]: input }) }, client, io)
  }
  if (command.kind === 'list') return print(io, options.output, command.noun, await firstItems(client, route, input, options.limit))
  if (command.verb === 'delete' && !options.validateOnly && !options.savePlan) await confirmDelete(command, params[command.noun]!, input, options.confirm, context)

  const sent = { ...(command.input !== null && { [command.input]: input }), ...(command.takesFile && { file: await fileToSend(options.files ?? [], io) }) }
  const call = { ...route, ...sent, ...(options.ifMatch && { ifMatch: options.ifMatch }), ...(options.idempotencyKey && { idempotencyKey: options.idempotencyKey }) }
  if (input['config'] !== undefined && !options.validateOnly) await showConfigNotes(client, call, io)
  if (options.validateOnly) {
    const { data: plan } = await client.send<Plan>({ ...call, query: { ...(command.input === 'query' && input), validateOnly: true } })
    if (options.output === 'table') io.stdout.write(planInWords(plan))
    else await print(io, options.output, command.noun, plan as unknown as Row)
    return
  }
  const { data } = await client.send<Row>(options.savePlan ? { ...call, query: { ...(command.input === 'query' && input), savePlan: true } } : call)
  if (command.kind === 'operation') return finish(data as unknown as Operation, params['tenant'] ?? String(data['tenantId']), options, context)
  const whole = options.output === 'table' ? documents[command.id]?.(data, documentOptions(io)) : undefined
  if (whole !== undefined) io.stdout.write(whole)
  else await print(io, options.output, command.noun, data)
}

/** What became of each line of a config file, before anything happens. */
async function showConfigNotes(client: Hubfleet, call: Parameters<Hubfleet['send']>[0], io: Context['io']): Promise<void> {
  const { data: plan } = await client.send<Plan>({ ...call, query: { validateOnly: true } })
  io.stderr.write(configNotesInWords(plan.config ?? []))
}

async function confirmDelete({ noun, fields }: ApiCommand, name: string, input: Row, given: readonly string[], { io }: Context): Promise<void> {
  if ('homes' in fields && input['homes'] === undefined) throw new UsageError('Say what happens to the homes', '--homes keep (the disks stay and are billed) or --homes delete (people\'s files are lost)')
  await confirmName(io, `delete the ${noun} ${name}${input['homes'] === 'delete' ? ' with all homes' : ''}`, name, given)
}

/** Waits for what was accepted, if that is wanted, and shows what came of it. */
async function finish(accepted: Operation, tenant: string, { output, wait, waitTimeout }: ExecuteOptions, context: Context): Promise<void> {
  if (!wait) {
    context.io.stderr.write(`Accepted. Follow it: ${await resumeCommand(context, accepted.id)}\n`)
    return print(context.io, output === 'table' ? 'id' : output, 'operation', accepted as unknown as Row)
  }
  const client = await context.client()
  const handle = await client.operation({ tenant, operation: accepted.id })
  await printOutcome(context.io, output, client, tenant, await waitFor(context, handle, { timeoutSeconds: waitTimeout }))
}

/** The parser has made sure of all but the tenant. */
const pathParams = ({ params }: ApiCommand, given: ExecuteOptions['params'], settings: Settings): Record<string, string> =>
  Object.fromEntries(params.map((name) => [name, given[name] ?? requireTenant(settings)]))

const pageSize = 100

async function firstItems(client: Hubfleet, route: { method: string; path: string; params: Record<string, string> }, filters: Row, limit = Infinity): Promise<Row[]> {
  const items: Row[] = []
  let cursor: string | null = null
  do {
    const query: Row = { ...filters, limit: Math.min(pageSize, limit - items.length), ...(cursor !== null && { cursor }) }
    const { data } = await client.send<Page<Row>>({ ...route, query })
    items.push(...data.items)
    cursor = data.nextCursor
  } while (cursor !== null && items.length < limit)
  return items
}
