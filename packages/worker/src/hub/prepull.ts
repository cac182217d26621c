import { pulledImages, pullText } from '@hubfleet/core'
import { and, eq, isNull, ne, operations, platformScope, transaction, type OperationRow } from '@hubfleet/database'
import { drifted, inSync, waiting, type Step } from '@hubfleet/engine'
import type { HubScope } from './scope.ts'

/** Brings images to all nodes where servers may run, and tells how far it is. Which nodes had them is noted before what pulled them is taken away. */
export function prepullAction(operation: OperationRow): { steps: Step<HubScope>[]; result(): Record<string, unknown> } {
  const input = operation.input as { images?: string[] }
  let reached = operation.result
  const imagesOf = ({ hub }: HubScope) => input.images ?? pulledImages(hub.spec)

  const pulled: Step<HubScope> = {
    name: 'pull', condition: 'ImagesReady',
    async observe(scope, signal) {
      if (reached) return inSync(`${(reached['nodes'] as string[]).length} nodes have the images`)
      const images = imagesOf(scope)
      const state = await scope.site.pull('asked', signal)
      if (!state || JSON.stringify(state.images) !== JSON.stringify(images)) return drifted(`${images.length} images are to be pulled`)
      if (state.nodes.some((node) => node.state !== 'pulled')) return waiting(pullText(state), 3)
      reached = { images, nodes: state.nodes.map(({ name }) => name) }
      return inSync(state.nodes.length === 0 ? 'there is no node for servers yet' : pullText(state))
    },
    act: (scope, signal) => scope.site.startPull(imagesOf(scope), scope.values, signal),
  }
  const removed: Step<HubScope> = {
    name: 'puller removed', condition: 'ImagesReady',
    observe: async ({ site }, signal) => ((await site.pull('asked', signal)) ? drifted('is to be removed') : inSync('removed')),
    async act({ site, database }, signal) {
      await transaction(database, platformScope, (tx) => tx.update(operations).set({ result: reached }).where(eq(operations.id, operation.id)))
      await site.endPull(signal)
    },
  }
  return { steps: [pulled, removed], result: () => reached ?? {} }
}

/** An operation that was canceled, or took too long, leaves its puller. */
export const askedPullerWanted: Step<HubScope> = {
  name: 'puller', condition: 'ImagesReady', advisory: true,
  async observe({ site, hub, database }, signal) {
    if (!(await site.pull('asked', signal))) return inSync('none')
    const [open] = await transaction(database, platformScope, (tx) => tx.select({ id: operations.id }).from(operations)
      .where(and(eq(operations.targetId, hub.id), eq(operations.kind, 'hub.prepull'), isNull(operations.finishedAt), ne(operations.state, 'canceling'))).limit(1))
    return open ? inSync('is asked for') : drifted('its operation ended')
  },
  act: ({ site }, signal) => site.endPull(signal),
}
