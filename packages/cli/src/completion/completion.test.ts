import { execFile } from 'node:child_process'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { commands } from '../generated/commands.ts'
import { processIo } from '../io.ts'
import { programOf } from '../program.ts'
import { candidates } from './candidates.ts'
import { scripts } from './scripts.ts'

const run = promisify(execFile)

t.test('the candidates are what can stand there', async (t) => {
  const program = programOf(commands, processIo())
  const table: [line: string, has: string[], hasNot: string[]][] = [
    ['', ['hub', 'login', 'completion'], ['scale', '--output']],
    ['hu', ['hub'], ['login']],
    ['hub s', ['scale', 'start', 'stop'], ['get']],
    ['--tenant physics hub sc', ['scale'], ['start']],
    ['hub scale my-hub --', ['--seats', '--set', '--no-wait', '--tenant', '--output'], ['--homes']],
    ['hub delete a --homes ', ['keep', 'delete'], ['hub']],
    ['hub list -o ', ['table', 'json', 'yaml', 'id'], []],
    ['hub create -f ', [], ['hub', '--set']],
  ]
  for (const [line, has, hasNot] of table) {
    const found = candidates(program, line.split(' '))
    t.same(has.filter((each) => !found.includes(each)), [], line)
    t.same(hasNot.filter((each) => found.includes(each)), [], line)
  }
})

t.test('bash completes with the script', async (t) => {
  const directory = t.testdir({})
  const program = join(directory, 'hubfleet')
  await writeFile(program, `#!/bin/sh\nexec ${process.execPath} ${join(import.meta.dirname, '../hubfleet.ts')} "$@"\n`)
  await chmod(program, 0o755)
  const { stdout } = await run('bash', ['-c', `${scripts.bash}\nCOMP_WORDS=(hubfleet hub st); COMP_CWORD=2; _hubfleet; echo "\${COMPREPLY[*]}"`], { env: { ...process.env, PATH: `${directory}:${process.env['PATH']}` } })
  t.equal(stdout.trim(), 'start stop')
})
