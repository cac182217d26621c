import http from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'
import type { Cluster } from './kubeconfig.ts'
import { pathOf, type KubernetesObject } from './object.ts'

const timeoutMs = 30_000
const fieldManager = 'hubfleet'

/** Kubernetes refused, or did not answer: then `status` is null. The message is for people and holds no credentials. */
export class KubernetesError extends Error {
  readonly status: number | null

  constructor(status: number | null, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }
}

export interface Kubernetes {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: object): Promise<T>
  /** Makes an object, or makes it as it should be; resolves with whether there was none. With `dryRun` all is judged and nothing kept. */
  apply(object: KubernetesObject, options?: { dryRun?: boolean }): Promise<{ created: boolean }>
}

/** The few calls that are needed; each logs in as the kubeconfig says, and throws KubernetesError, or the reason of `signal`. */
export function connect(cluster: Cluster, signal?: AbortSignal): Kubernetes {
  return {
    get: async <T>(path: string) => (await send(cluster, { method: 'GET', path }, signal)).body as T,
    post: async <T>(path: string, body: object) => (await send(cluster, { method: 'POST', path, body, type: 'application/json' }, signal)).body as T,
    async apply(object, { dryRun = false } = {}) {
      const path = `${pathOf(object)}?fieldManager=${fieldManager}&force=true${dryRun ? '&dryRun=All' : ''}`
      const { status } = await send(cluster, { method: 'PATCH', path, body: object, type: 'application/apply-patch+yaml' }, signal)
      return { created: status === 201 }
    },
  }
}

interface Call { method: string; path: string; body?: object; type?: string }

async function send(cluster: Cluster, { method, path, body, type }: Call, signal?: AbortSignal): Promise<{ status: number; body: unknown }> {
  const options: https.RequestOptions = { method, headers: { accept: 'application/json', ...(type && { 'content-type': type }) } }
  try {
    await cluster.config.applyToHTTPSOptions(options)
  } catch (error) {
    signal?.throwIfAborted()
    throw new KubernetesError(null, `the login that the kubeconfig names failed: ${messageOf(error)}`, { cause: error })
  }
  options.signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])])
  try {
    const answer = await exchange(new URL(cluster.server.replace(/\/+$/, '') + path), options, body)
    if (answer.status >= 400) throw new KubernetesError(answer.status, statusMessage(answer.text) ?? `HTTP status ${answer.status}`)
    return { status: answer.status, body: JSON.parse(answer.text) }
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof KubernetesError) throw error
    throw new KubernetesError(null, options.signal.aborted ? `no answer within ${timeoutMs / 1000} s` : messageOf(error), { cause: error })
  }
}

function exchange(url: URL, options: https.RequestOptions, body: object | undefined): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'http:' ? http : https).request(url, options, (response) => {
      text(response).then((answer) => resolve({ status: response.statusCode ?? 0, text: answer }), reject)
    })
    request.on('error', reject)
    request.end(body && JSON.stringify(body))
  })
}

/** What the Status of an API server says; null of any other page. */
function statusMessage(answer: string): string | null {
  try {
    const { message } = JSON.parse(answer) as { message?: unknown }
    return typeof message === 'string' ? message.slice(0, 1000) : null
  } catch {
    return null
  }
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0])
  return error instanceof Error ? error.message.trim() || error.name : String(error)
}
