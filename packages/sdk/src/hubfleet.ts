import { streamEvents, type StreamedEvent } from './event-stream.ts'
import { Resources } from './generated/resources.ts'
import type { Build, BuildLine, Event } from './generated/schema.ts'
import { resumeOperation, type OperationHandle } from './operation.ts'
import { VerifiableWebhooks } from './verify-webhook.ts'
import { Transport, type Answer, type Call, type CallOptions, type ClientOptions } from './transport.ts'

/** `id` is where the log can be taken up again. */
export type BuildEvent = { event: 'log'; id: string; line: BuildLine } | { event: 'build'; build: Build }

/**
 * A client of the Hubfleet API: `new Hubfleet({ server, key }).hubs.create({ tenant }, { name }).wait()`.
 * Failures that can pass are tried again; a change is never done twice by that.
 */
export class Hubfleet extends Resources {
  readonly #transport: Transport
  override readonly webhooks: VerifiableWebhooks

  constructor(options: ClientOptions) {
    const transport = new Transport(options)
    super(transport)
    this.#transport = transport
    this.webhooks = new VerifiableWebhooks(transport)
  }

  /** Takes up an operation that was begun elsewhere, to wait for it or to cancel it. */
  operation(params: { tenant: string; operation: string }, options?: CallOptions): Promise<OperationHandle> {
    return resumeOperation(this.#transport, params, options)
  }

  /** The log of a build as it is written, and the build at each change; it ends with the build. `after` is the id of the last event that was had. */
  async * followBuild(params: { tenant: string; hub: string; build: string }, { signal, after }: { signal?: AbortSignal; after?: string } = {}): AsyncGenerator<BuildEvent> {
    const isLast = ({ event, data }: StreamedEvent): boolean => event === 'build' && (data as Build).finishedAt !== null
    for await (const { id, event, data } of streamEvents(this.#transport, { path: '/v1/tenants/{tenant}/hubs/{hub}/builds/{build}/events', params, after, signal, isLast })) {
      if (event === 'log') yield { event, id: id!, line: data as BuildLine }
      if (event === 'build') yield { event, build: data as Build }
    }
  }

  /**
   * What happens in a tenant, as it happens, from now on or after the event at a position (0 is the oldest that is kept). Events come in the order of their positions; after a
   * break it goes on where it was, losing none. It ends when the signal aborts, whose reason is thrown, or when you leave the loop.
   */
  async * followEvents(params: { tenant: string }, { after, signal, ...filters }: { after?: number; signal?: AbortSignal; /** Such as hub.culled, budget.* or *.failed. */ type?: string[]; /** Id or name. */ hub?: string } = {}): AsyncGenerator<Event> {
    const stream = streamEvents(this.#transport, { path: '/v1/tenants/{tenant}/events', params, query: filters, after: after?.toString(), signal, isLast: () => false })
    for await (const { data } of stream) yield data as Event
  }

  /** One call by its method and path, with the answer's headers: for what has no method of its own. */
  send<Data = unknown>(call: Call): Promise<Answer<Data>> {
    return this.#transport.send(call)
  }

  /** The same where the answer is no JSON: as it came, its body not read yet. */
  file(call: Call): Promise<Response> {
    return this.#transport.file(call)
  }
}
