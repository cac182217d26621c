import type { TSchema, Static } from 'typebox'
import type { OperationRow, TargetType, TenantRow, Transaction } from '@hubfleet/database'
import type { Job } from '@hubfleet/engine'
import type { Action } from './authorize.ts'
import type { Caller } from './caller.ts'
import type { Control } from './control.ts'
import type { Live } from './live.ts'
import type { Noun, Params } from './nouns.ts'
import type { Outside } from './outside.ts'
import type { Plan } from './plan.ts'

/** What a look works with. `tenant` is the one that the path names, and `tx` sees its rows only. */
export interface ReadContext {
  tx: Transaction
  control: Control
  caller: Caller
  /** Its id is all that most reads need, and mostly known without a query. */
  tenant: Pick<TenantRow, 'id'>
  params: Params
}

/** What a query works with. */
export interface QueryContext extends ReadContext {
  /** A look beyond the tenant, for keys of the platform only. */
  asPlatform<R>(look: (tx: Transaction) => Promise<R>): Promise<R>
  /** Whether a part of the answer is wanted, as a path such as `series.amounts`: what nobody asked for need not be read. */
  asks(...parts: string[]): boolean
}

/** What a verb works with. */
export interface Context extends QueryContext {
  tenant: TenantRow
  now: Date
  /** What is to be known of the world beyond the database. */
  outside: Outside
  /** Yes-or-no questions about the whole platform that every tenant may ask. */
  asAnyone: { hostTaken(host: string, exceptHub: string | null): Promise<boolean> }
}

/** A change to the world, declared once: REST route, GraphQL mutation, SDK method, CLI command and authorization follow from it. */
export interface Verb<Input = unknown, Target = unknown, Prepared = unknown, Effect = unknown> {
  noun: Noun
  verb: string
  summary: string
  description?: string
  action: Action
  /** `create` works on the collection, all others on one item. */
  input: TSchema
  /** True where the answer holds a secret that is shown once; its idempotency record is encrypted. */
  secretAnswer?: boolean
  /** Its change of a hub can be saved as a plan (`savePlan`) and applied later: what `plan` answers as `effect` is a `PlannedEffect`. */
  plannable?: true
  /** The change that this verb saves a plan of, and does not make. */
  saves?: Verb
  /** Its body is a file, sent as it is; the input comes as query parameters. REST only: GraphQL takes no files. What `prepare` makes of it has the `digest` of the file. */
  upload?: true
  /** Work before the transaction that may wait for the network, such as fetching a chart. */
  prepare?(control: Control, caller: Caller, params: Params, input: Input, upload?: AsyncIterable<Uint8Array>): Promise<Prepared>
  /** Loads and locks what is changed; for `create` what stands in the way of it. Throws `not-found`. */
  load(context: Context, input: Input): Promise<Target>
  /** The revision that If-Match is compared with. */
  revision?(target: Target): number
  /** What would happen; pure reads. Throws the first refusal. `effect` is what `apply` needs of it and nobody is shown. */
  plan(context: Context, target: Target, input: Input, prepared: Prepared): Promise<Planned<Effect>>
  /** What of a plan must be asked of a cluster, for one that is only to be shown; after the transaction. It says in `warnings` what it could not learn. */
  preview?(live: Live, target: Target, plan: Plan, input: Input): Promise<Partial<Plan>>
  /** Stores the accepted plan. */
  apply(context: Context, target: Target, input: Input, plan: Planned<Effect>): Promise<Applied>
  /** Where the answer must be asked of a cluster: `apply` answers whom to ask and this asks, after the commit. It is asked anew when a call is repeated. */
  complete?(live: Live, applied: Record<string, unknown>, input: Input): Promise<Record<string, unknown>>
  /** Schema of the answer where it is no operation. */
  answer?: TSchema
}

export type Planned<Effect = unknown> = Plan & { effect: Effect }

/** What `apply` did: either work that a worker goes on with, or a finished change with its answer. */
export type Applied =
  | {
    work: Job & { type: TargetType }; tenantId: string; generation: number | null; /** Non-secret input of an action. */ input?: Record<string, unknown>; deadlineSeconds: number; wakes?: Job[]
    /** What the operation is called, where it is not as the verb; its id, where somebody must know it before; what the audit names, where it is something inside of what works or not what works. */
    kind?: string; operationId?: string; subject?: string
  }
  /** It was done before: this is what came of it. */
  | { again: OperationRow }
  | { answer: Record<string, unknown>; subject: string; /** Wake these as well. */ wakes?: Job[] }

/** Declares a verb; the types of its parts come from its input schema. */
export function verb<Schema extends TSchema, Target, Prepared, Effect>(declaration: Omit<Verb<Static<Schema>, Target, Prepared, Effect>, 'input'> & { input: Schema }): Verb {
  return declaration as unknown as Verb
}

/** A read, declared once. `get` and others read one item; `list` answers `{ items, nextCursor }`. */
export interface Query<Input = unknown> {
  noun: Noun
  verb: string
  summary: string
  description?: string
  action: Action
  /** Query parameters (of a POST: the body). */
  input: TSchema
  answer: TSchema
  /** True where the input is a document, sent by POST. */
  post?: boolean
  /** As many items of a list as it costs to answer, where one GraphQL document may ask for so many; 0 where it is not said. */
  weight?: number
  /** True where no tenant is involved. */
  tenantless?: boolean
  run(context: QueryContext, input: Input): Promise<Record<string, unknown>>
  /** Where the answer must be asked of a cluster: `run` only finds whom to ask, and this asks, after the transaction. */
  live?(live: Live, found: Record<string, unknown>, input: Input): Promise<Record<string, unknown>>
  /** The ETag of the answer. */
  revision?(answer: Record<string, unknown>): number
  /** Other forms of the answer, by the extension of the address that gives them: `costs.svg`, `costs.focus.csv`. */
  forms?: Record<string, Form>
}

/** An answer as a file. */
export type Form = MadeForm | StreamedForm

interface AnyForm {
  /** Media type. */
  type: string
  /** Goes on where the query's summary ends: `as a picture`. */
  title: string
  /** What can be asked of the form, beside what is asked of the query: always as query parameters. */
  input: TSchema
}

/** Made of the answer. */
export interface MadeForm extends AnyForm {
  of(answer: Record<string, unknown>, options: Record<string, unknown>): Promise<string | Uint8Array>
}

/** Of what is too long to be held: read and sent piece by piece, in one transaction. What is refused is refused before the first piece. */
export interface StreamedForm extends AnyForm {
  pieces(context: QueryContext, input: unknown, options: Record<string, unknown>): AsyncIterable<string>
}

export function query<Schema extends TSchema>(declaration: Omit<Query<Static<Schema>>, 'input'> & { input: Schema }): Query {
  return declaration as unknown as Query
}

/** `hubScale`: the operationId, the GraphQL field and the SDK's method in one. */
export const operationId = ({ noun, verb }: { noun: string; verb: string }): string => noun + verb.charAt(0).toUpperCase() + verb.slice(1)

export type Outcome =
  | { kind: 'operation'; operation: OperationRow; replayed: boolean }
  | { kind: 'answer'; answer: Record<string, unknown>; created: boolean; replayed: boolean }
  | { kind: 'plan'; plan: Plan }
