import type { Caller } from '@hubfleet/control'

export interface GraphqlContext {
  caller: Caller
  /** Aborts when the client goes away. */
  closed: AbortSignal
}
