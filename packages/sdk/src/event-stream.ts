import { retryDelayMs } from './backoff.ts'
import { ConnectionError, HubfleetError, ProblemError, problemError } from './errors.ts'
import { isProblem, type Problem } from './problem.ts'
import type { Transport } from './transport.ts'

/** One server-sent event; `data` is what its JSON says. */
export interface StreamedEvent { id?: string; event: string; data: unknown }

export interface StreamOptions {
  path: string
  params: Record<string, string>
  query?: Record<string, unknown>
  /** Goes on after this event. */
  after?: string | undefined
  /** Ends the stream; its reason is thrown. */
  signal?: AbortSignal | undefined
  /** The event after which the server closes the stream. One that ends without it was cut off. */
  isLast(event: StreamedEvent): boolean
}

/** Connections in a row that told nothing new: as many as outlast a restart of the server. */
const mostSilent = 8
/** The server says something every 15 seconds. */
const silentMs = 60_000

/** The events of a stream until its last. A connection that breaks is made anew after the last event that was had, so that none is lost or told twice. */
export async function* streamEvents(transport: Transport, { path, params, query = {}, after, signal, isLast }: StreamOptions): AsyncGenerator<StreamedEvent> {
  let last = after
  for (let silent = 0; ; silent++) {
    try {
      let begun = false
      for await (const event of connection(transport, { path, params, query }, last, signal)) {
        if (event.event === 'problem') throw ofStream(event.data)
        last = event.id ?? last
        // only where the stream is: said at its beginning, and while there is nothing to tell
        if (!isWhole(event)) {
          if (begun) silent = 0
          begun = true
          continue
        }
        silent = 0
        yield event
        if (isLast(event)) return
      }
      if (silent >= mostSilent) throw new ConnectionError('The stream ends again and again before it is told to its end')
    } catch (error) {
      signal?.throwIfAborted()
      if (silent >= mostSilent || !mayPass(error)) throw error
    }
    await transport.sleep(retryDelayMs(silent, null, Date.now()), signal ?? null)
  }
}

async function* connection(transport: Transport, address: Pick<StreamOptions, 'path' | 'params' | 'query'>, after: string | undefined, signal: AbortSignal | undefined): AsyncGenerator<Partial<StreamedEvent>> {
  const dead = new AbortController()
  const heard = () => setTimeout(() => dead.abort(), silentMs)
  let timer = heard()
  try {
    const response = await transport.open({ ...address, headers: { accept: 'text/event-stream', ...(after !== undefined && { 'last-event-id': after }) }, signal: AbortSignal.any([dead.signal, ...(signal ? [signal] : [])]) })
    let text = ''
    const decoder = new TextDecoder()
    for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
      clearTimeout(timer)
      timer = heard()
      text += decoder.decode(bytes, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      yield* blocks.flatMap(eventOf)
    }
  } catch (error) {
    if (error instanceof HubfleetError) throw error
    throw new ConnectionError(`The stream broke: ${(error as Error).message}`, { cause: error })
  } finally {
    clearTimeout(timer)
    dead.abort()
  }
}

const isWhole = (event: Partial<StreamedEvent>): event is StreamedEvent => event.event !== undefined

/** Nothing for a comment. */
function eventOf(block: string): Partial<StreamedEvent>[] {
  const fields = new Map(block.split('\n').map((line) => { const at = line.indexOf(':'); return [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')] as const }))
  const [id, event, data] = [fields.get('id'), fields.get('event'), fields.get('data')]
  if (event !== undefined && data !== undefined) return [{ ...(id !== undefined && { id }), event, data: JSON.parse(data) }]
  return id === undefined ? [] : [{ id }]
}

function ofStream(data: unknown): HubfleetError {
  return isProblem(data) ? problemError(data, new Response(null, { status: data.status >= 200 && data.status <= 599 ? data.status : 500 })) : new ConnectionError('The stream was broken off')
}

const mayPass = (error: unknown): boolean => (error instanceof ProblemError ? (error.problem as Problem).retryable : error instanceof ConnectionError)
