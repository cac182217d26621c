// The parent of one helm process. helm must never outlive the worker that started it: another worker takes over the hub and would repair
// a release that helm is still writing. So this process, and not the worker, is helm's parent, and kills it at once when
//   - standard input ends: the worker is dead, however it died
//   - no heartbeat came for as long as the job says: the worker is frozen, and somebody else may have taken its work
// The first line of standard input is the job. Each line after it is a sign of life (empty), the order to stop ('!'), or the token from
// now on ('=' and the token), which helm reads from a file that is gone with the run.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'hubfleet-helm-'
/** The folder of a run is touched far more often than this while its guard lives. */
const abandonedMs = 600_000

let text = ''
let child
let home
let lastHeartbeat = performance.now()

process.stdin.setEncoding('utf8').on('data', (chunk) => {
  // a worker that was frozen too long and wakes up again is not trusted any more: its late bytes change nothing
  if (child) signOfLife()
  const lines = (text + chunk).split('\n')
  text = lines.pop()
  for (const line of lines) child ? obey(line) : start(JSON.parse(line))
})
process.stdin.on('end', () => (child ? kill() : process.exit(1)))
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => (child ? kill() : process.exit(1)))

let job
function start(given) {
  job = given
  lastHeartbeat = performance.now()
  // helm's own settings, plugins and caches of this machine have no say: its home is the folder that goes with it
  home = mkdtempSync(join(tmpdir(), prefix))
  setInterval(() => utimesSync(home, new Date(), new Date()), 5_000)
  process.on('exit', () => rmSync(home, { recursive: true, force: true }))
  const kubeconfig = join(home, 'kubeconfig')
  writeFileSync(kubeconfig, job.kubeconfig, { mode: 0o600 })
  if (job.token !== null) keepToken(job.token)
  const env = { PATH: process.env.PATH, HOME: home, KUBECONFIG: kubeconfig, HELM_CONFIG_HOME: home, HELM_CACHE_HOME: home, HELM_DATA_HOME: home, ...job.env }
  child = spawn(job.program, job.arguments, { env, cwd: home, stdio: ['pipe', job.output ? 'inherit' : 'ignore', 'inherit'] })
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(127)
  })
  child.on('exit', (code) => process.exit(code ?? 137))
  child.stdin.on('error', () => {})
  child.stdin.end(job.input)
  setInterval(watch, 200)
  sweep()
}

/** What guards left that were killed themselves, or went with the machine: nobody else knows of it, and it holds credentials. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    try {
      if (Date.now() - statSync(folder).mtimeMs > abandonedMs) rmSync(folder, { recursive: true })
    } catch {
      // another guard was faster, or it is another user's
    }
  }
}

function signOfLife() {
  watch()
  lastHeartbeat = performance.now()
}

function obey(line) {
  if (line === '!') stop()
  else if (line.startsWith('=')) keepToken(line.slice(1))
}

/** Whole at any moment: helm may read it just now. */
function keepToken(token) {
  const file = join(home, 'token')
  writeFileSync(`${file}.next`, token, { mode: 0o600 })
  renameSync(`${file}.next`, file)
}

function watch() {
  if (performance.now() - lastHeartbeat > job.heartbeatMs) kill()
}

function stop() {
  child.kill('SIGTERM')
  setTimeout(kill, job.graceMs).unref()
}

function kill() {
  child.kill('SIGKILL')
}
