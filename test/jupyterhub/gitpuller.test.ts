import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { completeHubSpec, renderValues, valueAt, type HubSpecInput } from '../../packages/core/src/index.ts'
import { gitpuller } from './programs.ts'

t.setTimeout(120_000)
const execute = promisify(execFile)
const git = (cwd: string, ...args: string[]) => execute('git', ['-c', 'user.name=teacher', '-c', 'user.email=t@example.org', ...args], { cwd })

t.test('the hook of a hub brings a repository by the real gitpuller at each start, keeps what a person changed, and never fails a server', { skip: !existsSync(gitpuller) && `no ${gitpuller}: run test/jupyterhub/build` }, async (t) => {
  const root = t.testdir({ home: {}, course: {} })
  const [home, course] = [join(root, 'home'), join(root, 'course')]
  const publish = async (name: string, text: string) => {
    await writeFile(join(course, name), text)
    await git(course, 'add', '.')
    await git(course, 'commit', '-m', name)
  }
  await git(course, 'init', '--initial-branch=term')
  await publish('lesson 1.ipynb', 'one')

  const start = async (gitRepository: NonNullable<NonNullable<HubSpecInput['home']>['gitRepository']>) => {
    const { values } = renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec: completeHubSpec({ home: { gitRepository } }), secrets: { cookieSecret: 'c', proxyToken: 'p', cryptKey: 'k', apiToken: 'a', fields: {} } })
    const [program, ...args] = valueAt(values, ['singleuser', 'lifecycleHooks', 'postStart', 'exec', 'command']) as string[]
    const environment = { HOME: home, PATH: [dirname(gitpuller), process.env.PATH].join(delimiter), GIT_CONFIG_COUNT: '2', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*', GIT_CONFIG_KEY_1: 'url.file:///.insteadOf', GIT_CONFIG_VALUE_1: 'https://files.example.org/' }
    await execute(program!, args, { cwd: '/', env: environment })
  }
  // by https as the spec wants it, and git is told where that is
  const repository = { url: `https://files.example.org${course}`, branch: 'term', directory: 'stat 101' }
  const read = (name: string) => readFile(join(home, 'stat 101', name), 'utf8')

  await start(repository)
  t.equal(await read('lesson 1.ipynb'), 'one')
  t.same(await readdir(home), ['stat 101'], 'nothing else is left in the home')

  await writeFile(join(home, 'stat 101', 'lesson 1.ipynb'), 'my answer')
  await writeFile(join(home, 'stat 101', 'mine.txt'), 'mine')
  await publish('lesson 2.ipynb', 'two')
  await publish('lesson 1.ipynb', 'one, corrected')
  await start(repository)
  t.same(await Promise.all(['lesson 1.ipynb', 'lesson 2.ipynb', 'mine.txt'].map(read)), ['my answer', 'two', 'mine'], 'the new is there, and so is the person\'s own')

  await start({ ...repository, branch: 'nowhere' })
  t.match(await readFile(join(home, 'stat 101-pull-failed.log'), 'utf8'), /could not bring .* \(branch nowhere\) into stat 101/)
  t.equal(await read('lesson 1.ipynb'), 'my answer')
  await start(repository)
  t.same(await readdir(home), ['stat 101'], 'a pull that works takes the words of the failed one away')
})
