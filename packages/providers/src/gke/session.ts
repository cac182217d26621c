import { setTimeout } from 'node:timers/promises'
import type { protos } from '@google-cloud/container'
import type { HostGuard } from '@hubfleet/cluster'
import type { JsonObject } from '@hubfleet/core'
import { isProblem, Problem } from '@hubfleet/core'
import { problemOf } from './problems.ts'
import { Refusal, refusalOf, statusOfCode, statusOfHttp } from './refusal.ts'
import { createTokens, type GcpCredential, type Tokens } from './token.ts'

type Manager = protos.google.container.v1.ClusterManager
export type Rpc = 'getCluster' | 'createCluster' | 'updateCluster' | 'deleteCluster' | 'createNodePool' | 'updateNodePool' | 'setNodePoolAutoscaling' | 'setNodePoolSize' | 'deleteNodePool' | 'listOperations' | 'cancelOperation' | 'getServerConfig'
type Asked<Name extends Rpc> = Parameters<Manager[Name]>[0]
type Answer<Name extends Rpc> = ReturnType<Manager[Name]> extends Promise<infer A> ? A : never

/** Google as one credential reaches it. */
export interface Session extends Tokens {
  project: string
  credential: GcpCredential
  /** Kubernetes Engine, by gRPC. Throws a Problem whose cause is a `Refusal`. */
  rpc<Name extends Rpc>(name: Name, request: Asked<Name>, signal: AbortSignal): Promise<Answer<Name>>
  /** Everything else, by JSON. `asked` names the method as Google's API definition does. */
  rest(asked: string, path: string, signal: AbortSignal, options?: RestOptions): Promise<JsonObject>
}

export interface RestOptions { method?: 'GET' | 'POST' | 'DELETE'; query?: Record<string, string>; body?: JsonObject }

/** Long enough for Google's slowest answers; work that takes longer is an operation, which is looked at. */
const callMs = 30_000

export function createSession(credential: GcpCredential, guard: HostGuard): Session {
  const { project, endpoints = {} } = credential
  const addressOf = (service: string): string => (endpoints[service] ?? `https://${service}.googleapis.com`).replace(/\/+$/, '')
  const tokens = createTokens(credential, addressOf)
  const guarded = guardOnce(guard, Object.values(endpoints))
  const token: Tokens['token'] = async (signal, options) => {
    await guarded()
    return tokens.token(signal, options)
  }
  let connecting: Promise<Caller> | null = null

  return {
    project, credential, token, identity: () => tokens.identity(),
    rpc: (name, request, signal) => patiently(async (fresh) => {
      const { token: bearer } = await token(signal, { fresh })
      const call = await (connecting ??= connectManager(addressOf('container')).catch((error: unknown) => {
        connecting = null
        throw error
      }))
      try {
        return await call(name, request as object, bearer, signal) as Answer<typeof name>
      } catch (error) {
        signal.throwIfAborted()
        throw problemOf(ofGrpc(name, error), project)
      }
    }, signal),
    rest: (asked, path, signal, { method = 'GET', query = {}, body } = {}) => patiently(async (fresh) => {
      const { token: bearer } = await token(signal, { fresh })
      const service = asked.slice(0, asked.indexOf('.'))
      const search = new URLSearchParams(query).toString()
      const limit = AbortSignal.any([signal, AbortSignal.timeout(callMs)])
      try {
        const response = await fetch(`${addressOf(service)}${path}${search && `?${search}`}`, {
          method, signal: limit, redirect: 'error', headers: { authorization: `Bearer ${bearer}`, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }),
        })
        const text = await response.text()
        if (!response.ok) throw ofHttp(asked, response, text)
        return text ? JSON.parse(text) as JsonObject : {}
      } catch (error) {
        signal.throwIfAborted()
        throw problemOf(error instanceof Refusal ? error : new Refusal(asked, { status: 'UNAVAILABLE', message: causeOf(error), cause: error }), project)
      }
    }, signal),
  }
}

/** What passes in a moment is waited for here; what takes longer, by the worker, which meanwhile does something else. All that is asked may be asked twice. */
async function patiently<T>(work: (fresh: boolean) => Promise<T>, signal: AbortSignal): Promise<T> {
  let fresh = false
  for (const wait of [100, 400]) {
    try {
      return await work(fresh)
    } catch (error) {
      // a token that was kept may have been revoked
      if (!fresh && refusalOf(error)?.status === 'UNAUTHENTICATED') {
        fresh = true
        continue
      }
      if (!isProblem(error) || !error.retryable || error.retryAfterSeconds! > 1) throw error
      await setTimeout(error.retryAfterSeconds === undefined ? wait * (0.5 + Math.random()) : error.retryAfterSeconds * 1000, undefined, { signal })
    }
  }
  return work(fresh)
}

/** All pages of a list; `asked` as in `rest`, `size` what the service calls the size of a page. */
export async function listAll(session: Session, asked: string, path: string, query: Record<string, string>, signal: AbortSignal, size: 'maxResults' | 'pageSize' = 'maxResults'): Promise<JsonObject[]> {
  const pages: JsonObject[] = []
  for (let pageToken = ''; ;) {
    const page = await session.rest(asked, path, signal, { query: { ...query, [size]: '500', ...(pageToken && { pageToken }) } })
    pages.push(page)
    pageToken = typeof page['nextPageToken'] === 'string' ? page['nextPageToken'] : ''
    if (!pageToken) return pages
  }
}

/** Addresses that a credential names are judged once for all calls of a minute, since the DNS may tell others later. */
function guardOnce(guard: HostGuard, addresses: readonly string[]): () => Promise<void> {
  let judged: { at: number; verdict: Promise<unknown> } | null = null
  return async () => {
    if (!judged || Date.now() - judged.at > 60_000) judged = { at: Date.now(), verdict: Promise.all([...new Set(addresses.map((address) => new URL(address).hostname))].map((host) => guard(host))) }
    await judged.verdict
  }
}

type Caller = (name: Rpc, request: object, bearer: string, signal: AbortSignal) => Promise<unknown>

async function connectManager(address: string): Promise<Caller> {
  const [{ ClusterManagerClient }, { grpc }] = await Promise.all([import('@google-cloud/container'), import('google-gax')])
  const { protocol, hostname, port } = new URL(address)
  const plain = protocol === 'http:'
  const client = new ClusterManagerClient({ apiEndpoint: hostname, port: Number(port) || (plain ? 80 : 443), sslCreds: plain ? grpc.credentials.createInsecure() : grpc.credentials.createSsl() })
  return async (name, request, bearer, signal) => {
    signal.throwIfAborted()
    const method = client[name].bind(client) as unknown as (request: object, options: object) => Promise<[unknown]> & { cancel?(): void }
    // the library's own patience takes minutes
    const call = method(request, { timeout: callMs, retry: null, otherArgs: { headers: { authorization: `Bearer ${bearer}` } } })
    const stop = () => call.cancel?.()
    signal.addEventListener('abort', stop, { once: true })
    try {
      return (await call)[0]
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
}

function ofGrpc(name: Rpc, error: unknown): Refusal {
  const { code, details, reason, errorInfoMetadata, metadata, message } = (error ?? {}) as { code?: unknown; details?: string; reason?: string; errorInfoMetadata?: Record<string, string>; metadata?: { get?(name: string): unknown[] }; message?: string }
  const retryAfter = Number(metadata?.get?.('retry-after')[0])
  return new Refusal(`container.${name}`, {
    status: typeof code === 'number' ? statusOfCode(code) : 'UNAVAILABLE', message: details || message || 'no answer', reason, metadata: errorInfoMetadata, cause: error,
    ...(retryAfter > 0 && { retryAfterSeconds: retryAfter }),
  })
}

function ofHttp(asked: string, response: Response, text: string): Refusal {
  let said: { message?: string; status?: string; errors?: { reason?: string }[]; details?: { reason?: string; metadata?: Record<string, string> }[] } = {}
  try {
    said = (JSON.parse(text) as { error?: typeof said }).error ?? {}
  } catch {
    // a proxy's page
  }
  const info = said.details?.find(({ reason }) => reason !== undefined)
  const retryAfter = Number(response.headers.get('retry-after'))
  const status = response.status === 409 && said.status === 'ABORTED' ? 'ABORTED' : said.status && said.status !== 'UNKNOWN' ? said.status : statusOfHttp(response.status)
  return new Refusal(asked, {
    status, message: said.message ?? `HTTP ${response.status}`, reason: info?.reason ?? said.errors?.[0]?.reason, metadata: info?.metadata,
    ...(retryAfter > 0 && { retryAfterSeconds: retryAfter }),
  })
}

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined
  return [error, cause].flatMap((it) => (it instanceof Error ? [it.message] : [])).join(': ') || 'no answer'
}

/** The session of a cluster's credential. */
export function gcpCredential(credential: { type: string }, cluster: string): GcpCredential {
  if (!credential.type.startsWith('gcp-')) throw new Problem('cloud-credential-refused', { cloud: 'Google Cloud', reason: `the credential of ${cluster} is of the type ${credential.type}`, fix: 'Give a credential of one of the types gcp-federation, gcp-key and gcp-ambient.' })
  return credential as GcpCredential
}
