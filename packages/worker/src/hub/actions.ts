import { buildKind } from '@hubfleet/control'
import { Problem } from '@hubfleet/core'
import type { OperationRow } from '@hubfleet/database'
import { refused, type Step } from '@hubfleet/engine'
import type { Action } from './action.ts'
import { buildAction } from './build.ts'
import { cullAction } from './cull.ts'
import { prepullAction } from './prepull.ts'
import { groupCreateAction, groupDeleteAction, groupUpdateAction } from './people/groups.ts'
import { serverDeleteAction, serverStartAction, serverStopAction } from './people/servers.ts'
import { userCreateAction, userUpdateAction } from './people/users.ts'
import { userDeleteAction } from './people/user-delete.ts'
import type { HubScope } from './scope.ts'

const actions: Record<string, (operation: OperationRow) => Action> = {
  'hub.cull': cullAction, 'hub.prepull': prepullAction, [buildKind]: buildAction,
  'user.create': userCreateAction, 'user.update': userUpdateAction, 'user.delete': userDeleteAction,
  'server.start': serverStartAction, 'server.stop': serverStopAction, 'server.delete': serverDeleteAction,
  'group.create': groupCreateAction, 'group.update': groupUpdateAction, 'group.delete': groupDeleteAction,
}

/** The action of an operation, by its verb. */
export function actionOf(operation: OperationRow): Action {
  const action = actions[operation.kind]
  if (!action) throw new Error(`No action is declared for ${operation.kind}`)
  const { steps, result } = action(operation)
  return { steps: steps.map(inRunningHub), result }
}

/** Who stops a hub takes the ground from what was still to be done in it. */
const inRunningHub = (step: Step<HubScope>): Step<HubScope> => ({
  ...step,
  observe: async (scope, signal) => (scope.hub.spec.power === 'stopped' ? refused(new Problem('hub-stopped', { hub: scope.hub.name, what: step.name })) : step.observe(scope, signal)),
})
