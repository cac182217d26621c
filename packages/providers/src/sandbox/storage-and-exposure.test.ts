import t from 'tap'
import { completeHubSpec, fileSharesOf, hubNames, newHubSecrets, newId, renderValues, splitSecrets, valuesHash, type HubSpecInput } from '@hubfleet/core'
import { testDatabase } from '@hubfleet/database/testing'
import type { ClusterRecord, HubRef } from '../provider.ts'
import { nudge, wanting } from '../testing-machines.ts'
import { createSandboxProvider } from './provider.ts'

const database = await testDatabase(t)
const signal = new AbortController().signal
const hour = 3_600_000
const GiB = 1024 ** 3
const host = 'hub.example.org'

/** A hub that was installed a moment ago, and a clock to move. */
async function withHub(input: HubSpecInput) {
  let now = Date.parse('2026-03-02T08:00:00Z')
  const provider = createSandboxProvider({ database, clockOf: async () => ({ now: () => new Date(now) }), notifications: { on: () => () => {} } })
  const record: ClusterRecord = { id: newId('cluster'), tenantId: 'tenant_a', name: 'campus', access: null, spec: { provider: 'sandbox', region: 'sandbox-north' } }
  const cluster = await provider.open(record)
  const machines = provider.machines!(record)
  const pass = (milliseconds: number) => { now += milliseconds }
  /** Pools change at once. */
  const resize = (nodes: Record<string, number>) => nudge(machines, wanting({ core: 1, ...nodes }), signal)
  await resize({})
  pass(hour)
  await resize({})
  pass(hour)
  const id = newId('hub')
  const ref: HubRef = { id, name: 'maths', tenantId: 'tenant_a', ...hubNames(id) }
  const site = cluster.hub(ref)
  await site.createNamespace(signal)
  const install = async (wanted: HubSpecInput) => {
    const { spec, secrets } = splitSecrets(completeHubSpec(wanted))
    const { values } = renderValues({ hub: ref, spec, secrets: newHubSecrets(secrets) })
    await site.install({ chart: { name: 'jupyterhub', version: '4.4.0', digest: 'd', path: '', appVersion: '5.5.0', kubeVersion: '', schema: {} }, values, valuesHash: valuesHash(values) }, signal)
  }
  await install(input)
  return { cluster, resize, site, pass, install, now: () => new Date(now) }
}

const misbehaving = (misbehave: string) => ({ custom: { sandbox: { misbehave } } })
const letsencrypt: HubSpecInput = { exposure: { host, https: { type: 'letsencrypt', contactEmail: 'a@example.org' } } }

t.test('a host resolves to the address of its hub a moment after the hub has one', async (t) => {
  const { site, pass } = await withHub({})
  t.same(await site.resolve(host, signal), [])
  pass(10_000)
  t.same(await site.resolve(host, signal), [(await site.address({ type: 'loadBalancer' }, signal)).address])
  for (const [name, found] of Object.entries({ 'sandbox-dns-missing': [], 'sandbox-dns-elsewhere': ['198.51.100.7'] })) {
    const other = await withHub({ values: misbehaving(name) })
    other.pass(hour)
    t.same(await other.site.resolve(host, signal), found, name)
  }
})

t.test("Let's Encrypt gives a certificate a moment after the host resolves, and refuses when it is to", async (t) => {
  const { site, pass, now } = await withHub(letsencrypt)
  const issuer = async (of: typeof site) => (await of.certificate(host, [], signal)).certificate?.issuer
  t.equal(await issuer(site), 'TRAEFIK DEFAULT CERT')
  pass(20_000)
  t.equal(await issuer(site), 'Sandbox Authority')
  pass(1000 * 24 * hour)
  t.ok((await site.certificate(host, [], signal)).certificate!.validTo > now(), 'it is renewed in time')

  const refused = await withHub({ ...letsencrypt, values: misbehaving('sandbox-certificate-failed') })
  refused.pass(hour)
  t.equal(await issuer(refused.site), 'TRAEFIK DEFAULT CERT')
  t.match(await refused.site.certificateTrouble(host, { type: 'letsencrypt' }, signal), { code: 'LetsEncryptRefuses' })
})

t.test('homes grow where their class lets them, in the sandbox at once', async (t) => {
  const students = { values: { custom: { sandbox: { students: { count: 5, pattern: 'always' } } } } } as const
  const { resize, site, pass } = await withHub(students)
  await resize({ user: 2 })
  pass(12 * hour)
  const homes = async () => (await site.claims(signal)).filter(({ kind }) => kind === 'home')
  const [one] = await homes()
  t.match(one, { requested: 10 * GiB, canGrow: true })
  await site.growClaims([one!.name], '20Gi', signal)
  await site.growClaims([one!.name], '5Gi', signal)
  t.same((await homes()).filter(({ requested }) => requested === 20 * GiB).map(({ name }) => name), [one!.name])

  const shared = await withHub({ ...students, storage: { storageClass: 'sandbox-files' } })
  await shared.resize({ user: 2 })
  shared.pass(12 * hour)
  t.ok((await shared.site.claims(signal)).filter(({ kind }) => kind === 'home').every(({ canGrow }) => !canGrow))
})

t.test("the disk of the hub's database grows with a release; on a server of one's own there is none, and nobody is known there", async (t) => {
  const { site, install } = await withHub({ access: { admins: ['ada'] } })
  const disk = async () => (await site.claims(signal)).find(({ kind }) => kind === 'database')
  t.match(await disk(), { name: 'hub-db-dir', requested: GiB })
  await install({ access: { admins: ['ada'] }, database: { capacity: '5Gi' } })
  t.match(await disk(), { requested: 5 * GiB })
  await install({ database: { type: 'postgres', host: 'd', name: 'n', user: 'u', password: 'p' } })
  t.equal(await disk(), undefined)
  t.notOk((await site.remnants(signal)).some(({ name }) => name === 'hub-db-dir'))
})

t.test('NFS folders are claims that no teardown keeps, since what is on the server stays anyway', async (t) => {
  const input: HubSpecInput = { storage: { type: 'static', static: { nfs: { server: 'files.example.org', path: '/exports' } } } }
  const { site } = await withHub(input)
  const shares = fileSharesOf(completeHubSpec(input).storage)
  await site.makeFileShares(shares, signal)
  await site.makeFileShares(shares, signal)
  t.same(await site.fileShares(signal), [{ claim: shares[0]!.claim, bound: true }])
  const of = async () => (await site.remnants(signal)).filter(({ name }) => name.endsWith(shares[0]!.claim))
  t.same((await of()).map(({ kind, bills, holdsHome }) => [kind, bills, holdsHome]), [['PersistentVolumeClaim', false, false], ['PersistentVolume', false, false]])
  await site.sweep({ keepHomes: true }, signal)
  t.same(await of(), [])
})

t.test('images come to one node after the other; a full one never gets them, and the reason is told', async (t) => {
  const { resize, site, pass } = await withHub({ image: { name: 'quay.io/a/env', tag: '1.0.0' }, values: misbehaving('sandbox-puller-stuck') })
  await resize({ user: 2 })
  pass(60_000)
  await site.startPull(['quay.io/a/env:1.0.0'], {}, signal)
  t.ok((await site.pull('asked', signal))!.nodes.some(({ state }) => state !== 'pulled'))
  pass(hour)
  const { nodes } = (await site.pull('asked', signal))!
  t.match(nodes.at(-1), { state: 'stuck', reason: /Too many pods/ })
  t.ok(nodes.slice(0, -1).every(({ state }) => state === 'pulled'))
  t.match(await site.pull('continuous', signal), { images: ['quay.io/a/env:1.0.0'] })
  await site.endPull(signal)
  t.equal(await site.pull('asked', signal), null)
})

t.test('a build takes its time, writes as it goes on, and what it pushed is in the registry then and not before', async (t) => {
  const { cluster, site, pass } = await withHub({})
  const commit = await site.commit('https://git.example.org/env', 'main', null, signal)
  const image = `quay.io/a/env:${commit}`
  const job = { name: 'build-1', repository: 'https://git.example.org/env', commit, image, settings: { memory: '4Gi', cpu: 2, disk: '20Gi', timeoutSeconds: 600 }, credentials: null, git: null }
  await t.rejects(cluster.image(image, null, signal), { code: 'image-missing' })
  t.equal(await site.buildBarred(job, signal), null)
  await site.startBuild(job, signal)
  t.match(await site.build('build-1', signal), { state: 'waiting' })
  pass(2_000)
  t.match(await site.build('build-1', signal), { state: 'fetching' })
  pass(3_000)
  t.match(await site.build('build-1', signal), { state: 'building' })
  t.match((await site.buildLogs('build-1', 10, signal)).map(({ text }) => text).join(''), /Fetched .* of https:\/\/git.example.org\/env\n.*\n#1/)
  pass(60_000)
  const { state, digest } = (await site.build('build-1', signal))!
  t.equal(state, 'pushed')
  await site.endBuilds(signal)
  t.equal(await site.buildsLeft(signal), false)
  t.equal((await cluster.image(image, null, signal)).digest, digest)

  const failing = { ...job, name: 'build-2', repository: 'https://git.example.org/sandbox-build-fails' }
  await site.startBuild(failing, signal)
  pass(60_000)
  t.match(await site.build('build-2', signal), { state: 'failed', message: /log/ })
  t.match((await site.buildLogs('build-2', 10, signal)).at(-1)?.text, /ERROR/)
  const barred = await withHub({ values: misbehaving('sandbox-builds-barred') })
  t.match(await barred.site.buildBarred(job, signal), /PodSecurity/)
})
