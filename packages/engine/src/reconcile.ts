import type { Clock } from '@hubfleet/core'
import { inArray, operations, platformScope, transaction, type Database, type OperationRow, type Transaction } from '@hubfleet/database'
import type { Job } from './jobs.ts'
import type { Lock, Locks } from './locks.ts'
import { announce, finish, openOperations, settle, showSteps, type Settlement } from './operations.ts'
import { runPass, type PassResult } from './pass.ts'
import { StepLog } from './step-log.ts'
import type { Observation, Step } from './step.ts'

/** A target as a pass finds it: what must be true of it, in order. */
export interface Target<Scope> {
  generation: number
  steps: Step<Scope>[]
  scope: Scope
  /** An action that waits (a cull, …), as further steps after the target itself is in sync. Without it (the target goes) actions are canceled. */
  action?(operation: OperationRow): { steps: Step<Scope>[]; result(): Record<string, unknown> }
  /** The step after which actions may begin, though later ones still wait. Default: when all are in sync. */
  actionsAfter?: string
  /** What a pass finds holds for the moment in which it looked: an operation that came meanwhile waits for the next one. */
  momentary?: true
  /** What the operations that waited for this revision have to show when it is reached. */
  result?(): Promise<Record<string, unknown>>
  close?(): Promise<void>
}

/** What the engine must know of a kind of target. */
export interface Reconciler<Scope = unknown> {
  /** Null when there is nothing to do: gone, or left alone on purpose. */
  open(id: string, signal: AbortSignal): Promise<Target<Scope> | null>
  /** Whether a pass that runs has lost its point, so that it is cut: the target is to go, or to be left alone. Asked every two seconds. */
  preempted?(tx: Transaction, id: string, target: Target<Scope>): Promise<boolean>
  /** Stores what was observed. `wakeAt` is when to look again at the latest; null is never by itself. */
  record(tx: Transaction, id: string, target: Target<Scope>, outcome: PassOutcome): Promise<void>
}

export interface PassOutcome {
  result: PassResult
  /** How an action ended that goes on in the next pass; the target itself is reached. */
  unfinished: PassResult | null
  /** The last observation of each step that was looked at. */
  observations: { step: Step<never>; observation: Observation }[]
  settlements: Settlement[]
  /** Passes that failed in a row for a cause that can pass. */
  attempt: number
  now: Date
}

export interface ReconcileContext { database: Database; locks: Locks; clock: Clock }

const preemptionMs = 2_000

/**
 * One pass over one target, under its lock. Returns false when another pass of this process still holds it. A pass that is pre-empted ends
 * without a word: whoever did so has woken the target again.
 */
export async function reconcile<Scope>(context: ReconcileContext, reconciler: Reconciler<Scope>, job: Job, jobSignal: AbortSignal): Promise<boolean> {
  const lock = await context.locks.take(`${job.type}:${job.id}`)
  if (!lock) return false
  try {
    const preempted = new AbortController()
    const signal = AbortSignal.any([jobSignal, lock.signal, preempted.signal])
    const target = await reconciler.open(job.id, signal)
    if (!target) return true
    const watching = watchForPreemption(context.database, reconciler, job.id, target, preempted)
    try {
      await pass(context, reconciler, job.id, target, lock, signal)
    } catch (error) {
      if (!preempted.signal.aborted || jobSignal.aborted || lock.signal.aborted) throw error
    } finally {
      clearInterval(watching)
      await target.close?.()
    }
    return true
  } finally {
    await lock.release()
  }
}

function watchForPreemption<Scope>(database: Database, reconciler: Reconciler<Scope>, id: string, target: Target<Scope>, preempted: AbortController): NodeJS.Timeout {
  return setInterval(() => {
    transaction(database, platformScope, async (tx) => reconciler.preempted?.(tx, id, target)).then(
      (yes) => { if (yes) preempted.abort(new Error('Pre-empted')) },
      () => {}, // asked again in a moment
    )
  }, preemptionMs).unref()
}

async function pass<Scope>({ database, clock }: ReconcileContext, reconciler: Reconciler<Scope>, id: string, target: Target<Scope>, lock: Lock, signal: AbortSignal): Promise<void> {
  const open = await transaction(database, platformScope, (tx) => openOperations(tx, id))
  const actions = open.filter((o) => o.generation === null && o.state !== 'canceling')
  const { action } = target
  const planned = action ? actions.map((operation) => ({ operation, ...action(operation) })) : []
  const log = new StepLog([...target.steps, ...planned.flatMap((a) => a.steps)], open[0]?.steps ?? [])
  const observations: PassOutcome['observations'] = []
  const whileHeld = (write?: (tx: Transaction) => Promise<void>) => transaction(database, platformScope, async (tx) => {
    await lock.assertHeld(tx)
    await write?.(tx)
  })
  const show = {
    async observed(step: Step<Scope>, observation: Observation) {
      if (log.observed(step.name, observation, clock.now()) && open.length > 0) await whileHeld((tx) => showSteps(tx, id, log, clock.now()))
    },
    acting: () => whileHeld(),
  }
  const report = {
    ...show,
    async observed(step: Step<Scope>, observation: Observation) {
      observations.push({ step: step as Step<never>, observation })
      await show.observed(step, observation)
    },
  }

  const result = await runPass(target.steps, target.scope, report, signal)
  let unfinished: PassResult | null = null
  const pursuer = open.find((o) => o.generation === target.generation)
  const ended: Settlement[] = action ? [] : actions.map((operation) => ({ operation, state: 'canceled', ...(pursuer && { supersededBy: pursuer.id }) }))
  if (result.outcome === 'reached' || observations.findLast(({ step }) => step.name === target.actionsAfter)?.observation.is === 'in-sync') {
    for (const { operation, steps, result: resultOf } of planned) {
      const outcome = await runPass(steps, target.scope, show, signal)
      if (outcome.outcome === 'reached') ended.push({ operation, state: 'succeeded', result: resultOf() })
      else if (outcome.outcome === 'refused' && !outcome.problem.retryable) ended.push({ operation, state: 'failed', error: outcome.problem.toDocument(), result: resultOf() })
      else unfinished = outcome
    }
  }
  signal.throwIfAborted()

  await whileHeld(async (tx) => {
    const now = clock.now()
    const last = unfinished ?? result
    // Read again: an operation that came meanwhile may be for this very revision.
    const still = (await openOperations(tx, id)).filter((o) => !ended.some((e) => e.operation.id === o.id) && !(target.momentary && !open.some((before) => before.id === o.id)))
    const shown = result.outcome === 'reached' ? await target.result?.() : undefined
    const settlements = [...ended, ...settle(still, target.generation, result, now, last).map((s) => (s.state === 'succeeded' && shown ? { ...s, result: shown } : s))]
    if (open.length > 0) await showSteps(tx, id, log, now)
    const attempt = last.outcome === 'refused' ? Math.max(0, ...open.map((o) => o.attempt)) + 1 : 0
    await noteAttempt(tx, still.filter((o) => !settlements.some((s) => s.operation.id === o.id)), attempt, last)
    await finish(tx, settlements, now)
    await reconciler.record(tx, id, target, { result, unfinished, observations, settlements, attempt, now })
    if (still.length + ended.length > 0) await announce(tx, id)
  })
}

async function noteAttempt(tx: Transaction, open: readonly OperationRow[], attempt: number, result: PassResult): Promise<void> {
  if (open.length === 0) return
  const lastError = result.outcome === 'refused' ? result.problem.toDocument() : null
  await tx.update(operations).set({ attempt, lastError }).where(inArray(operations.id, open.map((o) => o.id)))
}
