import { Problem } from '@hubfleet/core'
import { eq, operations } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { BuildSchema, loadBuild, showBuild } from './build.ts'

export const cancelBuild = verb({
  noun: 'build', verb: 'cancel', summary: 'End a build', description: 'Its pods go; what was pushed stays in the registry.', action: 'hub:operate', input: Nothing, answer: BuildSchema,
  load: (context) => loadBuild(context, { lock: true }),
  async plan(_context, build) {
    if (build.finishedAt) throw new Problem('not-cancelable', { state: build.state })
    return plainPlan()
  },
  async apply({ tx }, build) {
    const [row] = await tx.update(operations).set({ state: 'canceling', cancelRequested: true }).where(eq(operations.id, build.id)).returning()
    return { answer: showBuild(row!), subject: build.id, wakes: [{ type: 'hub', id: build.targetId }] }
  },
})
