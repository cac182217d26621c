import { Type } from 'typebox'
import { verb } from '../verb.ts'
import { updateHub } from './update.ts'

export const planHub = verb({
  noun: 'hub', verb: 'plan', summary: 'Save a plan of an update',
  description: 'Finds out by a dry run in the cluster what restarts, how many people are disconnected now, and what becomes of each object; `plan apply` then does exactly that. All other changes of hubs are planned by the same calls that make them, with savePlan=true.',
  action: updateHub.action,
  input: Type.Object((updateHub.input as ReturnType<typeof Type.Object>).properties, { $id: 'HubPlan', additionalProperties: false, minProperties: 1 }),
  saves: updateHub,
  prepare: updateHub.prepare!, load: updateHub.load, revision: updateHub.revision!, plan: updateHub.plan, apply: updateHub.apply,
})
