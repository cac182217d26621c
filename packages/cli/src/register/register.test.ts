import { join } from 'node:path'
import t, { type Test } from 'tap'
import { problem, serve } from '@hubfleet/sdk/testing'
import { loggedIn } from '../testing.ts'

const accepting = { body: { diff: [] } }
const token = 'a-very-secret-token'

/** An API server that lets everything be made, and answers as `answer` says for what is asked of it. Its kubeconfig lies among `files`. */
async function cluster(t: Test, answer: (method: string, path: string) => { status?: number; body?: unknown } | undefined = () => undefined, files: Record<string, string> = {}): Promise<{ kubeconfig: string; folder: string; calls: string[] }> {
  const calls: string[] = []
  const server = await serve(t, (request, response) => {
    const path = request.url!.split('?')[0]!
    calls.push(`${request.method} ${path}`)
    const { status = request.method === 'PATCH' ? 201 : 200, body = {} } = answer(request.method!, path) ?? {}
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  const kubeconfig = JSON.stringify({
    'current-context': 'campus', contexts: [{ name: 'campus', context: { cluster: 'c', user: 'u' } }], clusters: [{ name: 'c', cluster: { server, 'insecure-skip-tls-verify': true } }], users: [{ name: 'u', user: { token: 'admin' } }],
  })
  const folder = t.testdir({ ...files, config: kubeconfig })
  return { kubeconfig: join(folder, 'config'), folder, calls }
}

const filled = (_method: string, path: string) => {
  if (path.endsWith('/secrets/hubfleet')) return { body: { data: { token: Buffer.from(token).toString('base64') } } }
  return path.endsWith('/selfsubjectaccessreviews') ? { body: { status: { allowed: true } } } : undefined
}

t.test('only address, certificate authority and token are sent, and only to Hubfleet', async (t) => {
  const { kubeconfig } = await cluster(t, filled)
  const io = await loggedIn(t, [accepting, { status: 422, body: problem(422, 'internal') }])
  await io.run('cluster', 'register', 'campus', '--kubeconfig', kubeconfig, '--yes')
  t.same(io.requests.map(({ method, url }) => `${method} ${url}`), ['POST /v1/tenants/physics/clusters?validateOnly=true', 'POST /v1/tenants/physics/clusters'])
  const sent = JSON.parse(JSON.parse(io.requests[1]!.body).kubeconfig) as Record<string, any>
  t.same(sent['users'], [{ name: 'hubfleet', user: { token } }])
  t.same(Object.keys(sent['clusters'][0].cluster), ['server', 'insecure-skip-tls-verify'])
  t.notOk(io.requests[0]!.body.includes(token), 'the question whether it would be taken goes without the token')
  t.notOk((io.out() + io.err()).includes(token))
})

t.test('a proxy by which Hubfleet reaches the cluster is sent, and its password is not shown', async (t) => {
  const { kubeconfig } = await cluster(t, filled)
  const io = await loggedIn(t, [accepting, { status: 422, body: problem(422, 'internal') }])
  await io.run('cluster', 'register', 'campus', '--kubeconfig', kubeconfig, '--proxy', 'https://ada:s3cret@proxy.example.org:3128', '--yes')
  const sent = JSON.parse(JSON.parse(io.requests[1]!.body).kubeconfig) as Record<string, any>
  t.equal(sent['clusters'][0].cluster['proxy-url'], 'https://ada:s3cret@proxy.example.org:3128')
  t.match(io.err(), 'through the proxy at proxy.example.org:3128')
  t.notMatch(io.out() + io.err(), 's3cret')
})

t.test('what Hubfleet refuses after the objects were made leaves the way back on the screen', async (t) => {
  const { kubeconfig } = await cluster(t, filled)
  const io = await loggedIn(t, [accepting, { status: 403, body: problem(403, 'forbidden') }])
  t.equal(await io.run('cluster', 'register', 'campus', '--kubeconfig', kubeconfig, '--yes'), 4)
  t.match(io.err(), `Undo: kubectl --kubeconfig ${kubeconfig} --context campus delete clusterrolebinding/hubfleet:hubfleet-system clusterrole/hubfleet namespace/hubfleet-system\n`)
  t.match(io.err(), 'Next step: Do this')
})

t.test('what was there before is not offered to be removed', async (t) => {
  const there = (method: string, path: string) => (method === 'PATCH' && /namespaces\/hubfleet-system$|clusterroles\//.test(path) ? { status: 200 } : filled(method, path))
  const { kubeconfig } = await cluster(t, there)
  const io = await loggedIn(t, [accepting, { status: 403, body: problem(403, 'forbidden') }])
  await io.run('cluster', 'register', 'campus', '--kubeconfig', kubeconfig, '--yes')
  t.match(io.err(), '--namespace hubfleet-system delete secret/hubfleet clusterrolebinding/hubfleet:hubfleet-system serviceaccount/hubfleet\n')
})

t.test('a name that Hubfleet refuses makes nothing in the cluster', async (t) => {
  const { kubeconfig, calls } = await cluster(t)
  const io = await loggedIn(t, [{ status: 400, body: problem(400, 'invalid-request') }])
  t.equal(await io.run('cluster', 'register', 'No Name', '--kubeconfig', kubeconfig, '--yes'), 1)
  t.same(calls, [])
})

t.test('another cluster under a known name is pointed out before it is agreed to', async (t) => {
  const { kubeconfig, calls } = await cluster(t)
  const io = await loggedIn(t, [{ status: 409, body: problem(409, 'name-taken') }, accepting, { body: { name: 'campus', server: 'https://elsewhere' } }])
  t.equal(await io.run('cluster', 'register', 'campus', '--kubeconfig', kubeconfig), 2)
  t.match(io.err(), 'campus is registered at https://elsewhere now')
  t.same(calls, [])
})

t.test('Ctrl-C while it waits for the token ends it, says what was made, and is no success', async (t) => {
  const waiting = Promise.withResolvers<void>()
  const { kubeconfig } = await cluster(t, (method, path) => {
    if (method === 'GET' && path.endsWith('/secrets/hubfleet')) waiting.resolve()
    return undefined
  })
  const io = await loggedIn(t, [accepting])
  const done = io.run('cluster', 'register', 'campus', '--kubeconfig', kubeconfig, '--yes')
  await waiting.promise
  io.interrupt()
  t.equal(await done, 130)
  t.match(io.err(), /Made in the cluster: Namespace hubfleet-system.*\nUndo: kubectl .*\nInterrupted\n$/)
})

t.test('a kubeconfig that cannot be used is told without a word of what is in it', async (t) => {
  const { kubeconfig, folder } = await cluster(t, undefined, { text: `users: [${token}`, list: `- ${token}`, empty: '', authority: `{"current-context":"a","contexts":[{"name":"a","context":{"cluster":"c","user":"u"}}],"clusters":[{"name":"c","cluster":{"server":"https://c","certificate-authority":"gone"}}],"users":[{"name":"u","user":{"token":"${token}"}}]}` })
  for (const [args, expected] of [
    [['--kubeconfig', join(folder, 'text')], /is no kubeconfig/], [['--kubeconfig', join(folder, 'list')], /has no contexts/], [['--kubeconfig', join(folder, 'empty')], /is no kubeconfig/],
    [['--kubeconfig', join(folder, 'none')], /There is no file/], [['--kubeconfig', join(folder, 'authority')], /certificate authority .*gone.* cannot be read/],
    [['--kubeconfig', kubeconfig, '--context', 'other'], /no context other\nNext step: It has campus/], [[], /There is no kubeconfig\nNext step: .*--kubeconfig/],
    [['--kubeconfig', kubeconfig, '--namespace', 'Not/One'], /cannot be the name of a namespace/],
  ] as const) {
    const io = await loggedIn(t, [accepting], { env: { HOME: folder } })
    t.equal(await io.run('cluster', 'register', 'campus', ...args), 2)
    t.match(io.err(), expected)
    t.notOk(io.err().includes(token))
  }
})

t.test('several files of KUBECONFIG are one, and the first to name something counts', async (t) => {
  const { kubeconfig, folder } = await cluster(t, undefined, { second: '{"current-context":"b","contexts":[{"name":"campus","context":{"cluster":"d","user":"d"}},{"name":"b","context":{"cluster":"d","user":"u"}}],"clusters":[{"name":"d","cluster":{"server":"https://d.example.org"}}],"users":[]}' })
  for (const [args, expected] of [[[], /http:\/\/127\.0\.0\.1.*context campus/], [['--context', 'b'], /https:\/\/d\.example\.org \(context b\)/]] as const) {
    const io = await loggedIn(t, [accepting], { env: { KUBECONFIG: `${kubeconfig}:${join(folder, 'second')}:/nowhere` } })
    await io.run('cluster', 'register', 'campus', ...args)
    t.match(io.err(), expected)
  }
})

t.test('an OpenShift is seen to be one: it is registered so, and the role has its Routes', async (t) => {
  const groups = ['config.openshift.io', 'route.openshift.io', 'security.openshift.io'].map((name) => ({ name }))
  const { kubeconfig } = await cluster(t, (method, path) => (path === '/apis' ? { body: { groups } } : filled(method, path)))
  const io = await loggedIn(t, [accepting, { status: 422, body: problem(422, 'internal') }])
  await io.run('cluster', 'register', 'campus', '--kubeconfig', kubeconfig, '--yes')
  t.equal(JSON.parse(io.requests[1]!.body).provider, 'openshift')

  const printed = await loggedIn(t, [])
  await printed.run('cluster', 'register', 'campus', '--print', '--provider', 'openshift')
  t.match(printed.out(), /routes\/custom-host/)
  const plain = await loggedIn(t, [])
  await plain.run('cluster', 'register', 'campus', '--print')
  t.notMatch(plain.out(), /openshift/, 'elsewhere nothing of it is granted')
})
