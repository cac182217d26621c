import { Problem } from '@hubfleet/core'
import type { HubRow } from '@hubfleet/database'
import { loadHub, lockHub } from '../hubs/hub.ts'
import type { Context, ReadContext } from '../verb.ts'
import type { Applied } from '../verb.ts'

/** The hub whose people are asked for. */
export async function hubWithPeople(context: ReadContext): Promise<HubRow> {
  const hub = await loadHub(context)
  requireRuns(hub, 'ask for people')
  return hub
}

/** The same to change something of them: locked, and neither stopped nor left alone on purpose. */
export async function lockHubWithPeople(context: Context): Promise<HubRow> {
  const hub = await lockHub(context)
  requireRuns(hub, 'change of its people')
  if (hub.paused) throw new Problem('hub-paused', { hub: hub.name })
  return hub
}

function requireRuns(hub: HubRow, what: string): void {
  if (hub.spec.power === 'stopped') throw new Problem('hub-stopped', { hub: hub.name, what })
}

/** Work of a worker on somebody in a hub; the audit names whom. */
export const workOnPeople = ({ tenant }: Context, hub: HubRow, subject: string, input: Record<string, unknown>, deadlineSeconds = 600): Applied => ({
  work: { type: 'hub', id: hub.id }, tenantId: tenant.id, generation: null, input, deadlineSeconds, subject: `${hub.id}/${subject}`,
})

/** A pointer into the spec as people write it: `/access/admins` is `access.admins`. */
export const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.')
