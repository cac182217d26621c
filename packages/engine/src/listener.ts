import pg from 'pg'

type Handler = (payload: string) => void

/** LISTEN on one session for the whole process. A lost session is opened anew; what was notified in between is lost, so readers also look by themselves. */
export class Listener {
  readonly #connectionString: string
  readonly #handlers = new Map<string, Set<Handler>>()
  #client: pg.Client | undefined
  #closed = false
  #retry: NodeJS.Timeout | undefined

  constructor(connectionString: string) { this.#connectionString = connectionString }

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#connectionString, keepAlive: true })
    const lost = () => {
      if (this.#client !== client || this.#closed) return
      this.#client = undefined
      this.#reopen()
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ channel, payload }) => this.#handlers.get(channel)?.forEach((handle) => handle(payload ?? '')))
    await client.connect()
    this.#client = client
    for (const channel of this.#handlers.keys()) await client.query(`listen ${channel}`)
  }

  /** Calls `handle` with every payload on the channel until the returned function is called. */
  on(channel: string, handle: Handler): () => void {
    const handlers = this.#handlers.get(channel) ?? new Set()
    if (handlers.size === 0) {
      this.#handlers.set(channel, handlers)
      this.#client?.query(`listen ${channel}`).catch(() => {}) // a broken session listens again when it is reopened
    }
    handlers.add(handle)
    return () => { handlers.delete(handle) }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    await this.#client?.end()
  }

  #reopen(): void {
    this.#retry = setTimeout(() => { this.start().catch(() => { if (!this.#closed) this.#reopen() }) }, 500).unref()
  }
}
