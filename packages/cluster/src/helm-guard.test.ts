import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { runGuarded } from './helm-run.ts'

interface Report { pid: number; token: string | null; tokenMode: number; kubeconfig: string; mode: number; content: string; home: string; input: string; secret: string | undefined }

/** A stand-in for helm: reports how it was started, then does what its first argument says. */
const fake = `#!${process.execPath}
const fs = require('node:fs')
const [report, way] = process.argv.slice(2)
const kubeconfig = process.env.KUBECONFIG
const input = fs.readFileSync(0, 'utf8')
if (way === 'stubborn') process.on('SIGTERM', () => {})
if (way === 'polite') process.on('SIGTERM', () => { fs.writeFileSync(report + '.term', ''); process.exit(3) })
const tokenFile = require('node:path').join(require('node:path').dirname(kubeconfig), 'token')
const hasToken = fs.existsSync(tokenFile)
fs.writeFileSync(report + '.part', JSON.stringify({ pid: process.pid, token: hasToken ? fs.readFileSync(tokenFile, 'utf8') : null, tokenMode: hasToken ? fs.statSync(tokenFile).mode & 0o777 : 0, kubeconfig, mode: fs.statSync(kubeconfig).mode & 0o777, content: fs.readFileSync(kubeconfig, 'utf8'),
  home: process.env.HOME, input, secret: process.env.HUBFLEET_TEST_SECRET }))
fs.renameSync(report + '.part', report)
if (way === 'fail') { console.error('Error: no'); process.exit(1) }
if (way !== 'end') setInterval(() => {}, 1000)
`

async function setUp(dir: string, way: string) {
  const program = join(dir, 'helm.cjs')
  await writeFile(program, fake)
  await chmod(program, 0o755)
  const report = join(dir, 'report.json')
  const job = { program, arguments: [report, way], input: '{"a":"values"}', kubeconfig: '{"token":"t"}', token: null, env: {}, heartbeatMs: 1_000, graceMs: 300 }
  return { job, read: async () => JSON.parse(await readFile(report, 'utf8')) as Report, started: () => until(() => existsSync(report)), report }
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !condition(); await sleep(20)) if (Date.now() > deadline) throw new Error('the condition did not come true')
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** The guard alone, so that a test decides what it hears. */
function startGuard(job: object) {
  const guard = spawn(process.execPath, [fileURLToPath(new URL('./helm-guard.mjs', import.meta.url))], { stdio: ['pipe', 'ignore', 'inherit'] })
  guard.stdin.on('error', () => {}).write(`${JSON.stringify(job)}\n`)
  return guard
}

t.test('helm gets the values by standard input and the kubeconfig as a private file, which is gone afterwards', async (t) => {
  process.env.HUBFLEET_TEST_SECRET = 'ours'
  t.teardown(() => { delete process.env.HUBFLEET_TEST_SECRET })
  const { job, read } = await setUp(t.testdir(), 'end')
  t.equal((await runGuarded(job, new AbortController().signal)).code, 0)
  const seen = await read()
  t.equal(seen.mode, 0o600)
  t.equal(seen.content, job.kubeconfig)
  t.equal(seen.input, job.input)
  t.equal(seen.secret, undefined, 'our environment is not handed on')
  t.notOk(existsSync(seen.home))
})

t.test('a token that ends is a private file beside the kubeconfig, each next one takes its place whole, and it is gone with the run', async (t) => {
  const { job, read, started } = await setUp(t.testdir(), 'polite')
  const controller = new AbortController()
  let tell = (_token: string): void => {}
  let followed = true
  const run = runGuarded({ ...job, token: 'first' }, controller.signal, (told) => {
    tell = told
    return () => { followed = false }
  })
  await started()
  const { home, token, tokenMode } = await read()
  t.equal(token, 'first')
  t.equal(tokenMode, 0o600)
  t.equal(statSync(home).mode & 0o777, 0o700)
  const file = join(home, 'token')
  for (const next of ['second', 'third'.repeat(2_000)]) {
    tell(next)
    await until(() => {
      const now = readFileSync(file, 'utf8')
      t.ok(['first', 'second', 'third'.repeat(2_000)].includes(now), 'no half of a token is ever read')
      return now === next
    })
    t.equal(statSync(file).mode & 0o777, 0o600)
  }
  controller.abort()
  await run
  t.notOk(existsSync(home))
  t.notOk(followed)
})

t.test('what a guard left that was killed itself is removed by the next, and what lives stays', async (t) => {
  const { job, read, started } = await setUp(t.testdir(), 'polite')
  const [dead, alive] = ['dead', 'alive'].map((name) => mkdtempSync(join(tmpdir(), `hubfleet-helm-${name}-`)))
  t.teardown(() => rmSync(alive!, { recursive: true }))
  writeFileSync(join(dead!, 'token'), 'left')
  utimesSync(dead!, new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000))
  const controller = new AbortController()
  const run = runGuarded(job, controller.signal)
  await started()
  await until(() => !existsSync(dead!))
  t.ok(existsSync(alive!))
  t.ok(existsSync((await read()).home))
  controller.abort()
  await run
})

t.test('a failure is told with its exit code and its words', async (t) => {
  const { job } = await setUp(t.testdir(), 'fail')
  t.match(await runGuarded(job, new AbortController().signal), { code: 1, stderr: 'Error: no\n' })
})

t.test('a program that is not there is told as such', async (t) => {
  const { job } = await setUp(t.testdir(), 'end')
  t.equal((await runGuarded({ ...job, program: '/no/such/helm' }, new AbortController().signal)).code, 127)
})

t.test('an aborted run ends helm gently, and by force when that does not help', async (t) => {
  for (const way of ['polite', 'stubborn']) {
    const { job, read, started, report } = await setUp(t.testdir({ [way]: {} }), way)
    const controller = new AbortController()
    const run = runGuarded(job, controller.signal)
    await started()
    controller.abort()
    t.not((await run).code, 0)
    const { pid, home } = await read()
    t.notOk(isAlive(pid), way)
    t.notOk(existsSync(home), 'the kubeconfig is gone')
    if (way === 'polite') t.ok(existsSync(`${report}.term`), 'it was asked first')
  }
})

t.test('helm dies at once when the worker dies', async (t) => {
  const { job, read, started } = await setUp(t.testdir(), 'stubborn')
  const guard = startGuard({ ...job, token: 'ends', heartbeatMs: 60_000 })
  await started()
  const { pid, home, token } = await read()
  t.equal(token, 'ends')
  t.ok(isAlive(pid))
  guard.stdin.destroy()
  await until(() => !isAlive(pid))
  await until(() => !existsSync(home))
})

t.test('helm dies when the worker is frozen, and a late sign of life does not save it', async (t) => {
  const { job, read, started } = await setUp(t.testdir(), 'stubborn')
  const guard = startGuard({ ...job, heartbeatMs: 500 })
  // a busy machine takes longer than that to begin
  const beating = setInterval(() => guard.stdin.write('\n'), 50)
  await started()
  const { pid } = await read()
  clearInterval(beating)
  process.kill(guard.pid!, 'SIGSTOP')
  await sleep(700)
  // written while the guard itself could not run: too late all the same
  guard.stdin.write('.')
  process.kill(guard.pid!, 'SIGCONT')
  await until(() => !isAlive(pid))
  t.pass('helm is dead')
})

t.test('a worker that lives keeps its helm alive for longer than the limit', async (t) => {
  const { job, read, started } = await setUp(t.testdir(), 'polite')
  const controller = new AbortController()
  const run = runGuarded({ ...job, heartbeatMs: 800 }, controller.signal)
  await started()
  const { pid } = await read()
  const begun = Date.now()
  await until(() => Date.now() - begun > 2_000)
  t.ok(isAlive(pid))
  controller.abort()
  await run
})
