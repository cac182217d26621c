import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { hubOf, renderedObjects, skipWithoutHelm } from '../../packages/cluster/src/testing-render.ts'
import { valueAt } from '../../packages/core/src/index.ts'
import type { HubSpecInput } from '../../packages/core/src/index.ts'
import { python, skipWithoutJupyterHub } from './programs.ts'

const execute = promisify(execFile)
const notKnown = /not recognized|unrecognized|no such trait|Invalid/i

/** The file of people's servers as helm renders it, by its name in the server. */
function renderedFile(culling: HubSpecInput['culling']): { name: string; text: string } {
  const { values } = hubOf({ culling })
  const secret = renderedObjects<{ kind: string; metadata: { name: string }; stringData?: Record<string, string> }>(values).find(({ kind, metadata }) => kind === 'Secret' && metadata.name === 'singleuser')
  const [[key, text] = ['', '']] = Object.entries(secret?.stringData ?? {})
  return { name: basename(String(valueAt(values, ['singleuser', 'extraFiles', key, 'mountPath']))), text }
}

t.test('culling inside servers, by a real Jupyter server', { skip: skipWithoutJupyterHub() || skipWithoutHelm }, async (t) => {
  /** What a server with this file goes by, and what it says meanwhile. */
  async function serverWith({ name, text }: { name: string; text: string }) {
    const home = await mkdtemp(join(tmpdir(), 'hubfleet-server-'))
    t.teardown(() => rm(home, { recursive: true }))
    await writeFile(join(home, name), text)
    const { stdout, stderr } = await execute(python('python'), [join(import.meta.dirname, 'server-config.py')], { env: { PATH: process.env.PATH, HOME: home, JUPYTER_CONFIG_PATH: home }, cwd: home })
    return { goesBy: JSON.parse(stdout.trim().split('\n').at(-1)!) as object, said: stderr }
  }

  await t.test('every setting is one that it knows, and is taken', async (t) => {
    const { goesBy, said } = await serverWith(renderedFile({ kernels: { timeoutSeconds: 1200, intervalSeconds: 60, connected: true, busy: true }, terminals: { timeoutSeconds: 3600, intervalSeconds: 120 }, shutdownSeconds: 7200 }))
    t.notMatch(said, notKnown)
    t.same(goesBy, { kernels: { timeout: 1200, interval: 60, connected: true, busy: true }, terminals: { timeout: 3600, interval: 120 }, shutdown: 7200 })
  })

  await t.test('what is not set is as the server has it', async (t) => {
    const [{ goesBy }, own] = await Promise.all([serverWith(renderedFile({ terminals: { timeoutSeconds: 3600 } })), serverWith({ name: 'jupyter_server_config.json', text: '{}' })])
    t.same(goesBy, { ...own.goesBy, terminals: { timeout: 3600, interval: 300 } })
  })

  await t.test('a setting that it does not know would be told', async (t) => {
    const { name, text } = renderedFile({ kernels: { timeoutSeconds: 1200 } })
    t.match((await serverWith({ name, text: text.replace('cull_idle_timeout', 'cull_idle_timeouts') })).said, notKnown)
  })
})
