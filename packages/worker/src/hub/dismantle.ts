import { eq, hubs, platformScope, sql, transaction } from '@hubfleet/database'
import { drifted, inSync, waiting, type Step } from '@hubfleet/engine'
import type { Remnant } from '@hubfleet/providers'
import type { HubScope } from './scope.ts'
import { podsGone, releaseGone, userPodsGone } from './stop.ts'

type HubStep = Step<HubScope>

/** What was there before anything was done, noted once for the teardown report. */
const inventory: HubStep = {
  name: 'inventory', condition: 'Deleting',
  async observe({ status }) {
    return status.teardown ? inSync(`${status.teardown.found.length} things found`) : drifted('nothing was looked at yet')
  },
  async act({ site, hub, status, database }, signal) {
    const found = await site.remnants(signal)
    status.teardown = { found }
    await transaction(database, platformScope, (tx) => tx.update(hubs).set({ status: sql`${hubs.status} || ${JSON.stringify({ teardown: { found } })}::jsonb` }).where(eq(hubs.id, hub.id)))
  },
}

const homesGone: HubStep = {
  name: 'homes', condition: 'Deleting',
  async observe({ site, hub }, signal) {
    const homes = await site.homes(signal)
    const { type, static: volume } = hub.spec.storage
    // whose server it is knows what to do with them
    const elsewhere = type === 'static' && volume?.nfs ? `; those on ${volume.nfs.server}:${volume.nfs.path} stay there` : ''
    if (hub.homes === 'keep') return inSync(`${homes.length} kept${elsewhere}`)
    return homes.length === 0 ? inSync(`none${elsewhere}`) : drifted(`${homes.length} to delete`)
  },
  act: ({ site }, signal) => site.deleteHomes(signal),
}

const leftoversGone: HubStep = {
  name: 'leftovers', condition: 'Deleting',
  async observe({ site, hub, ref }, signal) {
    // the hub's own goes last, with what is left in it
    const left = notKept(await site.remnants(signal), hub.homes).filter((r) => r.kind !== 'Namespace' || r.name !== ref.namespace)
    return left.length === 0 ? inSync('none') : drifted(left.slice(0, 5).map((r) => `${r.kind} ${r.name}`).join(', '))
  },
  async act({ site, hub }, signal) {
    await site.deleteDatabase(signal)
    await site.sweep({ keepHomes: hub.homes === 'keep' }, signal)
  },
}

/** Where homes are kept, the namespace stays with nothing in it but their claims: deleting it would delete them. */
const namespaceGone: HubStep = {
  name: 'namespace', condition: 'Deleting',
  async observe({ site, hub, ref }, signal) {
    const { state, reason } = await site.namespace(signal)
    if (state === 'absent' || state === 'foreign') return inSync('gone')
    if (hub.homes === 'keep' && (await site.homes(signal)).length > 0) return inSync(`${ref.namespace} stays for the homes`)
    return state === 'terminating' ? waiting(`${ref.namespace} is terminating: ${reason}`, 2) : drifted(`${ref.namespace} is still there`)
  },
  act: ({ site }, signal) => site.deleteNamespace(signal),
}

/** The second look: nothing is there that is not kept on purpose. */
const nothingLeft: HubStep = {
  name: 'second look', condition: 'Deleting',
  async observe({ site, hub }, signal) {
    const left = notKept(await site.remnants(signal), hub.homes)
    return left.length === 0 ? inSync('nothing is left that was not kept on purpose') : waiting(`still there: ${left.slice(0, 5).map((r) => `${r.kind} ${r.name}`).join(', ')}`, 2)
  },
}

/** Remnants that are to go: all of them, unless homes are kept and there are any. */
export function notKept(remnants: readonly Remnant[], homes: 'keep' | 'delete' | null): Remnant[] {
  const homesStay = homes === 'keep' && remnants.some((r) => r.holdsHome && r.kind !== 'Namespace')
  return remnants.filter((r) => !(homesStay && r.holdsHome))
}

export const dismantle: readonly HubStep[] = [inventory, releaseGone, userPodsGone, podsGone, homesGone, leftoversGone, namespaceGone, nothingLeft]
