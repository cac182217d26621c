import createClient from 'openapi-fetch'
import { InvalidResponseError, problemError } from './errors.ts'
import { foreignProblem, isProblem } from './problem.ts'
import { resilientFetch, type Resilience } from './resilient-fetch.ts'
import { sleep, type Sleep } from './sleep.ts'

export interface ClientOptions {
  /** Address of the server, such as `https://hubfleet.example.org`. */
  server: string
  /** The API key, `hf_…`. */
  key?: string
  /** Tries after the first one; default 2. */
  retries?: number
  /** For one try, in milliseconds; default 60 000. */
  timeoutMs?: number
  /** Sent with every request. */
  headers?: Record<string, string>
  /** Replaces the global fetch. */
  fetch?: typeof fetch
  /** Replaces the pause between tries: for tests that do not wait. */
  sleep?: Sleep
}

/** What can be said about each call. */
export interface CallOptions {
  /** Aborts the call; it then throws the signal's reason. */
  signal?: AbortSignal
  retries?: number
  timeoutMs?: number
}

/** What can be said about a call that changes something. */
export interface ChangeOptions extends CallOptions {
  /** Makes a repetition of the call harmless for 24 hours. Default: a new one for each call, the same for all its tries. */
  idempotencyKey?: string
  /** The ETag of what was read, such as `"r12"`: the change is refused when it was changed since. */
  ifMatch?: string
  /** Makes no change but a plan of it, which `plans.apply` carries out; the operation's result has its id as `planId`. */
  savePlan?: boolean
}

/** One call as it goes over the wire. */
export interface Call extends ChangeOptions {
  method: string
  /** With `{name}` for each member of `params`. */
  path: string
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  /** A body that is no JSON; a try may take an hour, where nothing else is said. */
  file?: Blob
}

export interface Answer<Data> { data: Data; response: Response }

/** Sends calls: adds the key, tries again, reads the answer, and throws for everything that is not a success. */
export class Transport {
  readonly #client: ReturnType<typeof createClient<AnyPaths>>
  readonly #resilience: Resilience
  readonly #server: string
  readonly #headers: Record<string, string>
  readonly sleep: Sleep

  constructor(options: ClientOptions) {
    this.sleep = options.sleep ?? sleep
    this.#resilience = { fetch: options.fetch ?? ((request) => fetch(request)), sleep: this.sleep, retries: options.retries ?? 2, timeoutMs: options.timeoutMs ?? 60_000 }
    this.#server = options.server.replace(/\/$/, '')
    this.#headers = { ...options.headers, ...(options.key && { authorization: `Bearer ${options.key}` }) }
    this.#client = createClient<AnyPaths>({ baseUrl: options.server, headers: this.#headers })
  }

  /** One GET whose body is read as it comes; tried once. */
  async open({ path, params, query = {}, headers, signal }: { path: string; params: Record<string, string>; query?: Record<string, unknown>; headers: Record<string, string>; signal: AbortSignal }): Promise<Response> {
    requireParams(path, params)
    const asked = new URLSearchParams(Object.entries(query).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [value].flat().map((each) => [name, String(each)])))).toString()
    const response = await this.#resilience.fetch(new Request(`${this.#server}${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!))}${asked && `?${asked}`}`, { headers: { ...this.#headers, ...headers }, signal }))
    if (response.ok) return response
    const body = await response.json().catch(() => null) as unknown
    throw problemError(isProblem(body) ? body : foreignProblem(response.status, response.headers.get('x-request-id') ?? undefined), response)
  }

  async send<Data>(call: Call): Promise<Answer<Data>> {
    const { data, response } = await this.#request(call, { accept: json, parseAs: 'text' })
    return { data: parse(data as string | undefined, response) as Data, response }
  }

  /** The answer as it came, for what is no JSON. */
  async file(call: Call): Promise<Response> {
    return (await this.#request(call, { accept: '*/*', parseAs: 'stream' })).response
  }

  async #request({ method, path, params = {}, query, body, file, signal, idempotencyKey, ifMatch, retries, timeoutMs }: Call, { accept, parseAs }: { accept: string; parseAs: 'text' | 'stream' }) {
    requireParams(path, params)
    const key = method === 'GET' ? undefined : idempotencyKey ?? crypto.randomUUID()
    const resilience = { ...this.#resilience, ...(file && { timeoutMs: fileTimeoutMs }), ...(retries !== undefined && { retries }), ...(timeoutMs !== undefined && { timeoutMs }) }
    const { data, error, response } = await this.#client.request(method.toLowerCase() as 'get', path, {
      params: { path: params, query: query ?? {} },
      headers: { accept, ...(file && { 'content-type': 'application/octet-stream' }), ...(key && { 'idempotency-key': `"${key}"` }), ...(ifMatch && { 'if-match': ifMatch }) },
      ...(body !== undefined && { body }),
      ...(file && { body: file, bodySerializer: (blob: unknown) => blob as Blob }),
      ...(signal && { signal }),
      parseAs,
      fetch: (request: Request) => resilientFetch(request, resilience),
    })
    // An empty error body leaves `error` empty: only the status tells.
    if (!response.ok) throw problemError(isProblem(error) ? error : foreignProblem(response.status, response.headers.get('x-request-id') ?? undefined), response)
    return { data, response }
  }
}

const fileTimeoutMs = 3_600_000
const json = 'application/json, application/problem+json'

/** The addresses are checked where they are generated, so that this one place can send them all. */
interface AnyPaths { [path: string]: { get: AnyOperation } }
interface AnyOperation {
  parameters: { path: Record<string, string>; query: Record<string, unknown> }
  requestBody?: { content: { 'application/json': unknown } }
  responses: { 200: { content: { 'application/json': unknown } } }
}

/** An empty name would address the collection instead of the item. */
function requireParams(path: string, params: Record<string, string>): void {
  for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
    if (!params[name!]) throw new TypeError(`${name} is missing: ${path} needs it`)
  }
}

function parse(text: string | undefined, response: Response): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new InvalidResponseError(`The answer of ${response.status} is no JSON but ${response.headers.get('content-type') ?? 'of no type'}: is this the address of a Hubfleet server?`, response)
  }
}
