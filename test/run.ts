/**
 * Runs all tests, or those whose path contains one of the arguments, and ends with the line "N passed, N failed".
 * Prints failures as they happen and, at the end, what was skipped and why. With CI set a skipped test counts as failed: there
 * everything that a test needs must be present.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { readResults } from './results.ts'
import { startShared } from './shared.ts'

const root = join(import.meta.dirname, '..')
const filters = process.argv.slice(2)
const files = globSync(['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'], { cwd: root })
  .filter(file => !file.startsWith(relative(root, join(import.meta.dirname, 'bench'))))
  // Need a Kubernetes whose pods run, or the files of the official chart, which few machines have: no tests at all elsewhere, rather than some that are always skipped.
  .filter(file => process.env.HUBFLEET_TEST_NODE_KUBECONFIG || !file.endsWith('real-node.test.ts'))
  .filter(file => process.env.HUBFLEET_TEST_CHART || !file.endsWith('.official.test.ts'))
  .filter(file => filters.length === 0 || filters.some(filter => file.includes(filter)))
  .sort()
if (files.length === 0) {
  console.error(`no test file matches ${filters.join(', ')}`)
  process.exit(1)
}

// A file that uses the shared Kubernetes says so by its name or by what it imports; without any, nothing has to wait for it.
const shared = await startShared({ kubernetes: files.some((file) => /\bbed\b|kubernetes\//.test(file + readFileSync(join(root, file), 'utf8'))) })
const dir = mkdtempSync(join(tmpdir(), 'hubfleet-tests-'))
const output = join(dir, 'results.tap')
const tap = spawn(join(root, 'node_modules', '.bin', 'tap'), ['run', '--jobs=2', '--reporter=min', `--output-file=${output}`, ...files], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  // The node that runs this one: native TypeScript needs 24, and npm may itself run on an older one.
  env: { ...process.env, ...shared.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
})
const [code] = await once(tap, 'exit') as [number | null]
await shared.stop()
const results = readResults(readFileSync(output, 'utf8'))
rmSync(dir, { recursive: true })

if (results.failures.length > 0) console.log(`\nfailed:\n${results.failures.map((failure) => `  ${failure}`).join('\n')}`)
if (results.skipped.length > 0) {
  console.log(`\nskipped:\n${results.skipped.map(({ file, name, reason }) => `  ${file}: ${name}${reason && ` (${reason})`}`).join('\n')}`)
}
const failed = results.failed + (process.env.CI ? results.skipped.length : 0)
console.log(`\n${results.passed} passed, ${failed} failed`)
process.exit(failed > 0 || code !== 0 ? 1 : 0)
