import { createHash } from 'node:crypto'
import type { AutoScaling } from '@aws-sdk/client-auto-scaling'
import type { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs'
import type { EC2 } from '@aws-sdk/client-ec2'
import type { ECR } from '@aws-sdk/client-ecr'
import type { EFS } from '@aws-sdk/client-efs'
import type { EKS } from '@aws-sdk/client-eks'
import type { ElasticLoadBalancing } from '@aws-sdk/client-elastic-load-balancing'
import type { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { IAM } from '@aws-sdk/client-iam'
import type { ResourceGroupsTaggingAPI } from '@aws-sdk/client-resource-groups-tagging-api'
import type { ServiceQuotas } from '@aws-sdk/client-service-quotas'
import type { STS } from '@aws-sdk/client-sts'
import type { HostGuard } from '@hubfleet/cluster'
import type { OpenCredential } from '../machines.ts'
import { awsProblem } from './failures.ts'
import { partitionOf } from './names.ts'

/** Credentials of a session, and when they end; those of a key never do. */
export interface AwsSession { accessKeyId: string; secretAccessKey: string; sessionToken?: string; expiration?: Date }
export type AwsCredential = Extract<OpenCredential, { type: `aws-${string}` }>

interface Clients {
  eks: EKS; ec2: EC2; iam: IAM; sts: STS; elb: ElasticLoadBalancing; elbv2: ElasticLoadBalancingV2; autoscaling: AutoScaling; quotas: ServiceQuotas
  ecr: ECR; logs: CloudWatchLogs; efs: EFS; tagging: ResourceGroupsTaggingAPI
}
interface CallOptions { abortSignal: AbortSignal }

/** One account and region of AWS, by one credential. Nothing is loaded or asked before the first call. */
export interface Aws {
  readonly region: string
  /** One call; what fails is a Problem. An aborted signal rethrows its reason. */
  call<Name extends keyof Clients, T>(service: Name, signal: AbortSignal, run: (client: Clients[Name], options: CallOptions) => Promise<T>): Promise<T>
  /** As `call`, but null where AWS answers with one of the codes. */
  find<Name extends keyof Clients, T>(service: Name, signal: AbortSignal, codes: RegExp, run: (client: Clients[Name], options: CallOptions) => Promise<T>): Promise<T | null>
  session(signal: AbortSignal, fresh?: boolean): Promise<AwsSession>
  credential(): Promise<AwsCredential>
  /** The same account in another region. */
  in(region: string): Aws
}

export interface AwsOptions { guard: HostGuard; sessions: Sessions }

const loaders: { [Name in keyof Clients]: () => Promise<new (config: object) => Clients[Name]> } = {
  eks: async () => (await import('@aws-sdk/client-eks')).EKS,
  ec2: async () => (await import('@aws-sdk/client-ec2')).EC2,
  iam: async () => (await import('@aws-sdk/client-iam')).IAM,
  sts: async () => (await import('@aws-sdk/client-sts')).STS,
  elb: async () => (await import('@aws-sdk/client-elastic-load-balancing')).ElasticLoadBalancing,
  elbv2: async () => (await import('@aws-sdk/client-elastic-load-balancing-v2')).ElasticLoadBalancingV2,
  autoscaling: async () => (await import('@aws-sdk/client-auto-scaling')).AutoScaling,
  quotas: async () => (await import('@aws-sdk/client-service-quotas')).ServiceQuotas,
  ecr: async () => (await import('@aws-sdk/client-ecr')).ECR,
  logs: async () => (await import('@aws-sdk/client-cloudwatch-logs')).CloudWatchLogs,
  efs: async () => (await import('@aws-sdk/client-efs')).EFS,
  tagging: async () => (await import('@aws-sdk/client-resource-groups-tagging-api')).ResourceGroupsTaggingAPI,
}
/** As a credential's `endpoints` names the services. */
export const endpointNames: Record<keyof Clients, string> = {
  eks: 'eks', ec2: 'ec2', iam: 'iam', sts: 'sts', elb: 'elasticloadbalancing', elbv2: 'elasticloadbalancing', autoscaling: 'autoscaling', quotas: 'servicequotas',
  ecr: 'ecr', logs: 'logs', efs: 'elasticfilesystem', tagging: 'tagging',
}

export function connectAws(region: string, open: () => Promise<OpenCredential>, options: AwsOptions): Aws {
  const credential = () => open().then((found) => found as AwsCredential)
  const clients = new Map<string, Promise<unknown>>()

  async function make<Name extends keyof Clients>(service: Name, signed: boolean): Promise<Clients[Name]> {
    const [Client, { endpoints }] = await Promise.all([loaders[service](), credential()])
    const endpoint = endpoints?.[endpointNames[service]]
    if (endpoint) await options.guard(new URL(endpoint).hostname)
    const client = new Client({
      region: service === 'iam' ? partitionOf(region).home : region, maxAttempts: 3, requestHandler: { connectionTimeout: 5000, requestTimeout: 30_000 },
      ...(endpoint && { endpoint }),
      // the signature is made at each call, from the session as it is then
      credentials: signed ? () => aws.session(AbortSignal.timeout(30_000)) : { accessKeyId: 'none', secretAccessKey: 'none' },
    })
    nameCalls(client)
    return client
  }
  const client = <Name extends keyof Clients>(service: Name, signed = true): Promise<Clients[Name]> => {
    const key = `${service} ${signed}`
    let made = clients.get(key) as Promise<Clients[Name]> | undefined
    if (!made) clients.set(key, made = make(service, signed))
    void made.catch(() => clients.delete(key))
    return made
  }
  const aws: Aws = {
    region, credential,
    in: (other) => connectAws(other, credential, options),
    async call(service, signal, run) {
      signal.throwIfAborted()
      try {
        return await run(await client(service), { abortSignal: signal })
      } catch (error) {
        signal.throwIfAborted()
        throw awsProblem(error, { service: endpointNames[service], account: (await credential()).account, region })
      }
    },
    async find(service, signal, codes, run) {
      return aws.call(service, signal, (of, call) => run(of, call).catch((error: unknown) => {
        if (codes.test((error as Error | null)?.name ?? '')) return null
        throw error
      }))
    },
    session: async (signal, fresh = false) => options.sessions.of(await credential(), { fresh, assume: async (role, token) => assume(await client('sts', false), role, token, signal) }),
  }
  return aws
}

/** Puts the operation's name into what a call throws, and leaves calls alone whose answer was lost: AWS may have done them, and a look tells. */
function nameCalls(client: unknown): void {
  const { middlewareStack, config } = client as { middlewareStack: { add(middleware: unknown, options: object): void }; config: { retryStrategy(): Promise<RetryStrategy> } }
  middlewareStack.add((next: (args: unknown) => Promise<unknown>, { commandName }: { commandName?: string }) => async (args: unknown) => {
    try {
      return await next(args)
    } catch (error) {
      if (error && typeof error === 'object') Object.assign(error, { operation: commandName?.replace(/Command$/, '') })
      throw error
    }
  }, { step: 'initialize', name: 'hubfleetNames' })
  const usual = config.retryStrategy
  config.retryStrategy = async () => {
    const strategy = await usual()
    return {
      acquireInitialRetryToken: (scope) => strategy.acquireInitialRetryToken(scope),
      recordSuccess: (token) => strategy.recordSuccess(token),
      refreshRetryTokenForRetry: async (token, info) => {
        if (!(info.error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode) throw info.error
        return strategy.refreshRetryTokenForRetry(token, info)
      },
    }
  }
}
interface RetryStrategy {
  acquireInitialRetryToken(scope: string): Promise<unknown>
  refreshRetryTokenForRetry(token: unknown, info: { error?: unknown }): Promise<unknown>
  recordSuccess(token: unknown): void
}

async function assume(sts: STS, role: string, token: string, signal: AbortSignal): Promise<AwsSession> {
  const { Credentials: found } = await sts.assumeRoleWithWebIdentity({ RoleArn: role, RoleSessionName: 'hubfleet', WebIdentityToken: token }, { abortSignal: signal })
  if (!found?.AccessKeyId || !found.SecretAccessKey || !found.SessionToken) throw new Error('AWS gave no session')
  return { accessKeyId: found.AccessKeyId, secretAccessKey: found.SecretAccessKey, sessionToken: found.SessionToken, ...(found.Expiration && { expiration: found.Expiration }) }
}

/** The audience of Hubfleet's tokens for AWS. */
export const audience = 'sts.amazonaws.com'
const early = 5 * 60_000
const most = 500

/** Sessions are shared by all looks of a process, and renewed five minutes before their end, by one caller at a time. */
export class Sessions {
  readonly #sessions = new Map<string, Promise<AwsSession>>()

  async of(credential: AwsCredential, { fresh, assume: ask }: { fresh: boolean; assume(role: string, token: string): Promise<AwsSession> }): Promise<AwsSession> {
    if (credential.type === 'aws-key') return { accessKeyId: credential.accessKeyId, secretAccessKey: credential.secretAccessKey }
    const key = createHash('sha256').update(JSON.stringify(credential)).update(await tenantOf(credential)).digest('base64')
    const known = fresh ? undefined : this.#sessions.get(key)
    const session = await known?.catch(() => undefined)
    if (session && (!session.expiration || session.expiration.getTime() - early > Date.now())) return session
    const current = this.#sessions.get(key)
    if (current && current !== known && !fresh) return current
    if (this.#sessions.size >= most) this.#sessions.delete(this.#sessions.keys().next().value!)
    const next = credential.type === 'aws-ambient' ? ambient() : credential.identityToken(audience).then((token) => ask(credential.role, token))
    this.#sessions.set(key, next)
    void next.catch(() => this.#sessions.get(key) === next && this.#sessions.delete(key))
    return next
  }
}

/** Two tenants may name one role: what tells them apart is the subject of the token that is signed for each. */
async function tenantOf(credential: AwsCredential): Promise<string> {
  if (credential.type !== 'aws-federation') return ''
  const [, payload = ''] = (await credential.identityToken(audience)).split('.')
  const { sub } = JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}') as { sub?: string }
  return sub ?? ''
}

async function ambient(): Promise<AwsSession> {
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers')
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = await fromNodeProviderChain()()
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }), ...(expiration && { expiration }) }
}
