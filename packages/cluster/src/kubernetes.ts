import type * as client from '@kubernetes/client-node'
import { connectsTo } from '@hubfleet/core'
import type { ClusterAccess } from './access.ts'
import { createCredentials, type Credentials, type ShownToken } from './credentials.ts'
import { clusterProblem, statusOf } from './failures.ts'
import type { ClusterName } from './failures.ts'
import { environmentProxy } from './environment-proxy.ts'
import { kubeconfigOf } from './kubeconfig.ts'

/** Throws when the host must not be connected to. */
export type HostGuard = (host: string) => Promise<void>

export interface KubernetesOptions {
  /** The cluster's name for people; only problems show it. */
  cluster: string
  access: ClusterAccess
  guard: HostGuard
  /** Of each call. */
  timeoutMs?: number
}

/** Options of one call of the generated client. */
type CallOptions = client.ConfigurationOptions
type Run<T> = (apis: KubernetesApis, options: CallOptions) => Promise<T>

/** The API groups that Hubfleet uses. */
export interface KubernetesApis {
  core: client.CoreV1Api
  apps: client.AppsV1Api
  batch: client.BatchV1Api
  networking: client.NetworkingV1Api
  rbac: client.RbacAuthorizationV1Api
  scheduling: client.SchedulingV1Api
  storage: client.StorageV1Api
  authorization: client.AuthorizationV1Api
  custom: client.CustomObjectsApi
  version: client.VersionApi
  apis: client.ApisApi
}

const metadataOnly = ['PartialObjectMetadataList', 'PartialObjectMetadata'].map((kind) => `application/json;as=${kind};g=meta.k8s.io;v=v1`).join(',')

export interface RawRequest { method: 'GET' | 'PATCH'; path: string; query?: Record<string, string>; body?: unknown; contentType?: string }

/** A client of exactly one cluster. It reads no file and no environment: all that it knows is in `access`. */
export interface Kubernetes {
  readonly name: ClusterName
  readonly access: ClusterAccess
  readonly credentials: Credentials
  readonly library: typeof client
  /** Throws `address-refused`, or whatever the guard throws. Calls do it by themselves. */
  allowed(): Promise<void>
  /** One call, bounded in time, whose failure is a Problem. An aborted signal rethrows its reason. */
  call<T>(signal: AbortSignal, run: Run<T>): Promise<T>
  /** As `call`, but null when the object (or its kind) does not exist. */
  find<T>(signal: AbortSignal, run: Run<T>): Promise<T | null>
  /**
   * As `call`, of any address of the API, with JSON as it is on the wire: the client's own forms of objects leave out what it
   * does not know. Null where there is nothing.
   */
  request(signal: AbortSignal, request: RawRequest): Promise<unknown>
  /** The body of a GET as it comes, for as long as the signal lasts: a log that is followed. Null where there is nothing, or nothing yet. */
  stream(signal: AbortSignal, path: string, query: Record<string, string>): Promise<AsyncIterable<string> | null>
  /** As `call`, and the answers carry nothing but metadata: for lists of Secrets, whose data is none of our business. */
  metadata<T>(signal: AbortSignal, run: Run<T>): Promise<T>
  /**
   * For what the library connects by itself, its Watch and its PortForward: with credentials that hold for so long, where any do, and answers
   * in the given form.
   */
  session(signal: AbortSignal, options?: { accept?: string; forMs?: number }): Promise<Session>
  close(): Promise<void>
}

export interface Session { config: client.KubeConfig; shown: ShownToken }

export async function connectKubernetes({ cluster, access, guard, timeoutMs = 15_000 }: KubernetesOptions): Promise<Kubernetes> {
  // loading it takes about half a second and 100 MB, which nobody pays who has no cluster
  const library = await import('@kubernetes/client-node')
  const name = { cluster, server: access.server }
  const credentials = createCredentials(access, name)
  // helm reads the environment by itself
  const proxied = { ...access, proxyUrl: access.proxyUrl ?? environmentProxy(access.server) ?? undefined } as ClusterAccess
  const configOf = (token: string | null): client.KubeConfig => {
    const config = new library.KubeConfig()
    config.loadFromString(JSON.stringify(kubeconfigOf(proxied, token)))
    return config
  }
  const security = await sharedConnections(library, configOf(null), access.server)
  const configuration = library.createConfiguration({
    baseServer: new library.ServerConfiguration(access.server.replace(/\/+$/, ''), {}),
    authMethods: { default: security },
  })
  const apis = apisOf(library, configuration)
  const host = connectsTo(access)
  const allowed = (): Promise<void> => guard(host)

  async function attempt<T>(signal: AbortSignal, run: Run<T>, accept?: string): Promise<T> {
    signal.throwIfAborted()
    await allowed()
    return credentials.use(signal, (shown) => run(apis, callOptions(library, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]), headersOf(shown, accept))))
  }
  async function send(signal: AbortSignal, request: RawRequest): Promise<unknown> {
    signal.throwIfAborted()
    await allowed()
    return credentials.use(signal, (shown) => sendOnce(signal, request, shown))
  }
  async function sendOnce(signal: AbortSignal, { method, path, query = {}, body, contentType = 'application/json' }: RawRequest, shown: ShownToken): Promise<unknown> {
    const context = configuration.baseServer.makeRequestContext(path, library.HttpMethod[method])
    for (const [name, value] of Object.entries(query)) context.setQueryParam(name, value)
    for (const [header, value] of Object.entries(headersOf(shown, 'application/json'))) context.setHeaderParam(header, value)
    if (body !== undefined) {
      context.setHeaderParam('Content-Type', contentType)
      context.setBody(JSON.stringify(body))
    }
    context.setSignal(AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]))
    await security.applySecurityAuthentication(context)
    const answer = await configuration.httpApi.send(context).toPromise()
    const text = await answer.body.text()
    if (answer.httpStatusCode === 404) return null
    if (answer.httpStatusCode >= 300) throw new library.ApiException(answer.httpStatusCode, '', text, answer.headers)
    return JSON.parse(text)
  }
  async function open(signal: AbortSignal, path: string, query: Record<string, string>): Promise<AsyncIterable<string> | null> {
    signal.throwIfAborted()
    await allowed()
    return credentials.use(signal, (shown) => openOnce(signal, path, query, shown))
  }
  async function openOnce(signal: AbortSignal, path: string, query: Record<string, string>, shown: ShownToken): Promise<AsyncIterable<string> | null> {
    const context = configuration.baseServer.makeRequestContext(path, library.HttpMethod.GET)
    for (const [name, value] of Object.entries(query)) context.setQueryParam(name, value)
    for (const [header, value] of Object.entries(headersOf(shown, '*/*'))) context.setHeaderParam(header, value)
    // only the answer's head has a time in which it must come
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(new DOMException('no answer in time', 'TimeoutError')), timeoutMs)
    context.setSignal(AbortSignal.any([signal, late.signal]))
    await security.applySecurityAuthentication(context)
    try {
      const answer = await configuration.httpApi.send(context).toPromise()
      // 400: a container that has not started
      if (answer.httpStatusCode === 404 || answer.httpStatusCode === 400) return null
      if (answer.httpStatusCode >= 300) throw new library.ApiException(answer.httpStatusCode, '', await answer.body.text(), {})
      return textOf((answer.body as unknown as { stream(): ReadableStream<Uint8Array> }).stream())
    } finally {
      clearTimeout(timer)
    }
  }
  const failed = (signal: AbortSignal) => (error: unknown): never => {
    signal.throwIfAborted()
    throw clusterProblem(error, name)
  }

  return {
    name,
    access,
    credentials,
    library,
    allowed,
    call: (signal, run) => attempt(signal, run).catch(failed(signal)),
    find: (signal, run) => attempt(signal, run).catch((error: unknown) => (statusOf(error) === 404 ? null : failed(signal)(error))),
    request: (signal, request) => send(signal, request).catch(failed(signal)),
    stream: (signal, path, query) => open(signal, path, query).catch(failed(signal)),
    metadata: (signal, run) => attempt(signal, run, metadataOnly).catch(failed(signal)),
    session: async (signal, { accept, forMs } = {}) => {
      const shown = await credentials.current(signal, { forMs })
      const config = configOf(shown.token)
      config.applySecurityAuthentication = async (context) => {
        await security.applySecurityAuthentication(context)
        for (const [header, value] of Object.entries(headersOf(shown, accept))) context.setHeaderParam(header, value)
      }
      return { config, shown }
    },
    close: async () => {
      credentials.close()
      await security.close()
    },
  }
}

async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const bytes of body) yield decoder.decode(bytes, { stream: true })
}

/** One pool of connections for all calls: by itself the client makes a new pool, and so a new TLS handshake, for each call. */
async function sharedConnections(library: typeof client, config: client.KubeConfig, server: string): Promise<client.SecurityAuthentication & { close(): Promise<void> }> {
  const probe = new library.RequestContext(server, library.HttpMethod.GET)
  await config.applySecurityAuthentication(probe)
  const headers = Object.entries(probe.getHeaders())
  const dispatcher = probe.getDispatcher()
  return {
    getName: () => 'hubfleet',
    applySecurityAuthentication: (context) => {
      for (const [header, value] of headers) context.setHeaderParam(header, value)
      if (dispatcher) context.setDispatcher(dispatcher)
    },
    close: async () => { await dispatcher?.destroy() },
  }
}

const headersOf = ({ token }: ShownToken, accept?: string): Record<string, string> => ({ ...(token !== null && { Authorization: `Bearer ${token}` }), ...(accept && { Accept: accept }) })

function apisOf(library: typeof client, configuration: client.Configuration): KubernetesApis {
  const of = <T>(Api: new (configuration: client.Configuration) => T): T => new Api(configuration)
  return {
    core: of(library.CoreV1Api),
    apps: of(library.AppsV1Api),
    batch: of(library.BatchV1Api),
    networking: of(library.NetworkingV1Api),
    rbac: of(library.RbacAuthorizationV1Api),
    scheduling: of(library.SchedulingV1Api),
    storage: of(library.StorageV1Api),
    authorization: of(library.AuthorizationV1Api),
    custom: of(library.CustomObjectsApi),
    version: of(library.VersionApi),
    apis: of(library.ApisApi),
  }
}

function callOptions({ Observable }: typeof client, signal: AbortSignal, headers: Record<string, string>): CallOptions {
  const pre = (context: client.RequestContext): client.Observable<client.RequestContext> => {
    context.setSignal(signal)
    for (const [header, value] of Object.entries(headers)) context.setHeaderParam(header, value)
    return new Observable(Promise.resolve(context))
  }
  const post = (context: client.ResponseContext): client.Observable<client.ResponseContext> => new Observable(Promise.resolve(context))
  return { middleware: [{ pre, post }], middlewareMergeStrategy: 'append' }
}

export type {
  CoreV1Event, V1ConfigMap, V1DaemonSet, V1Deployment, V1Ingress, V1Job, V1Namespace, V1NetworkPolicy, V1ObjectMeta, V1PersistentVolume, V1PersistentVolumeClaim, V1Node, V1Pod, V1PodSpec, V1Secret, V1Service, V1StatefulSet,
} from '@kubernetes/client-node'
