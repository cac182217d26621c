import { Type, type Static, type TObject, type TProperties } from 'typebox'

/** What a kind of event tells, and the shape of its data. */
export interface EventKind<Data extends TObject = TObject> { summary: string; data: Data }

const kind = <Properties extends TProperties>(summary: string, properties: Properties): EventKind<TObject<Properties>> => ({ summary, data: Type.Object(properties) })
/** One for each state of a noun. */
const kinds = <Noun extends string, State extends string, Data extends TObject>(noun: Noun, states: Record<State, string>, kindOf: (summary: string) => EventKind<Data>) =>
  Object.fromEntries(Object.entries<string>(states).map(([state, summary]) => [`${noun}.${state}`, kindOf(summary)])) as { [Each in `${Noun}.${State}`]: EventKind<Data> }

const Id = Type.String()
const Text = Type.String()
const Time = Type.String({ format: 'date-time' })
const Problem = Type.Object({ code: Text, title: Text, detail: Text, nextStep: Text, retryable: Type.Boolean() }, { $id: 'EventProblem', description: 'As in the operation, without what it was about' })

const operation = (summary: string) => kind(summary, {
  kind: Type.String({ examples: ['hub.scale'] }), target: Type.Object({ type: Text, id: Id }, { $id: 'EventTarget' }), requestedBy: Text, reason: Type.String({ examples: ['api', 'budget'] }),
  error: Type.Union([Problem, Type.Null()], { description: 'Why it failed' }), supersededBy: Type.Union([Id, Type.Null()], { description: 'The operation with the later revision' }),
})
const conditions = (summary: string) => kind(summary, {
  conditions: Type.Array(Type.Object({ type: Text, from: Type.Union([Text, Type.Null()], { description: 'Null: it was not there' }), status: Type.String({ examples: ['True', 'False', 'Unknown'] }), reason: Text, message: Text }, { $id: 'EventCondition' })),
})
const Reason = Type.Union([Type.Literal('idle'), Type.Literal('max-age')])
const Seconds = Type.Union([Type.Number(), Type.Null()])
const Stopping = Type.Object({ user: Text, server: Type.String({ description: 'Empty: the default one' }), reason: Reason, started: Type.Union([Time, Type.Null()]), lastActivity: Type.Union([Time, Type.Null()]), stopsAt: Time, since: Time }, { $id: 'EventCullAhead' })
const Stopped = Type.Object({ user: Text, server: Type.Union([Text, Type.Null()], { description: 'Null: the account was deleted' }), reason: Reason, idleSeconds: Seconds, ageSeconds: Seconds, outcome: Type.Union([Type.Literal('stopped'), Type.Literal('stopping'), Type.Literal('deleted')]) }, { $id: 'EventCulled' })
const culling = <Server extends TObject>(summary: string, server: Server) => kind(summary, { hub: Type.String({ description: 'Its name' }), servers: Type.Array(server) })
const inForce = (summary: string) => kind(summary, { budget: Type.String({ description: 'Its name' }), threshold: Text, done: Type.Array(Text, { description: 'Which hubs were stopped, started or scaled' }) })
const credential = (summary: string) => kind(summary, { name: Text, from: Text, code: Type.Optional(Text), detail: Type.Optional(Text), clusters: Type.Array(Text, { description: 'Names of the clusters that use it' }) })
const plan = (summary: string) => kind(summary, { hub: Type.Union([Id, Type.Null()]), reasons: Type.Optional(Type.Array(Text)) })
const prices = (summary: string) => kind(summary, { provider: Text, version: Text, changed: Type.Integer(), kept: Type.Integer({ description: 'Odd prices that stayed as they were' }), reasons: Type.Array(Text) })

const hubStates = {
  creating: 'A hub is being made', updating: 'A hub is being changed', ready: 'A hub serves people', degraded: 'A hub that was ready is not well', error: 'A hub cannot be made as it is wanted', stopped: 'A hub is stopped', deleting: 'A hub is being deleted', deleted: 'A hub is gone',
}
const clusterStates = {
  creating: 'A cluster is being made', updating: 'A cluster is being changed', ready: 'A cluster can hold hubs', degraded: 'A cluster that was ready is not well', error: 'A cluster cannot be made or reached', stopped: 'A cluster is stopped', deleting: 'A cluster is being deleted', deleted: 'A cluster is gone',
}

export type HubState = keyof typeof hubStates
export type ClusterState = keyof typeof clusterStates

const hubState = (summary: string) => kind(summary, { from: Type.String({ description: 'The state before' }), message: Type.String({ description: 'What is waited for, or what is wrong; empty when all is well' }) })
const clusterState = (summary: string) => kind(summary, { from: Type.String({ description: 'The state before' }) })

/** Every kind of event that tells what became of something. Beside them each verb has one of its own, such as `hub.scale`: that it was accepted. */
export const eventCatalogue = {
  'operation.succeeded': operation('An operation reached what it promised'),
  'operation.failed': operation('An operation failed for good'),
  'operation.canceled': operation('An operation was canceled, or a later one took its place'),
  ...kinds('hub', hubStates, hubState),
  'hub.conditions-changed': conditions('Conditions of a hub changed their status'),
  'hub.cull-ahead': culling('Servers will be stopped soon unless they are used', Stopping),
  'hub.culled': culling('Servers were stopped because nobody used them', Stopped),
  ...kinds('cluster', clusterStates, clusterState),
  'cluster.conditions-changed': conditions('Conditions of a cluster changed their status'),
  'budget.crossed': kind('A threshold of a budget was crossed', { budget: Type.String({ description: 'Its name' }), threshold: Type.String({ examples: ['80 %', 'forecast 100 %: freeze'] }), actual: Type.String({ description: 'Spent so far: an exact decimal in the currency of the budget' }), expected: Type.Union([Text, Type.Null()], { description: 'By the end of the month' }) }),
  'budget.in-force': inForce('What a budget does took effect'),
  'budget.lifted': inForce('What a budget did was undone'),
  'budget.overridden': kind('A budget was overridden, or its override ended', { budget: Type.String({ description: 'Its name' }), until: Type.Union([Time, Type.Null()]), reason: Text, by: Text }),
  'plan.ready': plan('A plan can be applied'),
  'plan.waiting-for-approval': plan('A plan waits for somebody else to approve it'),
  'plan.failed': plan('A plan could not be made'),
  'credential.ready': credential('A cloud takes a credential'),
  'credential.refused': credential('A cloud does not take a credential, or permissions are missing'),
  'webhook.disabled': kind('A webhook was disabled, because its address wants nothing or takes nothing', { name: Text, reason: Type.Union([Type.Literal('gone'), Type.Literal('failing')]) }),
  'catalogue.applied': prices('New prices of a cloud are in force; told in the tenant platform'),
  'catalogue.rejected': prices('New prices of a cloud were odd and are not used; told in the tenant platform'),
} as const satisfies Record<string, EventKind>

export type EventType = keyof typeof eventCatalogue
export type EventData<Type extends EventType> = Static<(typeof eventCatalogue)[Type]['data']>

/** What is told when a call was accepted: type is the noun and the verb. */
export const CallEventSchema = Type.Object({ by: Type.String({ description: 'Id of the key, or of the budget that called' }), plan: Type.Optional(Type.String({ description: 'Id of the plan that was applied' })) })
export type CallEventData = Static<typeof CallEventSchema>
