/** A local Azure: ARM and Entra's token endpoint over https, for the real SDKs. What it does not know it refuses with 501 UNIMPLEMENTED. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import type { Fault, Wire, WireCall } from '../../contract/machines-bed.ts'
import { ArmFailure, type Resource } from './arm.ts'
import { Entra } from './entra.ts'
import { routes, type Route } from './routes.ts'
import { subscription, World } from './world.ts'

export interface LocalAzure {
  world: World
  entra: Entra
  /** Of `management` and `authority` both. */
  address: string
  certificate: string
  wire: Wire & { calls: WireCall[] }
  /** Where clusters answer, and by which authority's certificate. */
  kubernetes: { server: string; certificateAuthorityData: string } | null
  close(): Promise<void>
}

export async function startAzure(): Promise<LocalAzure> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec', algorithm: 'sha256', extensions: [{ name: 'basicConstraints', cA: true, critical: true }, { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }, { type: 7, ip: '127.0.0.1' }] }],
  })
  const world = new World()
  const calls: WireCall[] = []
  const wire: LocalAzure['wire'] = { calls, fault: null, reset() { calls.length = 0; wire.fault = null } }
  const azure: LocalAzure = { world, entra: new Entra(), address: '', certificate: cert, wire, kubernetes: null, close: async () => {} }
  const server = createServer({ cert, key }, (request, response) => void answer(azure, request, response).catch((error: unknown) => {
    console.error('the local Azure has a fault', error)
    send(response, 500, { error: { code: 'LOCAL', message: String(error) } })
  }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  azure.address = `https://localhost:${(server.address() as AddressInfo).port}`
  azure.close = () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections() })
  return azure
}

async function answer(azure: LocalAzure, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url!, azure.address)
  const text = await bodyOf(request)
  if (!url.pathname.startsWith('/subscriptions/')) {
    const { status, body } = azure.entra.answer(azure.address, request.method!, url, text)
    return send(response, status, body)
  }
  const route = routes.find(({ method, path }) => method === request.method && path.test(url.pathname))
  if (!route) return send(response, 501, { error: { code: 'UNIMPLEMENTED', message: `${request.method} ${url.pathname}` } })
  const call: WireCall = { service: route.service, name: route.name, changes: request.method !== 'GET' && !/listCluster\w+Credential$/.test(url.pathname) }
  const fault = azure.wire.fault?.(call, azure.wire.calls.length) ?? null
  azure.wire.calls.push(call)
  if (fault === 'cut-before') return void request.socket.destroy()
  if (fault && fault !== 'cut-after') return fail(response, faultOf(fault, route, url.pathname))
  try {
    const { status, body, operation } = run(azure, route, request, url, text)
    if (fault === 'cut-after') return void request.socket.destroy()
    const at = operation && `${azure.address}${operation}?api-version=2020-01-01`
    send(response, status, body, at ? { 'azure-asyncoperation': at, location: at, 'retry-after': '10' } : {})
  } catch (error) {
    if (!(error instanceof ArmFailure)) throw error
    fail(response, error)
  }
}

function run(azure: LocalAzure, route: Route, request: IncomingMessage, url: URL, text: string) {
  const { world, entra } = azure
  entra.check(request.headers.authorization, azure.address)
  if (!url.pathname.toLowerCase().startsWith(`/subscriptions/${subscription}`)) throw new ArmFailure(404, 'SubscriptionNotFound', `The subscription '${url.pathname.split('/')[2]}' could not be found.`)
  const version = url.searchParams.get('api-version')
  if (!version) throw new ArmFailure(400, 'MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.')
  if (!route.apiVersions.includes(version) && !route.apiVersions.includes('*')) throw new ArmFailure(501, 'UNIMPLEMENTED', `${route.name} of the version ${version}`)
  for (const name of url.searchParams.keys()) if (name !== 'api-version' && !route.query?.includes(name)) throw new ArmFailure(501, 'UNIMPLEMENTED', `the parameter ${name} of ${route.name}`)
  world.used.add(route.action)
  if (!world.permissions.some(({ actions, notActions }) => permits(actions, route.action) && !permits(notActions, route.action))) throw unauthorized(route.action, url.pathname)
  if (request.method !== 'GET' && ['Disabled', 'Warned', 'Expired'].includes(world.subscriptionState)) throw new ArmFailure(409, 'ReadOnlyDisabledSubscription', `The subscription '${subscription}' is disabled and therefore marked as read only. You cannot perform any write actions on this subscription until it is re-enabled.`)
  if (request.method === 'PUT' && world.registered.get(route.service) === 'NotRegistered') throw new ArmFailure(409, 'MissingSubscriptionRegistration', `The subscription is not registered to use namespace '${route.service}'. See https://aka.ms/rps-not-found for how to register subscriptions.`)
  return route.run({
    world, params: route.path.exec(url.pathname)!.slice(1).map(decodeURIComponent), query: url.searchParams, body: text ? JSON.parse(text) as unknown : undefined,
    headers: { 'if-match': request.headers['if-match'], 'if-none-match': request.headers['if-none-match'] }, kubeconfig: (cluster) => kubeconfigOf(azure, cluster),
  })
}

const permits = (patterns: readonly string[], action: string): boolean => patterns.some((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i').test(action))
const unauthorized = (action: string, scope: string): ArmFailure => new ArmFailure(403, 'AuthorizationFailed', `The client 'hubfleet' with object id 'o' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`)

function faultOf(fault: Fault, { action }: Route, scope: string): ArmFailure {
  switch (fault) {
    case 'throttled': return new ArmFailure(429, 'TooManyRequests', 'The request is being throttled as the limit has been reached for operation type. For more information, see - https://aka.ms/srpthrottlinglimits', { 'retry-after': '1' })
    case 'unavailable': return new ArmFailure(503, 'ServiceUnavailable', 'The service is unavailable.')
    case 'quota': return new ArmFailure(409, 'OperationNotAllowed', 'Operation could not be completed as it results in exceeding approved Total Regional Cores quota. Additional details - Deployment Model: Resource Manager, Location: westeurope, Current Limit: 10, Current Usage: 8, Additional Required: 4, (Minimum) New Limit Required: 12.')
    default: return unauthorized(action, scope)
  }
}

/** As `az aks get-credentials` gets it: with a program for logging in, which nobody here may run. */
function kubeconfigOf({ kubernetes }: LocalAzure, cluster: Resource): string {
  const server = kubernetes?.server ?? `https://${cluster.properties['fqdn'] as string}:443`
  return `apiVersion: v1
kind: Config
clusters:
- name: ${cluster.name}
  cluster: {server: "${server}", certificate-authority-data: "${kubernetes?.certificateAuthorityData ?? ''}"}
contexts:
- name: ${cluster.name}
  context: {cluster: ${cluster.name}, user: clusterUser}
current-context: ${cluster.name}
users:
- name: clusterUser
  user: {exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: kubelogin, args: [get-token]}}
`
}

const fail = (response: ServerResponse, { status, code, message, headers }: ArmFailure): void => send(response, status, { error: { code, message } }, headers)

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body === undefined ? undefined : JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
