import type { OperationStep } from '@hubfleet/database'
import type { Observation } from './step.ts'

/** The steps of a pass as an operation shows them. Times of an earlier pass are kept: what waits, waits since then. */
export class StepLog {
  readonly steps: OperationStep[]
  readonly #advisory: ReadonlySet<string>

  constructor(planned: readonly { name: string; advisory?: true }[], before: readonly OperationStep[]) {
    this.steps = planned.map(({ name }) => before.find((s) => s.name === name) ?? { name, state: 'pending', message: '', startedAt: null, finishedAt: null, waitingSince: null })
    this.#advisory = new Set(planned.filter(({ advisory }) => advisory).map(({ name }) => name))
  }

  /** How far it is, and what is waited for. What an advisory step found is its condition's to tell: it holds nothing up. */
  get progress(): { percent: number; message: string } {
    const done = this.steps.filter(({ name, state }) => state === 'done' || (this.#advisory.has(name) && state !== 'pending')).length
    const current = this.steps.find(({ name, state }) => state !== 'done' && state !== 'pending' && !this.#advisory.has(name))
    return { percent: Math.floor((100 * done) / Math.max(1, this.steps.length)), message: current ? `${current.name}: ${current.message}` : '' }
  }

  /** Notes an observation; tells whether a reader would see a difference. */
  observed(name: string, observation: Observation, now: Date): boolean {
    const index = this.steps.findIndex((s) => s.name === name)
    const before = this.steps[index]!
    const at = now.toISOString()
    const state = stateOf[observation.is]
    const message = observation.is === 'refused' ? observation.problem.message : observation.message
    if (before.state === state && before.message === message) return false
    this.steps[index] = {
      name, state, message,
      startedAt: before.startedAt ?? at,
      finishedAt: state === 'done' ? (before.finishedAt ?? at) : null,
      waitingSince: state === 'waiting' ? (before.waitingSince ?? at) : null,
    }
    return true
  }
}

const stateOf = { 'in-sync': 'done', drifted: 'running', waiting: 'waiting', refused: 'failed' } as const satisfies Record<Observation['is'], OperationStep['state']>
