import { dirname } from 'node:path'
import t from 'tap'
import { startBed } from '../kubernetes/bed.ts'
import { program, skipWithoutBed } from '../kubernetes/programs.ts'
import { skipWithoutJupyterHub } from '../jupyterhub/programs.ts'
import { commandsOf, runCommands } from '../how-to-page.ts'
import { temporaryFolder } from '../processes/temporary.ts'
import { waitFor } from '../processes/wait.ts'
import { chartForBed } from './bed-chart.ts'
import { bedPlace } from './bed-place.ts'
import { startInstallation } from './installation.ts'
import { readersHome } from './readers-home.ts'
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
    const hubfleet = await startInstallation(t, { chartSource: await chartForBed(dir) })
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
