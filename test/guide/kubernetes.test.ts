import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import t from 'tap'
import { runCommands, sectionsOf } from '../how-to-page.ts'
import { skipWithoutJupyterHub } from '../jupyterhub/programs.ts'
import { startBed } from '../kubernetes/bed.ts'
import { program, skipWithoutBed } from '../kubernetes/programs.ts'
import { chartForBed } from '../life/bed-chart.ts'
import { bedPlace } from '../life/bed-place.ts'
import { startInstallation } from '../life/installation.ts'
import { readersHome } from '../life/readers-home.ts'
import { temporaryFolder } from '../processes/temporary.ts'
import { waitFor } from '../processes/wait.ts'
import { releasedIn } from './released.ts'
import type { World } from './section.ts'
import { sections } from './sections.ts'

/*
 * The guide is followed page by page against a real Kubernetes API, by the commands that docs/guide.md has. Pods of the bed run nothing: what
 * a hub's own programs would do (a first copy into a home, a login at Google, a certificate) is held as manifest here.
 */
const skip = skipWithoutBed() || skipWithoutJupyterHub()
if (skip) t.plan(0, skip)
else {
  t.setTimeout(900_000)
  await t.test('docs/guide.md leads through a Kubernetes of one\'s own', async (t) => {
    const { dir, remove } = await temporaryFolder('hubfleet-guide-')
    t.teardown(remove)
    // Registering makes a service account of a fixed name: not in a bed that others register too.
    const bed = await startBed({ exclusive: true })
    t.teardown(bed.stop)
    const chart = await chartForBed(dir)
    const { url, key, client, tenant } = await startInstallation(t, { chartSource: chart })
    await readersHome(dir, bed.kubeconfig, key)
    const place = await bedPlace(t, bed)
    const world = {
      client, tenant, kubeconfig: bed.kubeconfig, chart,
      file: (name) => readFile(join(dir, name), 'utf8'),
      async open() {
        const namespace = await waitFor('the hub', 60, async () => (await client.hubs.get({ tenant, hub: 'data8' })).status.namespace)
        world.hub = releasedIn(namespace, bed.kubeconfig, dir)
        world.people = await place.openHub(namespace)
      },
    } as World

    const page = await sectionsOf('guide.md')
    t.same([...page.keys()], Object.keys(sections), 'every section of the page is followed')
    const env = { HUBFLEET_URL: url, HUBFLEET_KEY: key, HUBFLEET_TENANT: tenant }
    for (const [title, { instead = [], during, then }] of Object.entries(sections)) {
      await t.test(title, async (t) => {
        const script = instead.reduce((text, [of, type]) => {
          t.ok(text.includes(of), `the page has: ${of}`)
          return text.replaceAll(of, type)
        }, page.get(title) ?? '')
        if (world.hub) world.before = { hub: (await world.hub.object('deployment', 'hub'))!, proxy: (await world.hub.object('deployment', 'proxy'))! }
        const commands = runCommands(script, dir, env, [dirname(program('helm'))])
        const failed = commands.then(({ code, err }) => { if (code !== 0) throw new Error(err) })
        // commands that fail end the wait for what they would have made
        await Promise.all([failed, during?.(world)].map((one) => Promise.race([one, failed.then(() => one)])))
        await then(t, world, await commands)
      })
    }
  })
}
