import t from 'tap'
import { versionAt } from '../../packages/cluster/src/index.ts'
import { startJupyterHub } from './jupyterhub.ts'
import { skipWithoutJupyterHub } from './programs.ts'

/*
 * What is visible of the JupyterHub in an image once a server runs it, by the real hub and real servers: one of the hub's version, one that says it is
 * of another major version, as an old image has it.
 */
t.setTimeout(180_000)
const signal = new AbortController().signal
const old = 'import jupyterhub._version as v; v.__version__ = "4.1.6"; from jupyterhub.singleuser import main; main()'

t.test('a server tells its version to whoever asks, and the log of the hub not whose server mismatches', { skip: skipWithoutJupyterHub() }, async (t) => {
  const hub = await startJupyterHub({
    code: `
def of_old_image(spawner):
    if spawner.user.name.startswith("old"):
        import sys
        spawner.cmd = [sys.executable, "-c", ${JSON.stringify(old)}]
c.Spawner.pre_spawn_hook = of_old_image
`,
  })
  t.teardown(() => hub.stop())
  await hub.addUsers('new', 'old', 'older')
  for (const user of ['new', 'old', 'older']) await hub.startServer(user)
  const { version } = await (await hub.api('GET', '/')).json() as { version: string }
  t.equal(await versionAt(`${hub.url}/user/new/`, signal), version)
  t.equal(await versionAt(`${hub.url}/user/old/`, signal), '4.1.6')
  const told = (await hub.log()).split('\n').filter((line) => / JupyterHub _version.*!= jupyterhub-singleuser version/.test(line))
  t.equal(told.length, 1, `once for two servers: ${told.join('; ')}`)
  t.match(told[0], new RegExp(`jupyterhub version ${version} != jupyterhub-singleuser version 4\\.1\\.6`))
  t.notMatch(told[0], /old/)
  t.equal(await versionAt('http://127.0.0.1:1/', signal), null, 'what does not answer tells nothing')
})
