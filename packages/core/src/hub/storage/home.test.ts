import { execFile } from 'node:child_process'
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { checkHubSpec } from '../check.ts'
import { completeHubSpec } from '../complete.ts'
import { homeHook } from './home-values.ts'
import { requireValid } from '../../validate.ts'
import type { HubHome } from './home.ts'
import { HubSpecInputSchema } from '../spec.ts'

const run = promisify(execFile)

/** A home, an image's folder with contents, and the hook as the chart would run it in the container, with a gitpuller that does as it is told. */
async function container(t: Test, contents: Record<string, string>) {
  const root = t.testdir({ home: {}, bin: {}, image: contents })
  const home = join(root, 'home')
  const start = async (spec: HubHome) => {
    const { command } = (homeHook(spec) as { exec: { command: string[] } }).exec
    await run(command[0]!, command.slice(1), { cwd: '/', env: { HOME: home, PATH: `${join(root, 'bin')}:${process.env.PATH}` } })
  }
  const gitpuller = async (script: string) => {
    await writeFile(join(root, 'bin', 'gitpuller'), `#!/bin/sh\n${script}\n`)
    await chmod(join(root, 'bin', 'gitpuller'), 0o755)
  }
  return { image: join(root, 'image'), home, start, gitpuller, read: (name: string) => readFile(join(home, name), 'utf8') }
}

t.test('as with the guide\'s hook, contents are copied once: hidden files, folders and names with spaces too', async (t) => {
  const { image, home, start, read } = await container(t, { 'a lesson.ipynb': '1', '.hidden': '2', 'folder': { 'in it': '3' } as never })
  await writeFile(join(home, 'mine.txt'), 'mine')
  await start({ contents: image })
  t.same(await Promise.all(['a lesson.ipynb', '.hidden', 'folder/in it', 'mine.txt'].map(read)), ['1', '2', '3', 'mine'])

  await writeFile(join(home, 'a lesson.ipynb'), 'my answer')
  await rm(join(home, '.hidden'))
  await start({ contents: image })
  t.equal(await read('a lesson.ipynb'), 'my answer', 'the second start changes nothing')
  t.notOk((await readdir(home)).includes('.hidden'), 'what a person deleted stays deleted')
})

t.test('contents that are not in the image stop no server, and are copied by a later start that has them', async (t) => {
  const { image, start, read } = await container(t, { lesson: '1' })
  await start({ contents: join(image, 'nowhere') })
  await start({ contents: image })
  t.equal(await read('lesson'), '1')
})

const gitRepository = { url: 'https://example.org/courses/stat 101.git' }

t.test('a repository is pulled at each start into a folder of its name, and the address is an argument, never a command', async (t) => {
  const { start, gitpuller, read, home } = await container(t, {})
  await gitpuller('mkdir -p "$3"; printf "%s\\n" "$@" "$PWD" >> "$3/arguments"')
  await start({ gitRepository })
  await start({ gitRepository: { ...gitRepository, branch: '$(touch pwned)' } })
  t.equal(await read('stat 101/arguments'), [gitRepository.url, 'main', 'stat 101', home, gitRepository.url, '$(touch pwned)', 'stat 101', home, ''].join('\n'))
  t.same((await readdir(home)).toSorted(), ['stat 101'], 'nothing else is left in the home')
})

t.test('a pull that fails stops no server, and its words are in the home until a pull succeeds', async (t) => {
  const { start, gitpuller, read, home } = await container(t, {})
  await gitpuller('echo "fatal: could not read from remote" >&2; exit 128')
  await start({ gitRepository })
  t.match(await read('stat 101-pull-failed.log'), /could not read from remote[^]*could not bring https:\/\/example\.org\/courses\/stat 101\.git \(branch main\) into stat 101/)
  await gitpuller('exit 0')
  await start({ gitRepository })
  t.same(await readdir(home), [])
})

t.test('an image without gitpuller says so in the home', async (t) => {
  const { start, read } = await container(t, {})
  await start({ gitRepository })
  t.match(await read('stat 101-pull-failed.log'), /gitpuller/)
})

t.test('both together: the contents once, the repository each time', async (t) => {
  const { image, start, gitpuller, read } = await container(t, { lesson: '1' })
  await gitpuller('mkdir -p "$3"; echo pulled >> "$3/log"')
  await start({ contents: image, gitRepository })
  await start({ contents: image, gitRepository })
  t.same([await read('lesson'), await read('stat 101/log')], ['1', 'pulled\npulled\n'])
})

t.test('nothing in the hook has braces, which the spawner would take for names of its own', async (t) => {
  t.notMatch(JSON.stringify((homeHook({ contents: '/srv', gitRepository }) as { exec: { command: string[] } }).exec.command), /[{}]/)
  const braces = completeHubSpec({ home: { contents: '/srv/{username}' } })
  t.match(checkHubSpec(braces, {}).errors, [{ pointer: '/home/contents', code: 'braces' }])
})

t.test('a repository goes to a folder inside the home', async (t) => {
  const into = (directory: string) => () => requireValid(HubSpecInputSchema, { home: { gitRepository: { ...gitRepository, url: 'https://example.org/a.git', directory } } })
  for (const outside of ['..', '../lib', 'a/../../b', 'a/..', '/srv', '-x']) t.throws(into(outside), { code: 'invalid-request' }, outside)
  for (const inside of ['stat 101', 'courses/stat', '.hidden', 'a..b', '...']) t.doesNotThrow(into(inside), inside)
})
