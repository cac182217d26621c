import t from 'tap'
import { parse } from 'yaml'
import { eq, operations, platformScope, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

/* What is refused of a build before anything begins, and what is told of one. */
const world = await testWorld(t, { live: { buildLogs: async (_hub, name, lines) => [{ pod: name, container: 'build', text: `${lines}` }] } })
const hub = '/v1/tenants/physics/hubs/course'
const password = 'a-token-that-may-push'
const repository = 'https://git.example.org/env'
const create = (input: object, query = '') => world.request('operator', 'POST', `${hub}/builds${query}`, input)
await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'course', cluster: 'lab' })

t.test('where the policy denies builds, or it is not set where they go, the answer says what to do instead', async (t) => {
  t.match((await create({ repository })).body, { code: 'builds-denied', nextStep: /hubfleet hub build-workflow course/ })
  await world.request('platformAdmin', 'PATCH', '/v1/tenants/physics', { policy: { allow: { imageBuilds: true } } })
  t.match((await create({ repository })).body, { code: 'build-unset', nextStep: /build\.image/ })
  t.match((await world.request('admin', 'PATCH', hub, { spec: { build: { image: 'quay.io/course/env:1' } } })).body, { errors: [{ pointer: '/spec/build/image' }] })
  const changed = await world.request('admin', 'PATCH', hub, { spec: { build: { image: 'quay.io/course/env', username: 'robot', password } } })
  t.equal(changed.status, 202)
  const read = await world.request('admin', 'GET', hub)
  t.match(read.body.spec.build, { image: 'quay.io/course/env', memory: '4Gi', timeoutSeconds: 3600 })
  t.notMatch(JSON.stringify([read.body, changed.body]), password)
})

t.test('an address that is not public https, or has a login in it, is refused where it stands', async (t) => {
  for (const wrong of ['http://git.example.org/env', 'git@git.example.org:env.git', 'file:///etc', 'https://me:secret@git.example.org/env']) {
    t.match((await create({ repository: wrong })).body, { code: 'invalid-request', errors: [{ pointer: '/repository' }] }, wrong)
  }
  t.match((await create({ repository, ref: '--upload-pack=x' })).body, { code: 'invalid-request', errors: [{ pointer: '/ref' }] })
})

t.test('a build is its operation: planned, listed, one at a time, canceled', async (t) => {
  t.match((await create({ repository, roll: true }, '?validateOnly=true')).body, { valid: true, disruption: { restarts: ['hub'] } })
  const made = await create({ repository, ref: 'main' })
  t.match(made, { status: 202, body: { kind: 'build.create', target: { type: 'hub' } } })
  const { id } = made.body
  t.match((await create({ repository })).body, { code: 'build-running', detail: new RegExp(id) })
  t.match((await world.request('reader', 'GET', `${hub}/builds/${id}`)).body, { id, repository, ref: 'main', commit: null, roll: false, state: 'queued' })
  t.match((await world.request('reader', 'GET', `${hub}/builds`)).body.items, [{ id }])
  t.match((await world.request('operator', 'GET', `${hub}/builds/${id}/logs?lines=7`)).body.items, [{ container: 'build', text: '7' }])
  t.equal((await world.request('reader', 'GET', `${hub}/builds/op_00000000000000000000000000`)).status, 404)
  t.match((await world.request('operator', 'POST', `${hub}/builds/${id}/cancel`, {})).body, { state: 'canceling' })
  await transaction(world.database, platformScope, (tx) => tx.update(operations).set({ state: 'canceled', finishedAt: new Date(), result: { log: [{ pod: 'p', container: 'build', text: 'kept' }] } }).where(eq(operations.id, id)))
  t.match((await world.request('operator', 'GET', `${hub}/builds/${id}/logs`)).body.items, [{ text: 'kept' }])
  t.match((await world.request('operator', 'POST', `${hub}/builds/${id}/cancel`, {})).body, { code: 'not-cancelable' })
})

t.test('a workflow file is given for the hub, and for nothing that could end its lines', async (t) => {
  const { body } = await world.request('reader', 'GET', `${hub}/build-workflow?ci=gitlab&serverAddress=https://fleet.example.org`)
  t.match(parse(body.content), { roll: { variables: { HUBFLEET_URL: 'https://fleet.example.org', HUBFLEET_TENANT: 'physics' } } })
  for (const query of ['image=quay.io/a/b%0Ax', 'branch=a%0Ab', 'serverAddress=https://x%0Ay', 'image=Quay']) t.equal((await world.request('reader', 'GET', `${hub}/build-workflow?${query}`)).status, 400, query)
})
