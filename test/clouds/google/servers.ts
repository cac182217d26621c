/** Google on two local ports: Kubernetes Engine by gRPC, as its own protos have it, and the rest by JSON. */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { loadPackageDefinition, Metadata, Server, ServerCredentials, type ServiceClientConstructor, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js'
import { fromJSON } from '@grpc/proto-loader'
import type { Fault, Wire, WireCall } from '../../contract/machines-bed.ts'
import { restRoutes } from './compute.ts'
import { containerMethods } from './container.ts'
import { Login, type Trust } from './login.ts'
import type { Message } from './messages.ts'
import { codes, GoogleError } from './refusal.ts'
import { serviceRoutes } from './services.ts'
import type { World } from './world.ts'

export interface LocalGoogle { world: World; wire: Wire; login: Login; endpoints: Record<string, string>; stop(): Promise<void> }

const services = ['compute', 'file', 'artifactregistry', 'logging', 'cloudresourcemanager', 'serviceusage', 'cloudbilling', 'iam', 'oauth2', 'sts', 'iamcredentials']

export async function startGoogle(world: World, trust: Trust): Promise<LocalGoogle> {
  const calls: WireCall[] = []
  const wire: Wire = { calls, fault: null, reset: () => { calls.length = 0; wire.fault = null } }
  const login = new Login(trust, Date.now)
  const meet = (call: WireCall): Fault | null => {
    const index = calls.push(call) - 1
    return wire.fault?.(call, index) ?? null
  }

  const container = containerMethods(world)
  const grpc = new Server()
  const { service } = managerOf()
  grpc.addService(service, Object.fromEntries(Object.keys(service).map((name) => [name, (call: ServerUnaryCall<Message, Message>, answer: sendUnaryData<Message>) => {
    const method = container[name]
    try {
      if (!method) throw new GoogleError('UNIMPLEMENTED', `this local Google does not know ${name}`)
      const fault = meet({ service: 'container', name, changes: method.changes })
      if (!login.isGood(call.metadata.get('authorization')[0]?.toString())) throw new GoogleError('UNAUTHENTICATED', 'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.')
      const subject = (call.request['name'] ?? call.request['parent'] ?? '') as string
      if (fault && fault !== 'cut-after') throw faulted(fault, method.permission, subject)
      if (world.denied.has(method.permission)) throw faulted('denied', method.permission, subject)
      const done = method.answer(call.request)
      if (fault) throw faulted(fault, method.permission, subject)
      answer(null, done)
    } catch (error) {
      answer(grpcError(error))
    }
  }])))
  const grpcPort = await new Promise<number>((resolve, reject) => grpc.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port))))

  const routes = [...restRoutes(world), ...serviceRoutes(world)]
  const http = createServer((request, response) => {
    void read(request).then((text) => {
      const { service: name, path, query } = addressed(request.url ?? '/')
      const token = login.answer(name, path, text, request.headers.authorization)
      if (token) return send(response, token.status, token.body)
      const route = routes.find((it) => it.service === name && it.verb === request.method && it.path.test(path))
      if (!route) throw new GoogleError('UNIMPLEMENTED', `this local Google does not know ${request.method} ${name} ${path}`)
      const fault = meet({ service: name, name: route.name, changes: route.changes ?? false })
      if (!login.isGood(request.headers.authorization)) throw new GoogleError('UNAUTHENTICATED', 'Request had invalid authentication credentials.', { reason: 'authError' })
      const permission = route.permission ?? `${name}.${route.name}`
      if (fault === 'cut-before') return void request.socket.destroy()
      if (fault && fault !== 'cut-after') throw faulted(fault, permission, `projects/${world.project}`)
      if (route.permission && world.denied.has(permission)) throw faulted('denied', permission, `projects/${world.project}`)
      const done = route.answer(route.path.exec(path)!, { query, body: text ? JSON.parse(text) as Record<string, unknown> : {} })
      if (fault) return void request.socket.destroy()
      send(response, 200, done)
    }).catch((error: unknown) => {
      const refusal = error instanceof GoogleError ? error : new GoogleError('UNKNOWN', String(error))
      const [, code] = codes[refusal.status]
      send(response, code, { error: { code, message: refusal.message, status: refusal.status, errors: [{ message: refusal.message, domain: 'global', reason: refusal.reason ?? 'other' }] } }, refusal.retryAfterSeconds)
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo

  return {
    world, wire, login,
    endpoints: { container: `http://127.0.0.1:${grpcPort}`, ...Object.fromEntries(services.map((name) => [name, `http://127.0.0.1:${port}/${name}.googleapis.com`])) },
    async stop() {
      grpc.forceShutdown()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

/** From the package that the product speaks with. */
function managerOf(): ServiceClientConstructor {
  const main = createRequire(join(import.meta.dirname, '../../../packages/providers/package.json')).resolve('@google-cloud/container')
  const protos = JSON.parse(readFileSync(join(dirname(main), '../protos/protos.json'), 'utf8')) as object
  const definition = fromJSON(protos as never, { keepCase: false, longs: String, enums: String, defaults: true, oneofs: true })
  const { google } = loadPackageDefinition(definition) as unknown as { google: { container: { v1: { ClusterManager: ServiceClientConstructor } } } }
  return google.container.v1.ClusterManager
}

/** As Google says it. */
function faulted(fault: Fault, permission: string, subject: string): GoogleError {
  switch (fault) {
    case 'throttled': return new GoogleError('RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric \'Requests\' and limit \'Requests per minute\' of service \'container.googleapis.com\' for consumer \'project_number:123456789012\'.', { reason: 'rateLimitExceeded', retryAfterSeconds: 1 })
    case 'denied': return new GoogleError('PERMISSION_DENIED', `Required "${permission}" permission(s) for "${subject}".`, { reason: 'forbidden' })
    case 'quota': return new GoogleError('PERMISSION_DENIED', 'Insufficient regional quota to satisfy request: resource "CPUS": request requires \'9.0\' and is short \'1.0\'. project has a quota of \'8.0\' with \'8.0\' available. View and manage quotas at https://console.cloud.google.com/iam-admin/quotas?usage=USED&project=hub-fleet-test.')
    case 'unavailable': return new GoogleError('UNAVAILABLE', 'The service is currently unavailable.')
    case 'cut-before':
    case 'cut-after': return new GoogleError('UNAVAILABLE', 'Connection dropped')
  }
}

function grpcError(error: unknown): { code: number; details: string; metadata: Metadata } {
  const refusal = error instanceof GoogleError ? error : new GoogleError('UNKNOWN', String(error))
  return { code: codes[refusal.status][0], details: refusal.message, metadata: new Metadata() }
}

function addressed(url: string): { service: string; path: string; query: URLSearchParams } {
  const { pathname, searchParams } = new URL(url, 'http://local')
  const [, service = '', path = ''] = /^\/([a-z0-9]+)\.googleapis\.com(\/.*)$/.exec(pathname) ?? []
  return { service, path, query: searchParams }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function send(response: ServerResponse, status: number, body: object, retryAfterSeconds?: number): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }) }).end(JSON.stringify(body))
}
