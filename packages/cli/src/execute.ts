import { Hubfleet, type Operation, type Page, type Plan } from '@hubfleet/sdk'
import type { Command } from './command.ts'
import { confirmName } from './confirm.ts'
import { UsageError } from './errors.ts'
import { readInput, type InputOptions } from './input.ts'
import type { Io } from './io.ts'
import type { Row } from './output/columns.ts'
import { print, type Format } from './output/format.ts'
import { planInWords } from './output/plan.ts'
import type { Settings } from './settings.ts'
import { waitFor } from './wait.ts'

export interface ExecuteOptions extends InputOptions {
  /** Path parameters but the tenant of the settings: the item, and what stands above it. */
  params: Record<string, string>
  output: Format
  wait: boolean
  waitTimeout?: number | undefined
  validateOnly: boolean
  ifMatch?: string | undefined
  idempotencyKey?: string | undefined
  confirm: string[]
  /** Items of a list; all without it. */
  limit?: number | undefined
}

/** Runs one verb of the API and prints what it answers. */
export async function execute(command: Command, options: ExecuteOptions, settings: Settings, io: Io): Promise<void> {
  const client = new Hubfleet({ server: settings.server, ...(settings.key && { key: settings.key }) })
  const input = await readInput(command, options, io)
  if ('confirm' in command.fields && options.confirm.length > 0) input['confirm'] = options.confirm
  const params = pathParams(command, options.params, settings)
  const { method, path } = command
  const route = { method, path, params }

  if (command.kind === 'list') return print(io, options.output, command.noun, await firstItems(client, route, input, options.limit))
  if (command.verb === 'delete' && !options.validateOnly) await confirmName(io, `delete the ${command.noun} ${params[command.noun]}`, params[command.noun]!, options.confirm)

  const sent = command.input === 'query' ? { query: input } : command.input === 'body' ? { body: input } : {}
  const call = { ...route, ...sent, ...(options.ifMatch && { ifMatch: options.ifMatch }), ...(options.idempotencyKey && { idempotencyKey: options.idempotencyKey }) }
  if (options.validateOnly) {
    const { data } = await client.send<Plan>({ ...call, query: { ...('query' in sent ? sent.query : {}), validateOnly: true } })
    if (options.output === 'table') io.stdout.write(planInWords(data))
    else await print(io, options.output, command.noun, data as unknown as Row)
    return
  }
  const { data } = await client.send<Row>(call)
  if (command.kind === 'operation') return finish(command, options, client, params['tenant']!, data as unknown as Operation, io)
  await print(io, options.output, command.noun, data)
}

async function finish(command: Command, options: ExecuteOptions, client: Hubfleet, tenant: string, accepted: Operation, io: Io): Promise<void> {
  if (!options.wait) {
    if (options.output === 'table') io.stderr.write(`Accepted. Follow it: hubfleet operation wait ${accepted.id}\n`)
    return print(io, options.output === 'table' ? 'id' : options.output, 'operation', accepted as unknown as Row)
  }
  const handle = await client.operation({ tenant, operation: accepted.id })
  const operation = await waitFor(io, handle, options.waitTimeout === undefined ? {} : { timeoutSeconds: options.waitTimeout })
  if (options.output !== 'table') return print(io, options.output, 'operation', operation as unknown as Row)
  if (command.verb !== 'delete') {
    const { data } = await client.send<Row>({ method: 'GET', path: `/v1/tenants/{tenant}/${command.plural}/{item}`, params: { tenant, item: operation.target.id } })
    return print(io, 'table', command.noun, [data])
  }
  if (operation.result) await print(io, 'table', command.noun, operation.result)
}

function pathParams(command: Command, given: Record<string, string>, { tenant }: Settings): Record<string, string> {
  return Object.fromEntries(command.params.map((name) => {
    const value = given[name] ?? (name === 'tenant' ? tenant : undefined)
    if (value) return [name, value]
    throw name === 'tenant'
      ? new UsageError('It is not known which tenant is meant', 'Name it: --tenant NAME, or set HUBFLEET_TENANT')
      : new UsageError(`Which ${name}?`, `hubfleet ${command.noun} ${command.verb} ${name === command.noun ? 'NAME' : `--${name} NAME`}`)
  }))
}

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
