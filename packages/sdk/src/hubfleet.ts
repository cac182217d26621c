import { Resources } from './generated/resources.ts'
import { resumeOperation, type OperationHandle } from './operation.ts'
import { Transport, type Answer, type Call, type CallOptions, type ClientOptions } from './transport.ts'

/**
 * A client of the Hubfleet API: `new Hubfleet({ server, key }).hubs.create({ tenant }, { name }).wait()`.
 * Failures that can pass are tried again; a change is never done twice by that.
 */
export class Hubfleet extends Resources {
  readonly #transport: Transport

  constructor(options: ClientOptions) {
    const transport = new Transport(options)
    super(transport)
    this.#transport = transport
  }

  /** Takes up an operation that was begun elsewhere, to wait for it or to cancel it. */
  operation(params: { tenant: string; operation: string }, options?: CallOptions): Promise<OperationHandle> {
    return resumeOperation(this.#transport, params, options)
  }

  /** One call by its method and path, with the answer's headers: for what has no method of its own. */
  send<Data = unknown>(call: Call): Promise<Answer<Data>> {
    return this.#transport.send(call)
  }
}
