import { createHash } from 'node:crypto'
import { isProblem, newId, Problem, requireValid } from '@hubfleet/core'
import { and, audit, eq, idempotencyRecords, open, operations, platformScope, seal, sql, transaction, violatedIndex, violatedReference, type OperationRow, type Transaction } from '@hubfleet/database'
import { announce, recordCall, type Job } from '@hubfleet/engine'
import { authorize } from './authorize.ts'
import { isPlatform, type Caller } from './caller.ts'
import type { Control } from './control.ts'
import type { Params } from './nouns.ts'
import { Outside, Unasked } from './outside.ts'
import { requireConfirmed, type Plan } from './plan.ts'
import { requireWithinLimits } from './plans/limits.ts'
import { savePlan } from './plans/save.ts'
import { requireStorable } from './storable.ts'
import { loadTenant } from './tenants/tenant.ts'
import { operationId, type Context, type Outcome, type Planned, type Query, type Verb } from './verb.ts'

export interface Call {
  caller: Caller
  params: Params
  input: unknown
  idempotencyKey?: string | undefined
  /** The file of a verb that takes one. */
  upload?: AsyncIterable<Uint8Array> | undefined
  /** The revision that If-Match names. */
  ifMatch?: number | undefined
  validateOnly?: boolean | undefined
  /** Keeps the change as a plan instead of making it. */
  savePlan?: boolean | undefined
}

/** What a read is asked with. */
export interface Reading extends Pick<Call, 'caller' | 'params' | 'input'> {
  /** Parts of the answer that are wanted, as paths such as `series.amounts`; without it all. */
  asked?: ReadonlySet<string>
}

/**
 * The only way a change begins. Everything that is promised (revision, operation, audit, event, idempotency record, job) commits
 * in one transaction under the tenant's row-level security, or nothing does.
 */
export async function execute(control: Control, verb: Verb, call: Call): Promise<Outcome> {
  const { caller, params, input } = call
  authorize(caller, verb.action)
  requireStorable(params)
  requireStorable(input)
  requireValid(verb.input, input)
  if (call.savePlan && !verb.plannable && !verb.saves) throw new Problem('not-plannable', { verb: operationId(verb) })
  const saved = verb.saves ?? (call.savePlan ? verb : undefined)
  const prepared = await verb.prepare?.(control, caller, params, input, call.upload)
  let loaded: unknown
  const outcome = await knowing((outside) => inTenant(control, caller, params, outside, async (context): Promise<Outcome> => {
    const record = call.validateOnly ? undefined : await idempotency(context, verb, call, verb.upload && (prepared as { digest: string }).digest)
    if (record?.replay) return record.replay
    const target = loaded = await verb.load(context, input)
    checkRevision(verb, target, call.ifMatch)
    const plan = await verb.plan(context, target, input, prepared)
    if (call.validateOnly) return { kind: 'plan', plan: shown(plan) }
    // A plan is confirmed and weighed when it is applied.
    if (!saved) requireConfirmed(plan, input)
    if (!saved && verb.plannable) requireWithinLimits(context, plan)
    const applied = await applyUnique(() => (saved ? savePlan(context, saved, target, input, plan) : verb.apply(context, target, input, plan)))
    if ('again' in applied) return { kind: 'operation', operation: applied.again, replayed: true }

    const done = saved ? { noun: 'hub', verb: 'plan' } : verb
    const subject = 'work' in applied ? applied.work.id : applied.subject
    await context.tx.insert(audit).values({ id: newId('evt'), tenantId: context.tenant.id, principal: caller.principal, verb: operationId(done), target: applied.subject ?? subject, requestId: caller.requestId })
    await recordCall(context.tx, { tenantId: context.tenant.id, type: `${done.noun}.${done.verb}`, subject, data: { by: caller.principal } })
    let outcome: Outcome
    if ('work' in applied) {
      const operation: OperationRow = await newOperation(context, verb, applied)
      outcome = { kind: 'operation', operation, replayed: false }
      await record?.save(outcome)
      await announce(context.tx, applied.work.id)
    } else {
      outcome = { kind: 'answer', answer: applied.answer, created: verb.verb === 'create', replayed: false }
      await record?.save(outcome)
    }
    await wakeAll(context, [...('work' in applied ? [applied.work] : []), ...(applied.wakes ?? [])])
    return outcome
  }))
  if (outcome.kind === 'plan' && verb.preview) return { ...outcome, plan: { ...outcome.plan, ...await verb.preview(control.live, loaded, outcome.plan, input) } }
  return outcome.kind === 'answer' && verb.complete ? { ...outcome, answer: await verb.complete(control.live, outcome.answer, input) } : outcome
}

/** Answers of the world that a change turns out to need; more of them would be a fault of its verb. */
const mostQuestions = 4

/** Tries anew with the answer each time something must be known first: nobody waits for the network in a transaction. */
async function knowing<T>(attempt: (outside: Outside) => Promise<T>): Promise<T> {
  const outside = new Outside()
  for (let asked = 0; ; asked++) {
    try {
      return await attempt(outside)
    } catch (error) {
      if (!(error instanceof Unasked) || asked === mostQuestions) throw error
      await outside.settle(error)
    }
  }
}

/** Runs a read under the tenant's row-level security. A key that reads its own tenant, as most do, says by itself which that is. */
export async function read(control: Control, query: Query, call: Reading): Promise<Record<string, unknown>> {
  authorize(call.caller, query.action)
  requireStorable(call.params)
  requireStorable(call.input)
  requireValid(query.input, call.input)
  const { caller, params, asked } = call
  const asks = (...parts: string[]): boolean => !asked || parts.some((part) => asked.has(part))
  const own = params.tenant === undefined || params.tenant === caller.tenantId || params.tenant === caller.tenantName
  const found = await (isPlatform(caller) || !own
    ? inTenant(control, caller, params, new Outside(), (context) => query.run({ ...context, asks }, call.input))
    : transaction(control.database, caller.tenantId, (tx) => query.run({ tx, control, caller, tenant: { id: caller.tenantId }, params, asPlatform: beyond, asks }, call.input)))
  return query.live ? query.live(control.live, found, call.input) : found
}

/**
 * The transaction sees the tenant that the path names; without one (a platform admin's list of tenants) everything the caller may see.
 * A tenant's own row is the only one it can load, so a foreign tenant is not found, whatever it is called.
 */
function inTenant<T>(control: Control, caller: Caller, params: Params, outside: Outside, work: (context: Context) => Promise<T>): Promise<T> {
  return transaction(control.database, isPlatform(caller) ? platformScope : caller.tenantId, async (tx) => {
    const tenant = await loadTenant(tx, params.tenant ?? caller.tenantId)
    const narrow = () => tx.execute(sql`select set_config('hubfleet.tenant', ${tenant.id}, true)`)
    // A platform admin who names a tenant works as that tenant would: a mistake in a query shows no other's rows.
    if (params.tenant && isPlatform(caller)) await narrow()
    const asPlatform = async <R>(look: (tx: Transaction) => Promise<R>): Promise<R> => {
      if (!isPlatform(caller)) return beyond()
      await tx.execute(sql`select set_config('hubfleet.tenant', ${platformScope}, true)`)
      const seen = await look(tx)
      await narrow()
      return seen
    }
    return work({ tx, control, caller, tenant, params, now: control.clock.now(), outside, asPlatform, asks: () => true, asAnyone: questions(tx) })
  })
}

const beyond = async (): Promise<never> => { throw new Error('Only a key of the platform looks beyond the tenant') }

/** Functions of the database that answer about all tenants and show none (`migrations/0001`). */
const questions = (tx: Transaction): Context['asAnyone'] => ({
  async hostTaken(host, exceptHub) {
    const { rows: [row] } = await tx.execute<{ taken: boolean }>(sql`select host_taken(${host}, ${exceptHub}) as taken`)
    return row!.taken
  },
})

/** Last of all, since it holds the jobs' rows until the commit, and sorted, so that no two calls wait for each other. */
async function wakeAll({ tx, control }: Context, jobs: Job[]): Promise<void> {
  for (const job of jobs.sort((a, b) => (a.type + a.id < b.type + b.id ? -1 : 1))) await control.jobs.wake(tx, job, { asked: true })
}

function checkRevision(verb: Verb, target: unknown, given: number | undefined): void {
  if (given === undefined || !verb.revision) return
  const current = verb.revision(target)
  if (given !== current) throw new Problem('precondition-failed', { given: `"r${given}"`, current: `"r${current}"` })
}

const shown = ({ effect: _, ...plan }: Planned): Plan => plan

async function newOperation({ tx, caller, now }: Context, verb: Verb, applied: Extract<Awaited<ReturnType<Verb['apply']>>, { work: unknown }>): Promise<OperationRow> {
  const [row] = await tx.insert(operations).values({
    id: applied.operationId ?? newId('op'), tenantId: applied.tenantId, kind: applied.kind ?? `${verb.noun}.${verb.verb}`, targetType: applied.work.type, targetId: applied.work.id, generation: applied.generation,
    state: 'queued', input: applied.input ?? {}, progress: { percent: 0, message: 'waits for a worker' }, requestedBy: caller.principal, reason: caller.reason,
    createdAt: now, deadlineAt: new Date(now.getTime() + applied.deadlineSeconds * 1000),
  }).returning()
  return row!
}

/** A name or host that somebody else took between our look and our write is the same problem as one that was taken before. */
async function applyUnique<T>(apply: () => Promise<T>): Promise<T> {
  try {
    return await apply()
  } catch (error) {
    const index = isProblem(error) ? undefined : violatedIndex(error)
    if (index === 'hubs_host') throw new Problem('host-taken', { host: 'in the request' }, { errors: [{ pointer: '/spec/exposure/host', code: 'host-taken', detail: 'It belongs to a hub already.' }] })
    const noun = index?.match(/^(tenant|credential|cluster|hub|grant|template|webhook)s_(name|pair)$/)?.[1]
    if (noun) throw new Problem('name-taken', { noun, name: 'like this' })
    // it was deleted after we read it
    if (violatedReference(error) === 'hubs_template_id_templates_id_fk') throw new Problem('not-found', { noun: 'template', ref: 'of the hub' })
    throw error
  }
}

/** Finds the answer of an earlier call with the same key, or makes the place for this one's. */
async function idempotency({ tx, caller, control, tenant }: Context, verb: Verb, call: Call, digest: string | undefined): Promise<{ replay?: Outcome; save(outcome: Outcome): Promise<void> } | undefined> {
  if (call.idempotencyKey === undefined) return undefined
  const key = call.idempotencyKey
  const requestHash = createHash('sha256').update(canonical([call.params, call.input, call.ifMatch ?? null, ...(call.savePlan ? ['plan'] : []), ...(digest === undefined ? [] : [digest])])).digest('hex')
  const where = { tenantId: tenant.id, principal: caller.principal, verb: operationId(verb), key }
  const scope = Object.values(where).join('\n')
  const { rows: [lock] } = await tx.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(hashtextextended(${scope}, 0)) as free`)
  if (!lock?.free) throw new Problem('idempotency-in-flight', { key }, { retryAfterSeconds: 1 })
  const [before] = await tx.select().from(idempotencyRecords).where(and(eq(idempotencyRecords.tenantId, where.tenantId), eq(idempotencyRecords.principal, where.principal), eq(idempotencyRecords.verb, where.verb), eq(idempotencyRecords.key, key)))
  if (before && before.requestHash !== requestHash) throw new Problem('idempotency-key-reused', { key })
  if (before) {
    const stored = (typeof before.response === 'string' ? await open(control.keyRing, scope, before.response) : before.response) as { operation?: string; answer?: Record<string, unknown>; created?: boolean }
    if (stored.answer) return { replay: { kind: 'answer', answer: stored.answer, created: stored.created ?? false, replayed: true }, save: async () => {} }
    const [operation] = await tx.select().from(operations).where(eq(operations.id, stored.operation!))
    return { replay: { kind: 'operation', operation: operation!, replayed: true }, save: async () => {} }
  }
  return {
    async save(outcome) {
      if (outcome.kind === 'plan') return
      const plain = outcome.kind === 'operation' ? { operation: outcome.operation.id } : { answer: outcome.answer, created: outcome.created }
      await tx.insert(idempotencyRecords).values({ ...where, requestHash, response: verb.secretAnswer ? await seal(control.keyRing, scope, plain) : plain })
    },
  }
}

/** JSON with sorted keys: the order in which a client writes them is no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) => (v && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))) : v))
}
