// Prepares a fresh clone: installs the locked dependencies, Node 24 among them. Runs before every npm script and does
// nothing when the lockfile has not changed. Never `npm install` here: the tree is pnpm's.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const lock = createHash('sha256').update(readFileSync('pnpm-lock.yaml')).update(readFileSync('.taprc')).digest('hex')
const stamp = 'node_modules/.hubfleet-setup'
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) process.exit(0)

/** Runs one preparation command and stops with its exit code when it fails. */
function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status === 0) return
  console.error(`setup failed: ${command} ${args.join(' ')}${error ? `: ${error.message}` : ''}\nNext step: check that the npm registry can be reached, then run the same command again.`)
  process.exit(status ?? 1)
}

console.error('hubfleet: first run, installing dependencies (once)')
run('npx', '--yes', '-p', 'node@24', '-p', 'pnpm@12.21.0', 'pnpm', 'install', '--frozen-lockfile')
run('npx', '--no-install', 'tap', 'build')
writeFileSync(stamp, lock)
