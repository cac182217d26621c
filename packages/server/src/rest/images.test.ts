import t from 'tap'
import type { AskedImage, FoundImage } from '@hubfleet/control'
import { Problem } from '@hubfleet/core'
import { clusters, eq, platformScope, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

/* What people are told of images before anything happens, and what a pin keeps. The registries here are an answer for each image. */
const digest = (letter: string) => `sha256:${letter.repeat(64)}`
const facts = (letter: string, more = {}) => ({ facts: { digest: digest(letter), platforms: ['linux/amd64'], sizeBytes: 1000, labels: {}, ...more } })
const registry: Record<string, FoundImage> = {
  'quay.io/a/env:main': facts('a'),
  'quay.io/a/env:1.0.0': facts('1'),
  'quay.io/a/env:2.0.0': facts('2'),
  'quay.io/a/arm:1.0.0': facts('c', { platforms: ['linux/arm64'] }),
  'quay.io/a/old:hub-4.1.6': facts('d'),
  'quay.io/a/private:1.0.0': { problem: new Problem('image-denied', { registry: 'quay.io', image: 'quay.io/a/private:1.0.0', reason: 'it asks for a login' }) },
  'quay.io/a/slow:1.0.0': { problem: new Problem('registry-not-answering', { registry: 'quay.io', image: 'quay.io/a/slow:1.0.0', reason: 'no answer in time' }) },
}
const asked: AskedImage[] = []
let inTransaction = 0
const world = await testWorld(t, {
  live: {
    async images(_cluster, images) {
      inTransaction += world.database.pool.totalCount - world.database.pool.idleCount
      asked.push(...images)
      return images.map(({ text, credentials }) => {
        const [name = ''] = text.split('@')
        if (name.includes('private') && credentials) return facts('f')
        return registry[name] ?? { problem: new Problem('image-missing', { registry: 'quay.io', image: text, reason: 'MANIFEST_UNKNOWN' }) }
      })
    },
  },
})
const hubs = '/v1/tenants/physics/hubs'
const plan = (spec: object) => world.request('admin', 'POST', `${hubs}?validateOnly=true`, { name: 'try', cluster: 'lab', spec })
const change = (hub: string, spec: object) => world.request('admin', 'PATCH', `${hubs}/${hub}`, { spec })
const imageOf = async (hub: string) => (await world.request('admin', 'GET', `${hubs}/${hub}`)).body.spec.image
const image = (name: string, more = {}) => { const [, repository, tag] = /^(.*):(.*)$/.exec(name)!; return { image: { name: repository, tag, ...more } } }

t.test('an image that its registry does not have is refused, where it is named', async (t) => {
  const { status, body } = await plan(image('quay.io/a/env:nope'))
  t.equal(status, 422)
  t.match(body, { code: 'image-missing', errors: [{ pointer: '/spec/image' }], nextStep: /hubfleet hub images/ })
  const profiles = [{ slug: 'p', displayName: 'P', image: { name: 'quay.io/a/nope', tag: '1.0.0' } }]
  t.match((await plan({ profiles })).body, { code: 'image-missing', errors: [{ pointer: '/spec/profiles/0/image' }] })
  t.match((await plan({ values: { singleuser: { image: { name: 'quay.io/a/raw', tag: 'x1' } } } })).body, { code: 'image-missing', errors: [{ pointer: '/spec/values/singleuser/image' }] })
})

t.test('what cannot be found out is a warning: nodes may reach more, and have logins of their own', async (t) => {
  const warned = async (spec: object) => { const { status, body } = await plan(spec); t.equal(status, 200); return body.warnings.join('\n') }
  t.match(await warned(image('quay.io/a/private:1.0.0')), /Nodes may have a login of their own.*imagePullSecret/)
  t.match(await warned(image('quay.io/a/slow:1.0.0')), /was not looked up.*no answer in time/)
  t.match(await warned(image('quay.io/a/env:main')), /follows a branch.*image.pin/)
  t.notMatch(await warned(image('quay.io/a/env:1.0.0')), /image/)
})

t.test('a pin cannot do without its registry', async (t) => {
  t.match((await plan(image('quay.io/a/slow:1.0.0', { pin: true }))).body, { code: 'image-pin-unknown', retryable: true, errors: [{ pointer: '/spec/image' }] })
  t.match((await plan(image('quay.io/a/private:1.0.0', { pin: true }))).body, { code: 'image-denied' })
})

t.test('an image that runs on none of the nodes is refused; another JupyterHub than the hub has is warned of', async (t) => {
  t.match((await plan(image('quay.io/a/arm:1.0.0'))).body, { code: 'image-architecture', detail: /linux\/arm64; the nodes of lab are amd64/ })
  t.match((await plan(image('quay.io/a/old:hub-4.1.6'))).body.warnings.join('\n'), /JupyterHub 4\.1\.6 \(by the tag hub-4\.1\.6\) and the hub 5\.4\.0/)
  const nodeGroups = ['amd64', 'arm64'].map((arch) => ({ machineType: arch, nodes: 1, cpu: 4, memoryBytes: 16e9, pods: 100, extra: {}, volumes: {}, labels: { 'kubernetes.io/arch': [arch] }, taints: [], daemons: { cpu: 0, memoryBytes: 0, pods: 0 } }))
  await transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ provider: 'kubernetes', managed: false, status: { nodeGroups, provisioners: {}, defaultStorageClass: null, autoscaler: null } }).where(eq(clusters.name, 'lab')))
  t.match((await plan(image('quay.io/a/env:1.0.0'))).body.warnings.join('\n'), /servers that come to arm64 nodes do not start/)
  t.match((await plan({ ...image('quay.io/a/env:1.0.0'), scheduling: { nodeSelector: { 'kubernetes.io/arch': 'amd64' } } })).body, { code: 'policy-denied' }, 'where servers go is up to the policy')
  await transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ provider: 'sandbox', managed: true, status: {} }).where(eq(clusters.name, 'lab')))
})

t.test('a pinned tag is resolved once; nothing but its tag, or pin, moves anybody to another image', async (t) => {
  t.equal((await world.request('admin', 'POST', hubs, { name: 'course', cluster: 'lab', spec: image('quay.io/a/env:main', { pin: true }) })).status, 202)
  t.match(await imageOf('course'), { tag: 'main', pin: true, digest: digest('a') })
  asked.length = 0
  registry['quay.io/a/env:main'] = facts('b')
  t.equal((await change('course', { memory: { guarantee: '2G' } })).status, 202)
  t.match(await imageOf('course'), { digest: digest('a') })
  t.same(asked, [], 'no registry is asked for a change of something else')

  const pinned = await world.request('operator', 'POST', `${hubs}/course/pin?validateOnly=true`, {})
  t.match(pinned.body, { diff: [{ path: '/image/digest', value: digest('b') }], disruption: { newServersOnly: true } })
  t.equal((await world.request('operator', 'POST', `${hubs}/course/pin`, {})).status, 202)
  t.match(await imageOf('course'), { digest: digest('b') })

  t.equal((await change('course', { image: { tag: '1.0.0' } })).status, 202)
  t.match(await imageOf('course'), { tag: '1.0.0', digest: digest('1') }, 'another tag is another digest')
})

t.test('a digest that somebody gave is what runs, until the tag beside it changes', async (t) => {
  await world.request('admin', 'POST', hubs, { name: 'fixed', cluster: 'lab', spec: image('quay.io/a/env:1.0.0', { digest: digest('1') }) })
  t.match((await change('fixed', { image: { tag: '2.0.0' } })).body, { code: 'invalid-request', errors: [{ pointer: '/spec/image/digest', code: 'stale-digest' }] })
  t.equal((await change('fixed', { image: { tag: '2.0.0', digest: null } })).status, 202)
  t.match(await world.request('operator', 'POST', `${hubs}/fixed/pin`, {}), { status: 422, body: { code: 'nothing-pinned' } })
})

t.test('a list of profiles that is sent again without digests keeps them', async (t) => {
  const profiles = (tag: string) => [{ slug: 'p', displayName: 'P', image: { name: 'quay.io/a/env', tag, pin: true } }]
  await world.request('admin', 'POST', hubs, { name: 'kinds', cluster: 'lab', spec: { profiles: profiles('main') } })
  registry['quay.io/a/env:main'] = facts('e')
  await change('kinds', { profiles: profiles('main') })
  t.match((await world.request('admin', 'GET', `${hubs}/kinds`)).body.spec.profiles[0].image, { digest: digest('b') })
})

t.test("a login is shown to its own registry, read by nobody, and never sent to another one's", async (t) => {
  const login = { registry: 'quay.io', username: 'robot', password: 'token-that-may-pull' }
  asked.length = 0
  const planned = await plan({ ...image('quay.io/a/private:1.0.0'), imagePullSecret: login })
  t.same(planned.body.warnings.filter((text: string) => /image/.test(text)), [])
  t.notMatch(JSON.stringify(planned.body), login.password)
  t.match(asked, [{ credentials: { username: 'robot', password: login.password } }])
  asked.length = 0
  await plan({ ...image('ghcr.io/a/private:1.0.0'), imagePullSecret: login })
  t.match(asked, [{ credentials: null }])

  await world.request('admin', 'POST', hubs, { name: 'closed', cluster: 'lab', spec: { imagePullSecret: login } })
  t.notMatch(JSON.stringify((await world.request('admin', 'GET', `${hubs}/closed`)).body), login.password)
  t.match((await change('closed', { imagePullSecret: { registry: 'thief.example' } })).body, { code: 'invalid-request', errors: [{ pointer: '/spec/imagePullSecret/password', code: 'required' }] })
})

t.test('the images of a hub are told as their registries have them now', async (t) => {
  registry['quay.io/a/env:1.0.0'] = facts('9')
  const { body } = await world.request('reader', 'GET', `${hubs}/course/images`)
  t.match(body.items, [{ pointer: '/image', image: `quay.io/a/env:1.0.0@${digest('1')}`, pinned: true, current: false, digest: digest('9'), platforms: ['linux/amd64'], sizeBytes: 1000, problem: null }])
})

t.test('no registry was asked while a transaction was open', async (t) => {
  t.equal(inTransaction, 0)
})
