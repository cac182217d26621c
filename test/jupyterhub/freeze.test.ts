import { mkdtemp, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { createHubApi } from '../../packages/cluster/src/jupyterhub.ts'
import { freezeFile, freezeText } from '../../packages/core/src/index.ts'
import { leastScopes, startJupyterHub } from './jupyterhub.ts'
import { skipWithoutJupyterHub } from './programs.ts'

t.setTimeout(180_000)
const { signal } = new AbortController()

t.test('starts of servers of a real JupyterHub are frozen and thawed as it runs', { skip: skipWithoutJupyterHub() }, async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'hubfleet-freeze-'))
  t.teardown(() => rm(dir, { recursive: true }))
  const file = join(dir, freezeFile.file)
  const own = join(dir, 'hook-ran')
  const hub = await startJupyterHub({
    services: { hubfleet: [...leastScopes, 'servers'] }, settings: { 'Authenticator.admin_users': ['boss'] },
    code: `async def hook_of_whoever_runs_the_hub(spawner):\n    open(${JSON.stringify(own)}, "a").write(spawner.user.name + "\\n")\n\n\nc.Spawner.pre_spawn_hook = hook_of_whoever_runs_the_hub\n${freezeFile.code(file)}`,
  })
  t.teardown(() => hub.stop())
  await hub.addUsers('ada', 'bob', 'boss')
  const api = createHubApi({ baseUrl: `${hub.url}/hub/api`, token: hub.token('hubfleet'), timeoutMs: 30_000 })
  const start = (user: string, name = '') => api.startServer({ user, name }, {}, signal)
  await hub.startServer('ada')

  /** As a kubelet does it. */
  const say = async (text: string) => {
    await writeFile(`${file}.new`, text)
    await rename(`${file}.new`, file)
  }
  const message = 'No more servers are started this month: the budget "course" is spent to 100 %. <b>'

  await t.test('while starts are frozen nobody gets a server, everybody is told why, and servers that run go on', async (t) => {
    await say(freezeText({ message }))
    await t.rejects(start('bob'), { code: 'server-refused', message: /the budget "course" is spent to 100 %/ })
    await t.rejects(start('ada', 'lab'), { code: 'server-refused' })
    t.same((await api.servers(signal)).map(({ user, ready }) => [user, ready]), [['ada', true]])
  })

  await t.test('an admin may start one all the same', async (t) => {
    t.ok(['ready', 'starting'].includes(await start('boss')))
  })

  await t.test('when the reason is gone servers start again, and so they do while nobody knows whether there is one', async (t) => {
    await say('not JSON')
    t.ok(['ready', 'starting'].includes(await start('bob')))
    await unlink(file)
    t.ok(['ready', 'starting'].includes(await start('ada', 'lab')))
  })

  await t.test('a hook that the hub had runs for those who may', async (t) => {
    t.same([...new Set((await readFile(own, 'utf8')).trim().split('\n'))].sort(), ['ada', 'bob', 'boss'])
  })
})
