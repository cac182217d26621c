import type { operations, Plan } from './generated/schema.ts'
import { List } from './list.ts'
import { OperationPromise } from './operation.ts'
import type { CallOptions, ChangeOptions, Transport } from './transport.ts'

/** Asks what a change would do instead of doing it. */
export interface PlanOptions extends ChangeOptions { validateOnly: true }

/** The query parameters of an operation that are part of its input. */
export type QueryOf<Id extends keyof operations> = Omit<NonNullable<operations[Id]['parameters']['query']>, 'validateOnly' | 'savePlan'>

interface Route { method: string; path: string }
interface Sent { params?: Record<string, string>; query?: object; body?: unknown; file?: Blob }

/** What the methods of one noun share. */
export class Resource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  protected async answer<Data>(route: Route, sent: Sent, options: CallOptions | PlanOptions): Promise<Data> {
    const { data } = await this.#send<Data>(route, sent, options)
    return data
  }

  /** The answer as it came, its body not read yet. */
  protected file({ method, path }: Route, { query, ...sent }: Sent, options: CallOptions): Promise<Response> {
    return this.#transport.file({ ...options, ...sent, method, path, query: { ...query } })
  }

  protected pages<Item>({ path }: Route, { params = {}, query = {} }: Sent, options: CallOptions): List<Item> {
    return new List(this.#transport, path, params, { ...query }, options)
  }

  protected operation(route: Route, sent: Sent & { params: { tenant?: string } }, options: ChangeOptions | PlanOptions): OperationPromise | Promise<Plan> {
    if ('validateOnly' in options) return this.answer<Plan>(route, sent, options)
    return OperationPromise.of(this.#transport, sent.params.tenant, this.#send(route, sent, options))
  }

  #send<Data>({ method, path }: Route, { query, ...sent }: Sent, options: CallOptions | PlanOptions) {
    const { validateOnly, savePlan, ...rest } = options as Partial<PlanOptions>
    return this.#transport.send<Data>({ ...rest, ...sent, method, path, query: { ...query, ...(validateOnly && { validateOnly }), ...(savePlan && { savePlan }) } })
  }
}
