import type { CallOptions, Transport } from './transport.ts'

export interface Page<Item> {
  items: Item[]
  /** Null after the last page; a page may be short or empty before that. */
  nextCursor: string | null
}

/** A list that reads page after page as it is walked through: `for await (const hub of client.hubs.list({ tenant }))`. */
export class List<Item> implements AsyncIterable<Item> {
  readonly #fetch: (query: Record<string, unknown>) => Promise<Page<Item>>
  readonly #query: Record<string, unknown>

  constructor(transport: Transport, path: string, params: Record<string, string>, query: Record<string, unknown>, options: CallOptions) {
    this.#query = query
    this.#fetch = async (asked) => (await transport.send<Page<Item>>({ ...options, method: 'GET', path, params, query: asked })).data
  }

  /** One page: the first, or the one at a cursor. */
  page(cursor?: string): Promise<Page<Item>> {
    return this.#fetch({ ...this.#query, ...(cursor !== undefined && { cursor }) })
  }

  async* [Symbol.asyncIterator](): AsyncIterator<Item> {
    let cursor: string | undefined
    do {
      const { items, nextCursor } = await this.page(cursor)
      yield* items
      cursor = nextCursor ?? undefined
    } while (cursor !== undefined)
  }

  /** All items at once. */
  async all(): Promise<Item[]> {
    const items: Item[] = []
    for await (const item of this) items.push(item)
    return items
  }
}
