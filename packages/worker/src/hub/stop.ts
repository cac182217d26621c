import { drifted, inSync, waiting, type Step } from '@hubfleet/engine'
import { buildsWanted } from './build.ts'
import { namespaceOurs } from './converge.ts'
import { routeMade } from './route-steps.ts'
import type { HubScope } from './scope.ts'

type HubStep = Step<HubScope>

/** No release, so no hub, proxy and address; the database's claim is kept by its resource policy. */
export const releaseGone: HubStep = {
  name: 'release', condition: 'ReleaseInSync',
  async observe({ site, status }, signal) {
    const release = await site.release(signal)
    if (release) return drifted(`revision ${release.revision} is ${release.status}`)
    Object.assign(status, { address: null, url: null, dnsRecord: null, seats: null, servers: 0 })
    return inSync('uninstalled')
  },
  async act({ site }, signal) {
    if ((await site.release(signal))?.status.startsWith('pending')) await site.repair(signal)
    await site.uninstall(signal)
  },
}

/** helm leaves the users' pods running, and costing; without a hub nobody else would ever stop them. */
export const userPodsGone: HubStep = {
  name: 'user servers', condition: 'Ready',
  async observe({ site }, signal) {
    const pods = await site.userPods(signal)
    return pods.length === 0 ? inSync('none') : drifted(`${pods.length} still there`)
  },
  act: ({ site }, signal) => site.deleteUserPods(signal),
}

export const podsGone: HubStep = {
  name: 'pods', condition: 'Ready',
  async observe({ site }, signal) {
    const workloads = await site.workloads(signal)
    return workloads.length === 0 ? inSync('none') : waiting(`${workloads.map((w) => w.name).join(', ')} still end`, 2)
  },
}

/** Stopped: no pods, no address; the namespace stays with homes and database. */
export const stopped: readonly HubStep[] = [namespaceOurs, releaseGone, userPodsGone, podsGone, routeMade, buildsWanted]
