import t from 'tap'
import { endpointsOf, type OpenApiDocument } from './document.ts'
import { generateSdk } from './generate.ts'

const json = (schema: object) => ({ description: '', content: { 'application/json': { schema } } })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const validateOnly = { name: 'validateOnly', in: 'query', schema: { type: 'boolean' } }
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })
const document = {
  openapi: '3.1.0', info: { title: 'x', version: '1' },
  paths: {
    '/v1/tenants/{tenant}/hubs': {
      get: { operationId: 'hubList', summary: 'Hubs', parameters: [inPath('tenant'), { name: 'state', in: 'query', schema: { type: 'string' } }], responses: { 200: json(ref('HubPage')) } },
      post: { operationId: 'hubCreate', summary: 'Make a hub', parameters: [inPath('tenant'), validateOnly], requestBody: { required: true, ...json(ref('HubCreate')) }, responses: { 200: json(ref('Plan')), 202: json(ref('Operation')) } },
    },
    '/v1/estimates': { post: { operationId: 'estimateCreate', summary: 'Estimate', requestBody: { required: true, ...json(ref('HubCreate')) }, responses: { 200: json(ref('Estimate')) } } },
    '/healthz': { get: { operationId: 'health', responses: { 200: json({}) } } },
  },
  components: {
    schemas: {
      Hub: { type: 'object' }, Plan: { type: 'object' }, Operation: { type: 'object' }, Estimate: { type: 'object' },
      HubCreate: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      HubPage: { type: 'object', properties: { items: { type: 'array', items: ref('Hub') }, nextCursor: { type: ['string', 'null'] } } },
    },
  },
} as unknown as OpenApiDocument

t.test('an endpoint is known by its noun, verb and kind; what is no verb of a noun is left out', async (t) => {
  t.match(endpointsOf(document), [
    { id: 'hubList', noun: 'hub', plural: 'hubs', verb: 'list', kind: 'list', params: ['tenant'], plans: false, query: [{ name: 'state' }] },
    { id: 'hubCreate', verb: 'create', method: 'POST', kind: 'operation', plans: true, query: [], status: 202 },
    { id: 'estimateCreate', noun: 'estimate', verb: 'create', kind: 'answer', params: [], plans: false },
  ])
  t.equal(endpointsOf(document).length, 3)
})

t.test('each endpoint becomes a typed method: lists walk, work answers a handle, and a plan can be asked for', async (t) => {
  const { 'packages/sdk/src/generated/resources.ts': resources, 'packages/sdk/src/generated/operations.ts': operations } = await generateSdk(document)
  t.match(resources, "list(params: { tenant: string }, input: QueryOf<'hubList'> = {}, options: CallOptions = {}): List<Hub> {")
  t.match(resources, 'create(params: { tenant: string }, input: HubCreate, options?: ChangeOptions): OperationPromise')
  t.match(resources, 'create(params: { tenant: string }, input: HubCreate, options: PlanOptions): Promise<Plan>')
  t.match(resources, 'create(input: HubCreate, options: ChangeOptions = {}): Promise<Estimate> {')
  t.match(operations, "hubCreate: { noun: 'hub', verb: 'create', method: 'POST', path: '/v1/tenants/{tenant}/hubs', kind: 'operation' }")
})

t.test('the same document gives the same files, and is left as it was', async (t) => {
  const before = structuredClone(document)
  t.same(await generateSdk(document), await generateSdk(document))
  t.same(document, before)
})
