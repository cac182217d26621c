import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { createHubApi } from '../../packages/cluster/src/jupyterhub.ts'
import { completeHubSpec, cullNoticeCode, cullRound, cullWarningsText, type CullWarning } from '../../packages/core/src/index.ts'
import { waitFor } from '../processes/wait.ts'
import { startJupyterHub } from './jupyterhub.ts'
import { skipWithoutJupyterHub } from './programs.ts'

t.setTimeout(180_000)
const { signal } = new AbortController()

/** A browser that logs in with the dummy authenticator and keeps its cookies. */
function browser(url: string) {
  const cookies = new Map<string, string>()
  async function visit(path: string, form?: Record<string, string>): Promise<string> {
    const response = await fetch(new URL(path, url), {
      method: form ? 'POST' : 'GET', redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      cookies.set(name!, value!)
    }
    const to = response.headers.get('location')
    return to ? visit(to) : response.text()
  }
  return { visit, logIn: async (username: string) => {
    const _xsrf = /name="_xsrf"\s+value="([^"]*)"/.exec(await visit('/hub/login'))![1]!
    await visit('/hub/login?next=%2Fhub%2Fhome', { username, password: 'x', _xsrf })
  } }
}

/** What the announcement of a page says. */
const announcement = (page: string): string => /class="[^"]*announcement[^"]*">([\s\S]*?)<\/div>/.exec(page)?.[1]?.trim() ?? ''

t.test('warnings on the pages of a real JupyterHub', { skip: skipWithoutJupyterHub() }, async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'hubfleet-warnings-'))
  t.teardown(() => rm(dir, { recursive: true }))
  const file = join(dir, 'cull-warnings.json')
  const hub = await startJupyterHub({
    settings: { 'JupyterHub.template_vars': { announcement: 'Maintenance on <b>sunday</b>', announcement_home: 'Welcome home' } },
    code: cullNoticeCode(file),
  })
  t.teardown(() => hub.stop())
  await hub.addUsers('ada', 'bob')
  await Promise.all([hub.startServer('ada'), hub.startServer('ada', 'lab'), hub.startServer('bob')])
  const api = createHubApi({ baseUrl: `${hub.url}/hub/api`, token: hub.token('hubfleet'), timeoutMs: 30_000 })
  const [ada, bob] = [browser(hub.url), browser(hub.url)]
  await ada.logIn('ada')
  await bob.logIn('bob')
  const home = async (person: ReturnType<typeof browser>) => announcement(await person.visit('/hub/home'))
  /** As a kubelet does it. */
  const say = async (warnings: CullWarning[]) => {
    await writeFile(`${file}.new`, cullWarningsText(warnings))
    await rename(`${file}.new`, file)
  }

  await t.test('before anything is said the page has what the hub itself announces', async (t) => {
    t.equal(await home(ada), 'Welcome home')
    t.equal(announcement(await ada.visit('/hub/token')), 'Maintenance on <b>sunday</b>')
  })

  await waitFor('all to be idle', 60, async () => (await api.servers(signal)).every(({ lastActivity }) => Date.now() - lastActivity!.getTime() > 4000))
  const now = new Date()
  const culling = { ...completeHubSpec({}).culling, timeoutSeconds: 600, warnAheadSeconds: 900, everySeconds: 300, protect: { users: ['bob'], groups: [] } }
  const { warnings } = cullRound(await api.servers(signal), culling, [], now)
  await say(warnings)

  await t.test('who will lose a server is told so at the next page, without a restart, and nobody else is', async (t) => {
    t.same(warnings.map(({ user, server }) => `${user}/${server}`).sort(), ['ada/', 'ada/lab'])
    const said = await home(ada)
    t.match(said, /^Welcome home<br>/)
    t.match(said, /Your server will be stopped in about \d+ minutes, at \d\d:\d\d UTC, since nobody uses it/)
    t.match(said, 'Your server lab will be stopped')
    t.match(announcement(await ada.visit('/hub/token')), /sunday<\/b><br>Your server/)
    t.equal(await home(bob), 'Welcome home')
  })

  await t.test('a warning goes as soon as its server is used, though nobody has taken it back', async (t) => {
    await hub.useServer('ada')
    const said = await waitFor('the warning to go', 30, async () => {
      const shown = await home(ada)
      return !shown.includes('Your server will') && shown
    })
    t.match(said, 'Your server lab will be stopped')
  })

  await t.test('a warning of the greatest age stays, used or not, and goes with the server', async (t) => {
    const { started, lastActivity } = (await api.servers(signal)).find(({ user, name }) => user === 'ada' && name === 'lab')!
    const base = { user: 'ada', server: 'lab', started: started!.toISOString(), lastActivity: lastActivity!.toISOString(), since: now.toISOString() }
    await say([{ ...base, reason: 'max-age', stopsAt: new Date(Date.now() + 30_000).toISOString() }])
    await hub.useServer('ada', 'lab')
    t.match(await home(ada), 'Your server lab will be stopped in a minute, since it has run for so long')
    await api.stopServer({ user: 'ada', name: 'lab' }, { remove: false }, signal)
    await waitFor('the server to be gone', 30, async () => !(await home(ada)).includes('lab'))
    t.equal(await home(ada), 'Welcome home')
  })

  await t.test('what is no warning of ours breaks no page', async (t) => {
    await writeFile(file, '{"ada": [{"server": "", "nonsense": true}]')
    t.equal(await home(ada), 'Welcome home')
    await writeFile(file, '{"ada": [{"server": ""}], "bob": 3}')
    t.equal(await home(ada), 'Welcome home')
    t.equal(await home(bob), 'Welcome home')
  })
})
