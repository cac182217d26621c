import { readFile, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { parse } from 'yaml'
import { skipWithoutBed, uniqueName } from '../../../cluster/src/bed.ts'
import { clusterRole } from '../../../cluster/src/cluster-role.ts'
import { startInstallation, type Installation } from '../../../../test/life/installation.ts'
import { apply, getObject, kubectl } from '../../../../test/kubernetes/kubectl.ts'
import { program } from '../../../../test/kubernetes/programs.ts'
import { connect } from '../kubernetes/client.ts'
import { openKubeconfig, openText, tokenKubeconfig } from '../kubernetes/kubeconfig.ts'
import { world, type World, type WorldOptions } from '../testing.ts'

const bed = process.env['HUBFLEET_TEST_KUBECONFIG'] ?? ''
const rbac = 'rbac.authorization.k8s.io'
let hubfleet: Installation
let key: string

t.setTimeout(180_000)

t.test('a cluster is registered from the machine of its administrator', { skip: skipWithoutBed, timeout: 180_000 }, async (t) => {
  hubfleet = await startInstallation(t)
  key = (await hubfleet.client.keys.create({ tenant: 'physics' }, { name: 'register', role: 'admin' })).key
  t.teardown(() => kubectl(bed, 'delete', '--ignore-not-found', 'clusterrole/hubfleet'))

  await t.test('the token that it sends has exactly the published role, and no output has the token', async (t) => {
    const { io, namespace, name } = await place(t)
    t.equal(await io.run('cluster', 'register', name, '--kubeconfig', bed, '--context', 'bed', '--namespace', namespace, '--yes'), 0, io.err())
    const token = await tokenIn(namespace)
    t.same(await rulesOf(token), flat(clusterRole.rules))
    for (const secret of [token, Buffer.from(token).toString('base64'), await adminToken()]) t.notOk((io.out() + io.err()).includes(secret))
    t.match(io.err(), /ClusterRole hubfleet/)
    t.match(io.out(), /Kubernetes +1\.\d+.*\nnodes +\d+\ndefault StorageClass +\w+/, 'what the preflight found is shown')
    const registered = await hubfleet.client.clusters.get({ tenant: 'physics', cluster: name })
    t.match(registered, { state: 'ready', server: openKubeconfig({ kubeconfig: bed }, {}).server })
  })

  await t.test('twice is the same as once: the same cluster, the same token', async (t) => {
    const { io, namespace, name } = await place(t)
    const register = () => io.run('cluster', 'register', name, '--kubeconfig', bed, '--namespace', namespace, '--yes', '-o', 'json')
    t.equal(await register(), 0, io.err())
    const [before, token] = [await hubfleet.client.clusters.get({ tenant: 'physics', cluster: name }), await tokenIn(namespace)]
    t.equal(await register(), 0, io.err())
    const after = await hubfleet.client.clusters.get({ tenant: 'physics', cluster: name })
    t.equal(after.id, before.id)
    t.equal(after.generation, before.generation + 1)
    t.equal(after.state, 'ready')
    t.equal(await tokenIn(namespace), token)
    t.match(io.err(), `renews the credentials of the cluster ${name}`)
  })

  await t.test('a kubeconfig that logs in by a program and names files works here, and nothing of that is sent', async (t) => {
    const { io, namespace, name } = await place(t)
    const kubeconfig = await withPlugin(t)
    t.equal(await io.run('cluster', 'register', name, '--kubeconfig', kubeconfig, '--context', 'by-plugin', '--namespace', namespace, '--yes'), 0, io.err())
    t.notOk((io.out() + io.err()).includes(await adminToken()))
    t.equal((await hubfleet.client.clusters.get({ tenant: 'physics', cluster: name })).state, 'ready')
  })

  await t.test('an address that the server refuses is told with its next step before anything is made', async (t) => {
    const { io, namespace, name } = await place(t)
    const config = parse(await readFile(bed, 'utf8'))
    config.clusters[0].cluster.server = 'https://10.1.2.3:6443'
    const kubeconfig = join(t.testdir(), 'private')
    await writeFile(kubeconfig, JSON.stringify(config))
    t.equal(await io.run('cluster', 'register', name, '--kubeconfig', kubeconfig, '--namespace', namespace, '--yes'), 1)
    t.match(io.err(), /10\.1\.2\.3.*private.*\n.*\n?Next step: .*HUBFLEET_ALLOW_NETWORKS/)
    t.equal(io.out(), '')
  })

  await t.test('without a yes nothing is made', async (t) => {
    const { io, namespace, name } = await place(t)
    t.equal(await io.run('cluster', 'register', name, '--kubeconfig', bed, '--namespace', namespace), 2)
    t.match(io.err(), /Next step: .*--yes/)
    const { io: terminal } = await place(t, { tty: true, input: 'n\n' })
    t.equal(await terminal.run('cluster', 'register', name, '--kubeconfig', bed, '--namespace', namespace), 2)
    t.match(terminal.err(), /Namespace .*\n(.*\n)*Go on\? \[y\/N\] /, 'it says what it would make, and asks')
    t.equal(await getObject(bed, 'default', 'namespace', namespace), undefined)
    const { io: willing } = await place(t, { tty: true, input: 'y\n' })
    t.equal(await willing.run('cluster', 'register', name, '--kubeconfig', bed, '--namespace', namespace), 0, willing.err())
  })

  await t.test('a failure half-way says what was made, and the command that it prints takes it back', { timeout: 90_000 }, async (t) => {
    const { io, namespace, name } = await place(t)
    const kubeconfig = await limited(t, [{ apiGroups: [''], resources: ['namespaces', 'serviceaccounts'], verbs: ['get', 'list', 'watch', 'create', 'patch', 'delete'] }])
    t.equal(await io.run('cluster', 'register', name, '--kubeconfig', kubeconfig, '--namespace', namespace, '--yes'), 1)
    t.match(io.err(), `Made in the cluster: Namespace ${namespace}, ServiceAccount ${namespace}/hubfleet.`)
    t.match(io.err(), /ClusterRole hubfleet cannot be made: .*forbidden/)
    t.match(io.err(), /Next step: .*administrator/)
    const undo = /^Undo: (kubectl .*)$/m.exec(io.err())![1]!
    await promisify(execFile)('sh', ['-c', undo], { env: { ...process.env, PATH: `${dirname(program('kubectl'))}${delimiter}${process.env['PATH']}` } })
    t.equal(await getObject(bed, 'default', 'namespace', namespace), undefined)
    await t.rejects(hubfleet.client.clusters.get({ tenant: 'physics', cluster: name }), { code: 'not-found' })
  })

  await t.test('what --print shows can be applied as it is, and needs neither a server nor a cluster', async (t) => {
    const { namespace } = await place(t)
    const io = await world(t)
    t.equal(await io.run('cluster', 'register', 'any', '--namespace', namespace, '--print'), 0)
    const applied = promisify(execFile)(program('kubectl'), [`--kubeconfig=${bed}`, 'apply', '--filename=-'])
    applied.child.stdin!.end(io.out())
    await applied
    t.same(await rulesOf(await tokenIn(namespace)), flat(clusterRole.rules))
  })
})

/** A machine that is logged in, and names of a test's own; what they name in the bed goes with the test. */
async function place(t: Test, options: WorldOptions = {}): Promise<{ io: World; namespace: string; name: string }> {
  const namespace = uniqueName('register')
  t.teardown(() => kubectl(bed, 'delete', '--ignore-not-found', '--wait=false', `namespace/${namespace}`, `clusterrolebinding/hubfleet:${namespace}`))
  const io = await world(t, { ...options, env: { HUBFLEET_URL: hubfleet.url, HUBFLEET_KEY: key, HUBFLEET_TENANT: 'physics' } })
  return { io, namespace, name: namespace }
}

const adminToken = async (): Promise<string> => parse(await readFile(bed, 'utf8')).users[0].user.token

/** The controller may still be at it. */
async function tokenIn(namespace: string): Promise<string> {
  await kubectl(bed, 'wait', '--for=jsonpath={.data.token}', '--timeout=20s', `--namespace=${namespace}`, 'secret/hubfleet')
  return Buffer.from((await getObject(bed, namespace, 'secret', 'hubfleet'))!['data'].token, 'base64').toString()
}

const flat = (rules: { apiGroups?: string[]; resources?: string[]; verbs: string[] }[]): string[] =>
  [...new Set(rules.flatMap(({ apiGroups = [], resources = [], verbs }) => apiGroups.flatMap((group) => resources.flatMap((resource) => verbs.map((verb) => `${verb} ${group}/${resource}`)))))].sort()

/** What a token may do, as Kubernetes says it, without what every account may ask about itself. */
async function rulesOf(token: string): Promise<string[]> {
  const kubernetes = connect(openText(tokenKubeconfig(openKubeconfig({ kubeconfig: bed }, {}), token)))
  const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace: 'default' } }
  const { status } = await kubernetes.post<{ status: { resourceRules: Parameters<typeof flat>[0] } }>('/apis/authorization.k8s.io/v1/selfsubjectrulesreviews', review)
  return flat(status.resourceRules).filter((rule) => !/\/selfsubject/.test(rule))
}

/** A kubeconfig whose user is a program beside it, as those of clouds are; its certificate authority is a file. */
async function withPlugin(t: Test): Promise<string> {
  const config = parse(await readFile(bed, 'utf8'))
  const credential = JSON.stringify({ apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status: { token: await adminToken() } })
  const { 'certificate-authority-data': authority, ...cluster } = config.clusters[0].cluster
  const folder = t.testdir({
    'ca.crt': Buffer.from(authority, 'base64'),
    'plugin.sh': `case "$KUBERNETES_EXEC_INFO" in *client.authentication.k8s.io/v1*) echo '${credential}';; *) exit 1;; esac\n`,
  })
  const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'sh', args: [join(folder, 'plugin.sh')], interactiveMode: 'Never' }
  const path = join(folder, 'config')
  await writeFile(path, JSON.stringify({
    ...config, 'current-context': '', clusters: [{ name: 'c', cluster: { ...cluster, 'certificate-authority': 'ca.crt' } }],
    users: [{ name: 'u', user: { exec } }], contexts: [{ name: 'by-plugin', context: { cluster: 'c', user: 'u' } }],
  }))
  return path
}

/** A kubeconfig of an account that may do only this. */
async function limited(t: Test, rules: object[]): Promise<string> {
  const name = uniqueName('limited')
  await apply(bed,
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: 'default' } },
    { apiVersion: `${rbac}/v1`, kind: 'ClusterRole', metadata: { name }, rules },
    { apiVersion: `${rbac}/v1`, kind: 'ClusterRoleBinding', metadata: { name }, roleRef: { apiGroup: rbac, kind: 'ClusterRole', name }, subjects: [{ kind: 'ServiceAccount', name, namespace: 'default' }] })
  t.teardown(() => kubectl(bed, 'delete', '--namespace=default', `serviceaccount/${name}`, `clusterrole/${name}`, `clusterrolebinding/${name}`))
  const token = (await kubectl(bed, 'create', 'token', name, '--namespace=default')).trim()
  const path = join(t.testdir(), 'config')
  await writeFile(path, tokenKubeconfig(openKubeconfig({ kubeconfig: bed }, {}), token))
  return path
}
