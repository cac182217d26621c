// The parent of one helm process. helm must never outlive the worker that started it: another worker takes over the hub and would repair
// a release that helm is still writing. So this process, and not the worker, is helm's parent, and kills it at once when
//   - standard input ends: the worker is dead, however it died
//   - no heartbeat came for as long as the job says: the worker is frozen, and somebody else may have taken its work
// The first line of standard input is the job; each byte after it is a heartbeat ('.') or the order to stop ('!').
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const order = { stop: '!'.charCodeAt(0), newline: '\n'.charCodeAt(0) }

let head = Buffer.alloc(0)
let child
let lastHeartbeat = performance.now()

process.stdin.on('data', (chunk) => {
  // a worker that was frozen too long and wakes up again is not trusted any more: its late bytes change nothing
  if (child) return heartbeat(chunk)
  head = Buffer.concat([head, chunk])
  const end = head.indexOf(order.newline)
  if (end < 0) return
  start(JSON.parse(head.subarray(0, end).toString('utf8')))
  heartbeat(head.subarray(end + 1))
})
process.stdin.on('end', () => (child ? kill() : process.exit(1)))
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => (child ? kill() : process.exit(1)))

let job
function start(given) {
  job = given
  lastHeartbeat = performance.now()
  // helm's own settings, plugins and caches of this machine have no say: its home is the folder that goes with it
  const home = mkdtempSync(join(tmpdir(), 'hubfleet-helm-'))
  process.on('exit', () => rmSync(home, { recursive: true, force: true }))
  const kubeconfig = join(home, 'kubeconfig')
  writeFileSync(kubeconfig, job.kubeconfig, { mode: 0o600 })
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
}

function heartbeat(bytes) {
  watch()
  if (bytes.length > 0) lastHeartbeat = performance.now()
  if (bytes.includes(order.stop)) stop()
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
