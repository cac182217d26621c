import { cp, glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import t from 'tap'
import { startBed } from '../kubernetes/bed.ts'
import { program, skipWithoutBed } from '../kubernetes/programs.ts'
import { skipWithoutJupyterHub } from '../jupyterhub/programs.ts'
import { commandsOf, runCommands } from '../how-to-page.ts'
import { temporaryFolder } from '../processes/temporary.ts'
import { waitFor } from '../processes/wait.ts'
import { bedPlace } from './bed-place.ts'
import { chart, startInstallation } from './installation.ts'
import { worldOf } from './world.ts'

const skip = skipWithoutBed() || skipWithoutJupyterHub()
if (skip) t.plan(0, skip)
else {
  t.setTimeout(600_000)
  await t.test('the commands of docs/how-to/own-cluster.md lead from a kubeconfig to a hub and back to nothing, as they stand', async (t) => {
    const { dir, remove } = await temporaryFolder('hubfleet-own-cluster-')
    t.teardown(remove)
    // Its service account has the names that everybody's has: not in a bed that others register too.
    const bed = await startBed({ exclusive: true })
    t.teardown(bed.stop)
    const hubfleet = await startInstallation(t, { chartSource: await chartOfThePage(dir) })
    await readersHome(dir, bed.kubeconfig, hubfleet.key)

    const commands = runCommands(await commandsOf('how-to/own-cluster.md'), dir, { SERVER: hubfleet.url }, [dirname(program('helm'))])
    const opened = async () => {
      const namespace = await waitFor('the hub', 240, async () => (await hubfleet.client.hubs.get({ tenant: 'biology', hub: 'course' })).status.namespace)
      await (await bedPlace(t, bed)).openHub(namespace)
      return namespace
    }
    // Commands that fail before there is a hub end the wait for it.
    const namespace = await Promise.race([opened(), commands.then(({ err }) => Promise.reject(new Error(err)))])
    const { code, out, err } = await commands
    t.equal(code, 0, err)
    t.match(out, /course +ready .*http:\/\//)
    t.match(out, 'Second look: nothing is left')
    t.notOk((out + err.replaceAll(/^\+.*$/gm, '')).includes(hubfleet.key), 'what the commands print does not have the key')
    const world = worldOf(bed.kubeconfig)
    t.same(await world.clusterWide(namespace), [])
    t.same(await world.clusterWide('hubfleet-system'), [], 'nor is there anything of the registration')
  })
}

/** The chart as the one that the page gets by default, but that the cluster's own scheduler places the seats: the chart's is a pod, and pods run nothing here. */
async function chartOfThePage(dir: string): Promise<string> {
  const folder = join(dir, basename(chart))
  await cp(chart, folder, { recursive: true })
  const edit = async (file: string, from: RegExp, to: string) => writeFile(join(folder, file), (await readFile(join(folder, file), 'utf8')).replace(from, to))
  await edit('Chart.yaml', /^version: .*$/m, 'version: 4.4.0')
  for await (const file of glob('templates/scheduling/**/*.yaml', { cwd: folder })) await edit(file, /^ +schedulerName:.*\n/gm, '')
  return folder
}

/** The kubeconfig and the key where the page expects them. */
async function readersHome(dir: string, kubeconfig: string, key: string): Promise<void> {
  const config = JSON.parse(await readFile(kubeconfig, 'utf8'))
  config.contexts[0].name = 'my-cluster'
  await mkdir(join(dir, '.kube'))
  await writeFile(join(dir, '.kube/config'), JSON.stringify({ ...config, 'current-context': '' }))
  await writeFile(join(dir, 'key.txt'), `${key}\n`)
}
