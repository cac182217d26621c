import { setTimeout } from 'node:timers/promises'
import type { AuthorizationManagementClient } from '@azure/arm-authorization'
import type { ComputeManagementClient } from '@azure/arm-compute'
import type { ContainerServiceClient } from '@azure/arm-containerservice'
import type { NetworkManagementClient } from '@azure/arm-network'
import type { ResourceManagementClient } from '@azure/arm-resources'
import type { TokenCredential } from '@azure/identity'
import type { HostGuard } from '@hubfleet/cluster'
import { Problem } from '@hubfleet/core'
import type { OpenCredential } from '../provider.ts'
import { azureProblem, noteAnswer, statusOf } from './problems.ts'

export interface AzureOptions {
  /** Judges each host that is not Azure's public one. */
  guard: HostGuard
  /** PEM of an authority that is trusted too; default: those of the system. */
  certificateAuthority?: string
  /** How a short pause before another try goes by; default: by the clock. */
  pause?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
}

type PipelinePolicy = Parameters<ContainerServiceClient['pipeline']['addPolicy']>[0]
type AzureCredential = Extract<OpenCredential, { type: `azure-${string}` }>

/** What each call of an SDK takes. */
export interface CallOptions { abortSignal: AbortSignal }

/** One subscription, by one credential. Each SDK is loaded when it is first needed. */
export interface Azure {
  readonly subscription: string
  readonly portal: string
  containers(): Promise<ContainerServiceClient>
  compute(): Promise<ComputeManagementClient>
  network(): Promise<NetworkManagementClient>
  resources(): Promise<ResourceManagementClient>
  /** Reads what no SDK has a method for, of an address below the subscription. */
  read(path: string, apiVersion: string, signal: AbortSignal): Promise<unknown>
  /** One call, bounded in time, whose failure is a Problem; `action` is the permission that it needs. */
  call<T>(action: string, signal: AbortSignal, run: (options: CallOptions) => Promise<T>): Promise<T>
  /** As `call`, and null for what is not there. */
  find<T>(action: string, signal: AbortSignal, run: (options: CallOptions) => Promise<T>): Promise<T | null>
  /** As `call`, of all pages of a list. */
  list<T>(action: string, signal: AbortSignal, run: (options: CallOptions) => AsyncIterable<T> | Promise<AsyncIterable<T>>): Promise<T[]>
  token(scope: string, signal: AbortSignal): Promise<{ token: string; expiresAt: Date }>
}

const publicHosts = { management: 'https://management.azure.com', authority: 'https://login.microsoftonline.com' }
const callMs = 60_000

export async function connectAzure(credential: OpenCredential, { guard, certificateAuthority, pause = (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }) }: AzureOptions): Promise<Azure> {
  if (!isAzure(credential)) throw new Problem('cloud-credential-refused', { cloud: 'azure', reason: `it is a credential of the kind ${credential.type}`, fix: 'Register one of the kind azure-federation or azure-secret, and name it in the cluster.' })
  const management = (credential.endpoints?.['management'] ?? publicHosts.management).replace(/\/+$/, '')
  const authority = (credential.endpoints?.['authority'] ?? publicHosts.authority).replace(/\/+$/, '')
  const own = [management, authority].filter((address) => !Object.values(publicHosts).includes(address)).map((address) => new URL(address).hostname)
  const tls = certificateAuthority === undefined ? {} : { tlsOptions: { ca: certificateAuthority } }
  // calls are tried again here, and only for a moment: what takes longer is one more look of the worker's, which holds nothing while it waits
  const transport = { retryOptions: { maxRetries: 0 }, ...tls }
  const identity = once(() => tokenCredential(credential, authority, transport))
  const options = { ...transport, additionalPolicies: [{ policy: noteFailures, position: 'perRetry' as const }], endpoint: management, credentials: { scopes: [`${management}/.default`] } }
  const { subscription } = credential

  const attempt = async <T>(action: string, signal: AbortSignal, run: (options: CallOptions) => Promise<T>, missing?: () => T): Promise<T> => {
    for (let tries = 0; ; tries++) {
      signal.throwIfAborted()
      for (const host of own) await guard(host)
      try {
        return await run({ abortSignal: AbortSignal.any([signal, AbortSignal.timeout(callMs)]) })
      } catch (error) {
        signal.throwIfAborted()
        if (missing && statusOf(error) === 404 && isAbsence(error)) return missing()
        const problem = azureProblem(error, { action, account: `the subscription ${subscription}` })
        const milliseconds = pauseOf(error, problem, action, tries)
        if (milliseconds === null) throw problem
        await pause(milliseconds, signal)
      }
    }
  }
  const authorization = once(async (): Promise<AuthorizationManagementClient> => {
    const { AuthorizationManagementClient: Client } = await import('@azure/arm-authorization')
    return new Client(await identity(), subscription, { ...transport, endpoint: management, credentialScopes: `${management}/.default` })
  })

  return {
    subscription,
    portal: portalOf(management),
    containers: once(async () => new (await import('@azure/arm-containerservice')).ContainerServiceClient(await identity(), subscription, options)),
    compute: once(async () => new (await import('@azure/arm-compute')).ComputeManagementClient(await identity(), subscription, options)),
    network: once(async () => new (await import('@azure/arm-network')).NetworkManagementClient(await identity(), subscription, options)),
    resources: once(async () => new (await import('@azure/arm-resources')).ResourceManagementClient(await identity(), subscription, options)),
    read: async (path, apiVersion, signal) => attempt(`read ${path || 'the subscription'}`, signal, async ({ abortSignal }) => {
      const client = await authorization()
      return client.sendOperationRequest({ options: { abortSignal } }, {
        httpMethod: 'GET', baseUrl: management, path: `/subscriptions/${encodeURIComponent(subscription)}${path}`,
        queryParameters: [{ parameterPath: 'apiVersion', mapper: { serializedName: 'api-version', isConstant: true, defaultValue: apiVersion, type: { name: 'String' } } }],
        responses: { 200: { bodyMapper: { type: { name: 'any' } } }, default: { bodyMapper: { type: { name: 'any' } }, isError: true } },
        serializer: await plainSerializer(),
      })
    }),
    call: (action, signal, run) => attempt(action, signal, run),
    find: <T>(action: string, signal: AbortSignal, run: (options: CallOptions) => Promise<T>) => attempt<T | null>(action, signal, run, () => null),
    list: (action, signal, run) => attempt(action, signal, async (bounded) => collected(await run(bounded)), () => []),
    token: (scope, signal) => attempt('a token', signal, async (bounded) => {
      const made = await (await identity()).getToken(scope, bounded)
      if (!made) throw new Problem('cloud-credential-refused', { cloud: 'azure', reason: 'Entra gave no token', fix: 'Look at the sign-in logs of the app registration in Entra.' })
      return { token: made.token, expiresAt: new Date(made.expiresOnTimestamp) }
    }),
  }
}

/** Of a list that fails the SDKs tell nothing but the status. */
const noteFailures: PipelinePolicy = {
  name: 'hubfleet-failures',
  async sendRequest(request, next) {
    const response = await next(request)
    if (response.status >= 400) noteAnswer(request, response.bodyAsText)
    return response
  },
}

async function collected<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of pages) all.push(one)
  return all
}

/** Milliseconds until a call is worth another try at once; null where it is not. What may have been done already is not done again blindly. */
function pauseOf(error: unknown, problem: Problem, action: string, tries: number): number | null {
  if (!problem.retryable || tries >= 2) return null
  const status = statusOf(error)
  const undone = status === 429 || status === 503 || (/(^read|\/read|^a token)/.test(action) && (status === null || status >= 500))
  const pause = (problem.retryAfterSeconds ?? 0.2 * 2 ** tries) * 1000
  return undone && pause <= 5_000 ? pause : null
}

const isAzure = (credential: OpenCredential): credential is AzureCredential => credential.type.startsWith('azure-')

/** A subscription that is not there is no absence of what was looked for in it. */
const isAbsence = (error: unknown): boolean => !/SubscriptionNotFound|InvalidSubscriptionId/.test(String((error as { code?: unknown }).code))

async function tokenCredential(credential: AzureCredential, authorityHost: string, transport: object): Promise<TokenCredential> {
  const { ClientAssertionCredential, ClientSecretCredential, DefaultAzureCredential } = await import('@azure/identity')
  // an authority of one's own is no subject of the public list of authorities
  const options = { ...transport, authorityHost, ...(authorityHost !== publicHosts.authority && { disableInstanceDiscovery: true }) }
  switch (credential.type) {
    case 'azure-federation': return new ClientAssertionCredential(credential.directory, credential.clientId, () => credential.identityToken('api://AzureADTokenExchange'), options)
    case 'azure-secret': return new ClientSecretCredential(credential.directory, credential.clientId, credential.clientSecret, options)
    case 'azure-ambient': return new DefaultAzureCredential(options)
  }
}

/** Of core-client, which each SDK of that kind carries, without a dependency of our own on it. */
const plainSerializer = async () => ({ modelMappers: {}, isXML: false, validateConstraints: () => {}, serialize: (_mapper: unknown, value: unknown) => value, deserialize: (_mapper: unknown, value: unknown) => value }) as never

function portalOf(management: string): string {
  if (management.endsWith('.chinacloudapi.cn')) return 'https://portal.azure.cn'
  return management.endsWith('.usgovcloudapi.net') ? 'https://portal.azure.us' : 'https://portal.azure.com'
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null
      throw error
    })
    return made
  }
}
