import t from 'tap'
import { OperationCanceledError, OperationFailedError, TimeoutError } from './errors.ts'
import { OperationHandle, OperationPromise, type Operation } from './operation.ts'
import { problem, scripted, serve } from './testing.ts'
import { Transport } from './transport.ts'

const operation = (state: string, more: object = {}) => ({ id: 'op_1', kind: 'hub.create', state, steps: [], ...more }) as unknown as Operation
const transport = (server: string, sleep = async () => {}) => new Transport({ server, sleep })

t.test('waiting asks about once a second where each change is to be told, and tells of it once', async (t) => {
  const { server, requests } = await scripted(t, { body: operation('queued') }, { body: operation('running') }, { body: operation('succeeded', { result: { hub: 'hub_1' } }) })
  const seen: string[] = []
  const done = await new OperationHandle(transport(server), 'physics', operation('queued')).wait({ onProgress: ({ state }) => seen.push(state) })
  t.match(done, { state: 'succeeded', result: { hub: 'hub_1' } })
  t.same(seen, ['queued', 'running', 'succeeded'])
  t.equal(requests[0]!.url, '/v1/tenants/physics/operations/op_1?wait=1')
  t.equal(requests.length, 3)
})

t.test('waiting for the end alone is a long poll', async (t) => {
  const { server, requests } = await scripted(t, { body: operation('succeeded') })
  await new OperationHandle(transport(server), 'physics', operation('queued')).wait()
  t.same(requests.map(({ url }) => url), ['/v1/tenants/physics/operations/op_1?wait=30'])
})

t.test('an operation that failed throws its problem, one that was overtaken says by what', async (t) => {
  const failed = new OperationHandle(transport('http://unused'), 'a', operation('failed', { error: problem(422, 'quota-exceeded') }))
  await t.rejects(failed.wait(), { name: 'OperationFailedError', problem: { code: 'quota-exceeded' } })
  await t.rejects(failed.wait(), OperationFailedError)
  const overtaken = new OperationHandle(transport('http://unused'), 'a', operation('canceled', { supersededBy: 'op_2' }))
  await t.rejects(overtaken.wait(), OperationCanceledError)
  await t.rejects(overtaken.wait(), /overtaken by op_2/)
})

t.test('waiting outlasts a server that is away for a while', async (t) => {
  const { server } = await scripted(t, 'torn', { status: 502 }, { status: 503 }, 'torn', { body: operation('succeeded') })
  t.match(await new OperationHandle(transport(server), 'a', operation('running')).wait(), { state: 'succeeded' })
})

t.test('a server that does not hold the answer back is not asked without pause', async (t) => {
  const { server } = await scripted(t, { body: operation('running'), headers: { 'retry-after': '3' } }, { body: operation('succeeded') })
  const pauses: number[] = []
  await new OperationHandle(new Transport({ server, sleep: async (milliseconds) => { pauses.push(milliseconds) } }), 'a', operation('running')).wait()
  t.same(pauses, [3000])
})

t.test('waiting ends with a TimeoutError at its own limit, and with the reason of a signal', async (t) => {
  const server = await serve(t, () => {})
  await t.rejects(new OperationHandle(transport(server), 'a', operation('running')).wait({ timeoutMs: 20 }), TimeoutError)
  const reason = new Error('detached')
  const abort = new AbortController()
  const silent = await serve(t, () => abort.abort(reason))
  await t.rejects(new OperationHandle(transport(silent), 'a', operation('running')).wait({ signal: abort.signal, timeoutMs: 60_000 }), reason)
})

t.test('canceling asks the server and keeps what it answers', async (t) => {
  const { server, requests } = await scripted(t, { body: operation('canceling') })
  const handle = new OperationHandle(transport(server), 'a', operation('running'))
  t.match(await handle.cancel(), { state: 'canceling' })
  t.equal(handle.operation.state, 'canceling')
  t.match(requests, [{ method: 'POST', url: '/v1/tenants/a/operations/op_1/cancel' }])
})

t.test('a call can be awaited for its acceptance, or waited for in one line; a refusal reaches both', async (t) => {
  const { server } = await scripted(t, { body: operation('succeeded') })
  const accepted = () => OperationPromise.of(transport(server), 'a', Promise.resolve({ data: operation('running'), response: new Response() }))
  t.type(await accepted(), OperationHandle)
  t.match(await accepted().wait(), { state: 'succeeded' })
  const refused = () => OperationPromise.of(transport(server), 'a', Promise.reject(new Error('no')))
  await t.rejects(refused(), /no/)
  await t.rejects(refused().wait(), /no/)
})
