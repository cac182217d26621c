import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'

/*
 * The SDK and the command line as a user gets them: packed, installed into an empty project, and run with the Node of the machine,
 * which may be older than the one that runs this repository.
 */
const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const directory = await mkdtemp(join(tmpdir(), 'hubfleet-packed-'))
t.teardown(() => rm(directory, { recursive: true }))

const node = await machinesNode()
const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env['PATH']}`, XDG_CONFIG_HOME: join(directory, 'config') }
const project = join(directory, 'project')
const program = join(project, 'node_modules/.bin/hubfleet')
const packages = join(project, 'node_modules/@hubfleet')

/** The first `node` on PATH that is new enough and no dependency of this repository; where there is none, the one that runs this. */
async function machinesNode(): Promise<string> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'node')
    const real = await realpath(path).catch(() => null)
    if (!real || real.includes('node_modules')) continue
    const { stdout } = await run(path, ['--version'])
    if (Number(stdout.slice(1).split('.')[0]) >= 20) return path
  }
  return process.execPath
}

/** A server that knows one hub. */
async function server(): Promise<string> {
  const http = createServer((request, response) => {
    const known = request.headers.authorization === 'Bearer hf_key'
    const hub = { id: 'hub_1', name: 'a', state: 'ready' }
    const problem = { type: 'about:blank', title: 'The key is missing or not valid', status: 401, detail: 'It needs a key.', code: 'unauthenticated', retryable: false, nextStep: 'Use a key.', params: {}, errors: [] }
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(!known ? problem : request.url!.includes('?') ? { items: [hub], nextCursor: null } : hub))
  })
  await new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve) })
  t.teardown(() => new Promise((resolve) => {
    http.close(resolve)
    http.closeAllConnections()
  }))
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`
}

t.before(async () => {
  const tarballs = join(directory, 'tarballs')
  for (const name of ['sdk', 'cli']) await run('npx', ['--yes', '--prefer-offline', '-p', 'pnpm@12.21.0', 'pnpm', 'pack', '--pack-destination', tarballs], { cwd: join(root, 'packages', name) })
  await mkdir(project)
  await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  const files = (await readdir(tarballs)).map((file) => join(tarballs, file))
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...files], { cwd: project, env })
})

t.test('the packages hold what was built and nothing of how', async (t) => {
  for (const name of ['sdk', 'cli']) {
    t.same((await readdir(join(packages, name))).sort(), ['README.md', 'dist', 'package.json'])
    const manifest = await readFile(join(packages, name, 'package.json'), 'utf8')
    const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: Record<string, string> }
    t.same(Object.keys(dependencies), name === 'sdk' ? ['openapi-fetch', 'standardwebhooks'] : [])
    t.notMatch(JSON.stringify(dependencies), /workspace:|catalog:/)
  }
  t.match(await readFile(join(packages, 'cli/dist/THIRD-PARTY.txt'), 'utf8'), /commander .* \(MIT\)/, 'who wrote what is bundled')
})

t.test('the command line runs: version, help, a call, a refusal', async (t) => {
  const { version } = JSON.parse(await readFile(join(root, 'packages/cli/package.json'), 'utf8')) as { version: string }
  t.equal((await run(program, ['--version'], { env })).stdout.trim(), version)
  t.match((await run(program, ['--help'], { env })).stdout, /Exit codes:/)
  const HUBFLEET_URL = await server()
  const call = (key: string, ...argv: string[]) => run(program, argv, { env: { ...env, HUBFLEET_URL, HUBFLEET_TENANT: 'physics', HUBFLEET_KEY: key } })
  t.match((await call('hf_key', 'hub', 'list')).stdout, /^NAME .*\na +ready/)
  t.match((await call('hf_key', 'hub', 'get', 'a', '-o', 'yaml')).stdout, 'name: a')
  await t.rejects(call('hf_wrong', 'hub', 'list'), { code: 4, stderr: /The key is missing or not valid/ })
})

t.test('login keeps a profile that the next command uses', async (t) => {
  const url = await server()
  const login = run(program, ['login', '--server', url, '--tenant', 'physics'], { env })
  login.child.stdin!.end('hf_key\n')
  await login
  t.equal((await stat(join(directory, 'config/hubfleet/config.yaml'))).mode & 0o777, 0o600)
  t.equal((await run(program, ['hub', 'list', '-o', 'id'], { env })).stdout, 'hub_1\n')
})

t.test('what starts is small: the Kubernetes client and YAML are loaded by the commands that need them', async (t) => {
  const dist = join(packages, 'cli/dist')
  const loaded = new Map<string, string>()
  const load = async (file: string) => {
    if (loaded.has(file)) return
    const text = await readFile(file, 'utf8')
    loaded.set(file, text)
    for (const [, name] of text.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)) await load(join(dirname(file), name!))
  }
  await load(join(dist, 'hubfleet.js'))
  const text = [...loaded.values()].join('')
  // Two thirds of it are the table of the API's commands, which grows with them.
  t.ok(text.length < 250_000, `${text.length} characters in ${loaded.size} files`)
  t.notMatch(text, /KubeConfig|YAMLParseError/)
})

t.test('the SDK is imported, called, and typed for TypeScript', async (t) => {
  await writeFile(join(project, 'call.js'), `
    import { Hubfleet, UnauthenticatedError } from '@hubfleet/sdk'
    const server = process.argv[2]
    const names = []
    for await (const hub of new Hubfleet({ server, key: 'hf_key' }).hubs.list({ tenant: 'physics' }, { state: 'ready' })) names.push(hub.name)
    const refused = await new Hubfleet({ server, key: 'hf_wrong' }).hubs.get({ tenant: 'physics', hub: 'a' }).catch((error) => error instanceof UnauthenticatedError && error.name)
    console.log(JSON.stringify({ names, refused }))`)
  t.same(JSON.parse((await run(node, ['call.js', await server()], { cwd: project, env })).stdout), { names: ['a'], refused: 'UnauthenticatedError' })

  await writeFile(join(project, 'typed.ts'), `
    import { Hubfleet, OperationFailedError, type Hub, type Plan } from '@hubfleet/sdk'
    export async function grow(client: Hubfleet, seats: number): Promise<Hub> {
      const at = { tenant: 'physics', hub: 'a' }
      const plan: Plan = await client.hubs.scale(at, { seats }, { validateOnly: true })
      if (plan.disruption.disconnectsUsers) throw new Error(plan.warnings.join())
      await client.hubs.scale(at, { seats }).wait({ onProgress: ({ steps }) => steps.map((step) => step.name) }).catch((error: unknown) => {
        if (error instanceof OperationFailedError) throw new Error(error.problem?.nextStep)
      })
      // @ts-expect-error there is no such field
      await client.hubs.scale(at, { chairs: 1 })
      return client.hubs.get(at)
    }`)
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, exactOptionalPropertyTypes: true, noEmit: true, module: 'nodenext', target: 'es2022', lib: ['es2022', 'dom'], types: [] }, files: ['typed.ts'] }))
  const { stdout } = await run(join(root, 'node_modules/.bin/tsc'), ['-p', project]).catch((error: { stdout: string }) => error)
  t.equal(stdout, '')
})
