import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { testDatabase } from '../packages/database/src/testing.ts'
import { demoCluster } from '../packages/main/src/demo/story.ts'
import { readConfig, startHubfleet } from '../packages/main/src/index.ts'
import { Hubfleet, type Build } from '../packages/sdk/src/index.ts'

/*
 * Builds as their user meets them: a whole server with its worker, on a hub of the sandbox, whose clock is put forward.
 */
t.setTimeout(300_000)
const dir = await mkdtemp(join(tmpdir(), 'hubfleet-builds-'))
t.teardown(() => rm(dir, { recursive: true }))
const { connectionString } = await testDatabase(t)
const config = await readConfig({ HUBFLEET_DATA: dir, HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent', DATABASE_URL: connectionString, HUBFLEET_SECRET_KEYS: `a:${randomBytes(32).toString('base64')}` })
const hubfleet = await startHubfleet(config, { info() {}, error: (message, error) => t.comment(message, error) })
t.teardown(() => hubfleet.stop())
const admin = new Hubfleet({ server: hubfleet.url!, key: await hubfleet.newAdminKey('builds') })
const tenant = 'school'
await admin.tenants.create({ name: tenant, sandbox: true })
await admin.tenants.update({ tenant }, { policy: { allow: { imageBuilds: true } } } as never)
await admin.clusters.create({ tenant }, demoCluster).wait()
const at = { tenant, hub: 'lab' }
await admin.hubs.create({ tenant }, { name: 'lab', cluster: demoCluster.name, spec: { build: { image: 'quay.io/course/env' }, access: { allowAll: true } }, confirm: ['open-login'] } as never).wait()
const begin = async (repository: string) => (await admin.builds.create(at, { repository })).id

/** Follows a build to its end; `each` is called with every line. */
async function follow(build: string, each: (text: string) => Promise<unknown> | void = () => {}): Promise<{ lines: string[]; said: string[]; last: Build }> {
  const lines: string[] = []
  const said: string[] = []
  let last: Build | undefined
  for await (const event of admin.followBuild({ ...at, build })) {
    if (event.event === 'build') { said.push(event.build.message); last = event.build; continue }
    lines.push(event.line.text)
    await each(event.line.text)
  }
  return { lines, said, last: last! }
}
const forward = (seconds: number) => admin.tenants.advance({ tenant }, { seconds })

t.test('what a build writes is seen while it runs, and the same afterwards', async (t) => {
  const build = await begin('https://git.example.org/env')
  const states: string[] = []
  const { lines, said, last } = await follow(build, async () => { states.push((await admin.builds.get({ ...at, build })).state); await forward(30) })
  t.match(lines, [/^Fetched [0-9a-f]{40} of https:\/\/git\.example\.org\/env/, /PythonBuildPack/, /^#1 /, /^#5 /, /^#12 /, /pushing manifest/])
  t.equal(lines.length, 6)
  t.equal(states[0], 'running')
  t.notMatch(said.join('\n'), /security/, 'what is wrong with the hub besides is not what the build is at')
  t.match(said.join('\n'), /build: (waiting|fetching|building)/)
  t.match(last, { state: 'succeeded', digest: /^sha256:/ })
  t.same((await follow(build)).lines, lines)
  t.same((await admin.builds.logs({ ...at, build })).items.flatMap(({ text }) => text.trim().split('\n')), lines)
})

t.test('a build that fails ends its log with what failed', async (t) => {
  const build = await begin('https://git.example.org/sandbox-build-fails')
  const { lines, last } = await follow(build, () => forward(30))
  t.match(lines.at(-1), /^ERROR: No matching distribution/)
  t.match(last, { state: 'failed', error: { code: 'build-failed' } })
})

t.test('a build that is canceled ends whoever follows it, and leaves nothing in the cluster', async (t) => {
  const build = await begin('https://git.example.org/slow')
  const { lines, last } = await follow(build, (text) => (text.startsWith('Fetched') ? admin.builds.cancel({ ...at, build }) : undefined) as Promise<unknown>)
  t.match(lines[0], /^Fetched/)
  t.match(last, { state: 'canceled', digest: null })
  // another one can begin, which it could not beside the first
  const next = await begin('https://git.example.org/env')
  t.match((await follow(next, () => forward(60))).last, { state: 'succeeded' })
})

t.test('a private repository is read with the token that was given for it, which is shown to nobody', async (t) => {
  const repository = 'https://git.example.org/course/sandbox-private'
  const refused = await follow(await begin(repository))
  t.match(refused.last, { state: 'failed', error: { code: 'commit-unknown', detail: /it is not public/, nextStep: /build\.git/ } })
  const token = 'glpat-s3cret-of-the-course'
  const pointers = (address: string) => admin.hubs.update(at, { spec: { build: { git: { address } } } }).then(() => [], ({ problem }) => problem.errors.map(({ pointer }: { pointer: string }) => pointer))
  t.same(await pointers('https://git.example.org/course'), ['/spec/build/git/token'])
  await admin.hubs.update(at, { spec: { build: { git: { address: 'https://git.example.org/course', token } } } } as never).wait()
  const read = await admin.hubs.get(at)
  t.match(read.spec.build, { git: { address: 'https://git.example.org/course', username: 'x-access-token' } })
  const build = await begin(repository)
  const { lines, last } = await follow(build, () => forward(30))
  t.match(last, { state: 'succeeded' })
  const operation = await admin.operation({ tenant, operation: build })
  t.notMatch(JSON.stringify([read, lines, last, operation.operation]), token)
  t.same(await pointers('https://evil.example/course'), ['/spec/build/git/token'], 'it goes nowhere else by itself')
})
