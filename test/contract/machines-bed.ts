import type { Billable, ClusterRecord, Provider } from '../../packages/providers/src/index.ts'

/** What a managed provider's contract needs of the outside world. */
export interface MachinesBed {
  name: string
  /** A provider as a worker that just started has it: it remembers nothing. */
  provider(): Provider
  /** A cluster that is not made yet, with a name of its own: pool `core` (1 node) and pool `user` (0 to 3 nodes). */
  record(): ClusterRecord
  /** Lets the cloud's time go by until the condition holds; throws when it never does. */
  settle(what: string, condition: () => Promise<boolean>): Promise<void>
  /** Where the cloud is asked over a wire. */
  wire?: Wire
  /** Somebody else makes a cluster of that name. */
  occupy?(record: ClusterRecord): Promise<void>
  /** Somebody deletes the cluster in the cloud's console. */
  vanish(record: ClusterRecord): Promise<void>
  /** Leaves what the cluster's own controllers made and nobody removed (a disk, a load balancer), and beside it the same of somebody else's, named alike. */
  plant?(record: ClusterRecord): Promise<{ ours: Billable['id'][]; foreign: Billable['id'][] }>
  /** Whether a planted thing is there. Present with `plant`. */
  exists?(id: Billable['id']): Promise<boolean>
  /** Another machine type that there is, for a pool that is to change. */
  otherMachineType: string
  /** Makes every answer of the cloud about quotas too small for one more node. */
  exhaust?(record: ClusterRecord): Promise<void>
}

/** Stands between a provider's SDK and the local cloud. */
export interface Wire {
  /** Since the last `reset`, oldest first. */
  readonly calls: readonly WireCall[]
  /** Asked of each call, with its number since the last `reset`, before it is done. */
  fault: ((call: WireCall, index: number) => Fault | null) | null
  /** Forgets the calls and the fault. */
  reset(): void
}

/** `name` is as the cloud's API definition calls the operation; `changes` whether it is meant to change anything. */
export interface WireCall { service: string; name: string; changes: boolean }

/**
 * As that cloud says it: `throttled` with its Retry-After, `denied` names the permission, `quota` the limit, `unavailable` passes by itself.
 * `cut-before`: the call never arrives; `cut-after`: it is done, and the answer is lost.
 */
export type Fault = 'throttled' | 'denied' | 'quota' | 'unavailable' | 'cut-before' | 'cut-after'

