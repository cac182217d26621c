import { buildKind } from '@hubfleet/control'
import type { OperationRow } from '@hubfleet/database'
import type { Target } from '@hubfleet/engine'
import { buildAction } from './build.ts'
import { cullAction } from './cull.ts'
import { prepullAction } from './prepull.ts'
import type { HubScope } from './scope.ts'

type Action = NonNullable<Target<HubScope>['action']>

/** What is no state of a hub, by the verb that asked for it. */
const actions: Record<string, Action> = { 'hub.cull': cullAction, 'hub.prepull': prepullAction, [buildKind]: buildAction }

export function actionOf(operation: OperationRow): ReturnType<Action> {
  const action = actions[operation.kind]
  if (!action) throw new Error(`No action is known for ${operation.kind}`)
  return action(operation)
}
