import { eventsChannel, operationsChannel, type Listener } from '@hubfleet/engine'

export type Topic = `events ${string}` | `target ${string}`

/** Spreads what the process's one LISTEN hears to the requests that wait for it. */
export class Changes {
  readonly #watches = new Map<Topic, Set<Watch>>()
  readonly #stop: (() => void)[]
  readonly #closing = new AbortController()

  constructor(listener: Listener) {
    this.#stop = [
      listener.on(operationsChannel, (targetId) => this.#tell(`target ${targetId}`)),
      listener.on(eventsChannel, (tenantId) => this.#tell(`events ${tenantId}`)),
    ]
  }

  /** Watch before you read: a change between the two is then seen. Close it in the end. */
  watch(topic: Topic, signal: AbortSignal): Watch {
    const watches = this.#watches.get(topic) ?? new Set()
    this.#watches.set(topic, watches)
    const watch: Watch = new Watch(AbortSignal.any([signal, this.#closing.signal]), () => {
      watches.delete(watch)
      if (watches.size === 0 && this.#watches.get(topic) === watches) this.#watches.delete(topic)
    })
    watches.add(watch)
    return watch
  }

  /** Ends every wait, so that the server can close. */
  close(): void {
    this.#closing.abort()
    for (const stop of this.#stop) stop()
  }

  #tell(topic: Topic): void {
    for (const watch of this.#watches.get(topic) ?? []) watch.tell()
  }
}

/** One reader's view of a topic. */
export class Watch {
  readonly #signal: AbortSignal
  readonly #end: () => void
  #changed = false
  #wake: () => void = () => {}

  constructor(signal: AbortSignal, end: () => void) {
    this.#signal = signal
    this.#end = end
    signal.addEventListener('abort', () => this.#wake(), { once: true })
  }

  /** True when nothing will come any more: the client went away or the server closes. */
  get ended(): boolean { return this.#signal.aborted }

  tell(): void {
    this.#changed = true
    this.#wake()
  }

  /** Waits for a change since the last call, at most so long. A notification can be lost with its session: read again in any case. */
  async next(timeoutMs: number): Promise<void> {
    if (!this.#changed && !this.ended) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, timeoutMs)
      this.#wake = resolve
      await promise
      clearTimeout(timer)
    }
    this.#changed = false
  }

  close(): void { this.#end() }
}
