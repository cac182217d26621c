/** A client that knows the API from its OpenAPI document alone, and holds every answer against it. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

interface Schema { [keyword: string]: unknown; type?: string; properties?: Record<string, Schema>; additionalProperties?: boolean | Schema }
interface Parameter { $ref?: string; name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema }
interface Content { [type: string]: { schema: Schema } }
interface OperationObject {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, { $ref?: string; headers?: Record<string, { $ref?: string }>; content?: Content }>
}
export interface Document { paths: Record<string, Record<string, OperationObject>>; components: Record<string, Record<string, unknown>> }

export interface Sent { params?: Record<string, string>; body?: unknown }
export interface Got { status: number; headers: Record<string, string | undefined>; body: any }
export type Send = (method: string, url: string, headers: Record<string, string>, body: string | undefined) => Promise<Got>

export interface Operation { id: string; method: string; path: string; parameters: Parameter[]; declared: OperationObject }

export class SecondClient {
  readonly operations: Map<string, Operation>
  /** Ids of operations that were answered as declared, by whether they succeeded. */
  readonly seen = { succeeded: new Set<string>(), refused: new Set<string>() }
  readonly #document: Document
  readonly #send: Send
  readonly #ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))
  readonly #compiled = new Map<string, ValidateFunction>()

  constructor(document: Document, send: Send) {
    this.#document = document
    this.#send = send
    this.#ajv.addSchema(document, 'sent')
    this.#ajv.addSchema(closed(document) as object, 'answered')
    this.operations = new Map(Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, declared]) =>
      [declared.operationId, { id: declared.operationId, method: method.toUpperCase(), path, parameters: (declared.parameters ?? []).map((parameter) => this.#resolve(parameter)), declared }] as const)))
  }

  /** Calls an operation by its id. `params` go where the document puts them. Throws when an answer is not as the document says. */
  async call(id: string, { params = {}, body }: Sent = {}): Promise<Got> {
    const operation = this.#operation(id)
    const unknown = Object.keys(params).filter((name) => !operation.parameters.some((parameter) => parameter.name === name))
    if (unknown.length > 0) throw new Error(`${id} has no parameter ${unknown.join(', ')} in the document`)
    const given = (place: Parameter['in']) => operation.parameters.filter((parameter) => parameter.in === place && params[parameter.name] !== undefined).map(({ name }) => [name, params[name]!] as [string, string])
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const query = String(new URLSearchParams(given('query')))
    const file = operation.declared.requestBody?.content['application/octet-stream'] !== undefined
    const headers = { ...Object.fromEntries(given('header')), ...(body !== undefined && { 'content-type': file ? 'application/octet-stream' : 'application/json' }) }
    const got = await this.#send(operation.method, query ? `${path}?${query}` : path, headers, body === undefined ? undefined : file ? String(body) : JSON.stringify(body))
    const faults = this.faults(operation, got)
    if (faults.length > 0) throw new Error(`${id} answered ${got.status} not as the document says: ${faults.join('; ')}\n${JSON.stringify(got.body)}`)
    this.seen[got.status < 400 ? 'succeeded' : 'refused'].add(id)
    return got
  }

  /** Whether the document lets an operation be sent this body. */
  takes(id: string, body: unknown): boolean {
    const { path, method, declared } = this.#operation(id)
    if (declared.requestBody?.content['application/octet-stream']) return typeof body === 'string'
    return declared.requestBody ? this.#validator('sent', ['paths', path, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'])(body) : false
  }

  /** What of an answer is not as the document says. */
  faults({ path, method, declared }: Operation, { status, headers, body }: Got): string[] {
    const key = declared.responses[status] ? String(status) : 'default'
    if (key === 'default' && status < 400) return [`the status ${status} is not declared`]
    const response = this.#resolve(declared.responses[key]!)
    const type = (headers['content-type'] ?? '').split(';')[0]!
    if (!response.content?.[type]) return [`the type ${type} is not declared`]
    const missing = Object.keys(response.headers ?? {}).filter((name) => headers[name.toLowerCase()] === undefined && !sometimes.has(name)).map((name) => `the header ${name} is missing`)
    const { $ref } = declared.responses[key]!
    const validate = this.#validator('answered', [...($ref ? pointerParts($ref) : ['paths', path, method.toLowerCase(), 'responses', key]), 'content', type, 'schema'])
    if (validate(body)) return missing
    return [...missing, ...validate.errors!.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)]
  }

  #operation(id: string): Operation {
    const operation = this.operations.get(id)
    if (!operation) throw new Error(`The document has no operation ${id}`)
    return operation
  }

  #resolve<T extends { $ref?: string }>(node: T): T {
    return node.$ref ? (pointerParts(node.$ref).reduce<any>((at, part) => at[part], this.#document) as T) : node
  }

  #validator(document: 'sent' | 'answered', parts: string[]): ValidateFunction {
    const $ref = `${document}#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`
    const validate = this.#compiled.get($ref) ?? this.#ajv.compile({ $ref })
    this.#compiled.set($ref, validate)
    return validate
  }
}

/** Headers that only some answers of a status have. */
const sometimes = new Set(['Idempotency-Replayed', 'Retry-After', 'RateLimit'])

const pointerParts = (ref: string): string[] => ref.replace('#/', '').split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The document with every object closed that does not say otherwise: an answer may have no field that is not told of. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed)
  if (typeof node !== 'object' || node === null) return node
  const copy: Schema = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]))
  const isSchema = copy.type === 'object' && typeof copy.properties === 'object'
  return isSchema && copy.additionalProperties === undefined ? { ...copy, additionalProperties: false } : copy
}
