import { retryDelayMs } from './backoff.ts'
import { OperationCanceledError, OperationFailedError, TimeoutError } from './errors.ts'
import type { Operation } from './generated/schema.ts'
import type { Answer, CallOptions, Transport } from './transport.ts'

export type { Operation }

export interface WaitOptions {
  /** Stops waiting, not the operation. */
  signal?: AbortSignal
  /** Called with the operation as it is now, first at once and then whenever it differs from before; it is looked at about once a second. */
  onProgress?: (operation: Operation) => void
  /** How long to wait in all, in milliseconds; then a TimeoutError. Default: until the operation ends, which its deadline ensures. */
  timeoutMs?: number
}

const path = '/v1/tenants/{tenant}/operations/{operation}'
/** The server holds an answer back until the operation has ended, or for so long. Who wants to see the steps asks more often. */
const longPollSeconds = 30
const progressPollSeconds = 1
/** Waiting outlasts a restart of the server: about 40 seconds of refused connections. */
const retriesWhileWaiting = 8

/** A change that was accepted. It goes on by itself, whether anybody waits or not. */
export class OperationHandle {
  readonly #transport: Transport
  readonly #params: { tenant: string; operation: string }
  /** As last seen. */
  operation: Operation

  constructor(transport: Transport, tenant: string, operation: Operation) {
    this.#transport = transport
    this.#params = { tenant, operation: operation.id }
    this.operation = operation
  }

  get id(): string { return this.operation.id }

  /** Resolves with the operation that succeeded; throws OperationFailedError or OperationCanceledError, or TimeoutError when it takes too long. */
  async wait({ signal, onProgress, timeoutMs }: WaitOptions = {}): Promise<Operation> {
    const timeout = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs)
    const stop = AbortSignal.any([signal, timeout].filter((each) => each !== undefined))
    onProgress?.(this.operation)
    try {
      while (!isFinished(this.operation)) {
        const before = JSON.stringify(this.operation)
        const retryAfter = await this.#poll(onProgress ? progressPollSeconds : longPollSeconds, stop)
        if (JSON.stringify(this.operation) !== before) onProgress?.(this.operation)
        // The server held the answer back; where something in between cuts that short, this keeps the pace.
        else await this.#transport.sleep(retryDelayMs(0, retryAfter, Date.now()), stop)
      }
    } catch (error) {
      if (timeout?.aborted && !signal?.aborted) throw new TimeoutError(`Operation ${this.id} is still ${this.operation.state} after ${timeoutMs! / 1000} s; it goes on by itself`, { cause: error })
      throw error
    }
    if (this.operation.state === 'failed') throw new OperationFailedError(this.operation)
    if (this.operation.state === 'canceled') throw new OperationCanceledError(this.operation)
    return this.operation
  }

  /** Asks the operation to stop; it ends when its current step does. */
  async cancel(options: CallOptions = {}): Promise<Operation> {
    const { data } = await this.#transport.send<Operation>({ ...options, method: 'POST', path: `${path}/cancel`, params: this.#params })
    this.operation = data
    return data
  }

  async #poll(seconds: number, signal: AbortSignal): Promise<string | null> {
    const { data, response } = await this.#transport.send<Operation>({ method: 'GET', path, params: this.#params, query: { wait: seconds }, signal, retries: retriesWhileWaiting })
    this.operation = data
    return response.headers.get('retry-after')
  }
}

const isFinished = ({ state }: Operation): boolean => state === 'succeeded' || state === 'failed' || state === 'canceled'

/** The handle to come, with `wait` at hand: `await client.hubs.create(…).wait()`. Awaiting it alone waits for the acceptance, not for the work. */
export class OperationPromise extends Promise<OperationHandle> {
  static override get [Symbol.species]() { return Promise }

  static of(transport: Transport, tenant: string | undefined, answer: Promise<Answer<Operation>>): OperationPromise {
    return new OperationPromise((resolve, reject) => { answer.then(({ data }) => resolve(new OperationHandle(transport, tenant ?? data.tenantId, data)), reject) })
  }

  async wait(options?: WaitOptions): Promise<Operation> {
    return (await this).wait(options)
  }
}

export async function resumeOperation(transport: Transport, params: { tenant: string; operation: string }, options: CallOptions = {}): Promise<OperationHandle> {
  const { data } = await transport.send<Operation>({ ...options, method: 'GET', path, params })
  return new OperationHandle(transport, params.tenant, data)
}
