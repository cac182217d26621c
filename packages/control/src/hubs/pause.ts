import { eq, hubs, type HubRow } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb, type Context } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { HubSchema, lockHub, showOneHub } from './hub.ts'

const pausing = (paused: boolean) => ({
  action: 'hub:operate' as const,
  input: Nothing,
  answer: HubSchema,
  load: lockHub,
  revision: (hub: HubRow) => hub.generation,
  plan: async () => plainPlan(),
  async apply(context: Context, hub: HubRow) {
    const { tx, now } = context
    const [row] = await tx.update(hubs).set({ paused, updatedAt: now, wakeAt: null }).where(eq(hubs.id, hub.id)).returning()
    return { answer: await showOneHub(context, row!), subject: hub.id, wakes: [{ type: 'hub' as const, id: hub.id }] }
  },
})

export const pauseHub = verb({ noun: 'hub', verb: 'pause', summary: 'Leave the hub as it is: people go on working, Hubfleet changes nothing', ...pausing(true) })
export const resumeHub = verb({ noun: 'hub', verb: 'resume', summary: 'Take care of a paused hub again, and try again what failed', ...pausing(false) })
