import { execFile, spawn } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { testCertificate } from '../../testing-certificates.ts'
import { completeHubSpec } from '../complete.ts'
import { checkHubSpec } from '../check.ts'
import { keepSecrets } from '../secrets.ts'
import { checkBuildGit, credentialScript, gitLoginFor } from './build-git.ts'
import { buildObjects } from './build-job.ts'
import { fetchScript } from './build-script.ts'

const run = promisify(execFile)
const token = 'glpat-s3cret-of-the-course'
const git = { address: 'https://git.example.org/course', username: 'robot' }

t.test('a token is for the repositories that it was given for, and for no other', async (t) => {
  const of = (repository: string, address = git.address) => gitLoginFor({ ...git, address }, token, repository)
  for (const own of ['https://git.example.org/course', 'https://git.example.org/course.git', 'https://git.example.org/course/env', 'https://git.example.org/course/a/b.git']) t.match(of(own), { host: 'git.example.org', path: 'course', username: 'robot', token }, own)
  for (const other of ['http://git.example.org/course/env', 'https://git.example.org:8443/course/env', 'https://git.example.org.evil.example/course/env', 'https://evil.example/course/env', 'https://git.example.org/courses/env', 'https://git.example.org/course/../other/env', 'https://git.example.org/course/%2e%2e/other', 'https://git.example.org/course/..%2Fother', 'no address']) t.equal(of(other), null, other)
  t.ok(of('https://git.example.org/any/thing', 'https://git.example.org/'), 'of a whole host')
  t.equal(gitLoginFor(git, undefined, 'https://git.example.org/course/env'), null)
  fc.assert(fc.property(fc.webUrl({ validSchemes: ['https', 'http'] }), (url) => { t.equal(of(url), null) }), { numRuns: 200 })
})

t.test('an address that a token must not be sent to is refused where it stands, and a token is forgotten where its address changes', async (t) => {
  const faults = (address: string) => checkBuildGit({ git: { ...git, address } }, { '/build/git/token': token }).map(({ code }) => code)
  t.same(faults('https://git.example.org/course'), [])
  t.same(faults('http://git.example.org/course'), ['https'])
  t.same(faults('git@github.com:course/env'), ['https'])
  t.same(faults('https://me:pw@git.example.org/'), ['credentials'])
  t.match(checkHubSpec(completeHubSpec({ build: { image: 'quay.io/a/b', git } }), {}).errors, [{ pointer: '/build/git/token', code: 'required' }])
  const spec = (image: string, address: string) => completeHubSpec({ build: { image, username: 'robot', git: { ...git, address } } })
  const fields = { '/build/password': 'push', '/build/git/token': token }
  const kept = (after: ReturnType<typeof spec>) => Object.keys(keepSecrets({ spec: spec('quay.io/a/b', git.address), fields }, { spec: after, given: {} }))
  t.same(kept(spec('quay.io/a/c', git.address)), ['/build/password', '/build/git/token'])
  t.same(kept(spec('quay.io/a/b', 'https://evil.example/course')), ['/build/password'])
  t.same(kept(spec('evil.example/a/b', git.address)), ['/build/git/token'], 'what may push to one registry is not shown to another')
})

t.test('the token is a file of the container that fetches, and nowhere else', async (t) => {
  const commit = 'a'.repeat(40)
  const objects = buildObjects({ id: 'hub_1', name: 'course', tenantId: 'tenant_1', namespace: 'hub-1' }, {
    name: 'build-1', repository: 'https://git.example.org/course/env', commit, image: `quay.io/a/b:${commit}`, settings: { memory: '4Gi', cpu: 2, disk: '20Gi', timeoutSeconds: 3600 }, credentials: null, git: gitLoginFor(git, token, 'https://git.example.org/course/env'),
  })
  const { git: secret, ...others } = objects
  t.match(secret, { kind: 'Secret', stringData: { token } })
  t.notMatch(JSON.stringify(others), token)
  const { initContainers: [fetch], containers: [build] } = objects.job.spec.template.spec
  t.match(fetch!.volumeMounts.find(({ name }) => name === 'git'), { mountPath: '/login', readOnly: true })
  t.notOk(build!.volumeMounts.some(({ name }) => name === 'git'), 'what builds the repository has no way to it')
})

t.test('a commit of a private repository is fetched by Git itself, and the token is shown to its own repositories only', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'hubfleet-git-'))
  t.teardown(() => rm(dir, { recursive: true }))
  const at = (...names: string[]) => join(dir, ...names)
  const { commit, server, shown } = await gitServer(t, dir)
  const { cert } = server
  await writeFile(at('ca.pem'), cert)
  await mkdir(at('bin'))
  await writeFile(at('bin', 'git-credential-hubfleet'), credentialScript, { mode: 0o755 })
  await writeFile(at('bin', 'jupyter-repo2docker'), '#!/bin/sh\ncp requirements.txt "$HUBFLEET_CONTEXT/"\n', { mode: 0o755 })
  await mkdir(at('login'))
  const login = gitLoginFor({ address: `${server.url}/course`, username: 'robot' }, token, `${server.url}/course/env`)!
  for (const [name, value] of Object.entries(login)) await writeFile(at('login', name), value)
  const fetch = async (repository: string, more: Record<string, string> = {}) => {
    await mkdir(at('context'), { recursive: true })
    return run('sh', ['-c', fetchScript], { env: { PATH: process.env['PATH'], HOME: dir, TMPDIR: dir, REPOSITORY: `${server.url}/${repository}`, COMMIT: commit, IMAGE: 'i', HUBFLEET_BIN: at('bin'), HUBFLEET_CONTEXT: at('context'), HUBFLEET_LOGIN: at('login'), GIT_TERMINAL_PROMPT: '0', GIT_SSL_CAINFO: at('ca.pem'), GIT_CONFIG_NOSYSTEM: '1', ...more } })
  }
  const { stdout, stderr } = await fetch('course/env')
  t.equal(await readFile(at('context', 'requirements.txt'), 'utf8'), 'numpy\n')
  t.match(stdout, `Fetched ${commit}`)
  t.notMatch(stdout + stderr, token)
  t.same([...new Set(shown)], [`robot:${token}`])
  shown.length = 0
  await t.rejects(fetch('other/env'), { code: 128 }, 'another owner of the same host')
  await t.rejects(fetch('course/env', { HUBFLEET_LOGIN: at('nothing') }), { code: 128 })
  t.same(shown, [])
})

/** Git's own server behind https, which shows what is there to one login alone; and the logins that it was shown. */
async function gitServer(t: { teardown(work: () => unknown): void }, dir: string) {
  const root = join(dir, 'served')
  const work = join(dir, 'work')
  const env = { ...process.env, HOME: dir, GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b.c', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b.c' }
  const call = (...args: string[]) => run('git', args, { env, cwd: dir })
  await call('init', '--quiet', work)
  await writeFile(join(work, 'requirements.txt'), 'numpy\n')
  await call('-C', work, 'add', '.')
  await call('-C', work, 'commit', '--quiet', '-m', 'First')
  for (const name of ['course/env', 'other/env']) {
    await call('clone', '--quiet', '--bare', work, join(root, name))
    await call('-C', join(root, name), 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  }
  const commit = (await call('-C', work, 'rev-parse', 'HEAD')).stdout.trim()
  const made = await testCertificate('localhost')
  const shown: string[] = []
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const given = /^Basic (.*)$/.exec(request.headers.authorization ?? '')?.[1]
    if (given) shown.push(Buffer.from(given, 'base64').toString())
    if (shown.at(-1) !== `robot:${token}` || !given) return void response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()
    const url = new URL(request.url!, 'https://localhost')
    const backend = spawn('git', ['http-backend'], { env: { ...env, GIT_PROJECT_ROOT: root, GIT_HTTP_EXPORT_ALL: '1', REQUEST_METHOD: request.method!, PATH_INFO: url.pathname, QUERY_STRING: url.search.slice(1), CONTENT_TYPE: request.headers['content-type'] ?? '', REMOTE_USER: 'robot', ...(request.headers['git-protocol'] && { GIT_PROTOCOL: String(request.headers['git-protocol']) }), ...(request.headers['content-encoding'] && { HTTP_CONTENT_ENCODING: request.headers['content-encoding'] }) } })
    request.pipe(backend.stdin)
    const chunks: Buffer[] = []
    backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const body = Buffer.concat(chunks)
      const end = body.indexOf('\r\n\r\n')
      const headers = Object.fromEntries(body.toString('latin1', 0, end).split('\r\n').map((line) => line.split(': ') as [string, string]))
      response.writeHead(Number.parseInt(headers['Status'] ?? '200', 10), headers).end(body.subarray(end + 4))
    })
  }
  const https = createServer({ key: made.key, cert: made.cert }, answer)
  await new Promise<void>((resolve) => https.listen(0, 'localhost', resolve))
  t.teardown(() => { https.closeAllConnections(); https.close() })
  return { commit, shown, server: { url: `https://localhost:${(https.address() as AddressInfo).port}`, cert: made.cert } }
}
