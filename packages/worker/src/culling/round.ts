import { cullRound, effectiveCulling, usersOfRound, type CullWarning } from '@hubfleet/core'
import type { CullingRow } from '@hubfleet/database'
import { drifted, inSync, waiting, type Step } from '@hubfleet/engine'
import type { HubScope } from '../hub/scope.ts'
import { requireGroups, stopCulled, type Culled } from '../hub/stop-culled.ts'

export interface CullingScope {
  row: CullingRow
  hub: HubScope
  culled: Culled[]
  /** What the round said; null as long as there was none. */
  said: { warnings: CullWarning[]; fresh: CullWarning[]; servers: number; quiet: boolean } | null
}

type CullingStep = Step<CullingScope>

/** One round of a hub's culling. A round that was cut is made again: whoever was stopped runs no more, and whoever was told is told again. */
export const round: CullingStep = {
  name: 'round', condition: 'CullingReady',
  async observe({ hub: { hub, now }, said, culled }) {
    if (hub.paused) return inSync('the hub is paused: nothing is culled')
    if (hub.status.readyAt === undefined) return waiting('the hub is being made', 30)
    if (!said) return drifted('a round is due')
    const quiet = said.quiet ? ', in quiet hours' : ''
    return inSync(`at ${now.toISOString().slice(0, 16)}Z${quiet}: ${said.servers} servers, ${culled.length} culled, ${said.warnings.length} told that they will be`)
  },
  async act(scope, signal) {
    const { hub: { api: open, hub, now, site }, row, culled } = scope
    const culling = effectiveCulling(hub.spec)
    const api = await open(signal)
    await requireGroups(api, culling, signal)
    const servers = await api.servers(signal)
    const { stop, warnings, fresh, quietUntil } = cullRound(servers, culling, row.warnings, now)
    const note = (done: Culled) => culled.push(done)
    await stopCulled(api, { servers: stop, users: [] }, culling, note, signal)
    const users = culling.users && quietUntil === null ? usersOfRound(await api.users(signal), culling, now) : []
    await stopCulled(api, { servers: [], users }, culling, note, signal)
    // Before it is noted that they were told: who was not told is not stopped.
    await site.showCullWarnings(warnings, culling, signal)
    scope.said = { warnings, fresh, servers: servers.length, quiet: quietUntil !== null }
  },
}
