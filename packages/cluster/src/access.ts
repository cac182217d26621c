import type { KubernetesAccess } from '@hubfleet/core'

/** A bearer token and when it ends by itself. */
export interface EndingToken { token: string; expiresAt: Date }

/**
 * The access to a cluster whose tokens end: a cloud's. Whoever implements it makes a token and nothing else; what keeps it, renews it before
 * its end and hands it to calls, watches, forwards and a helm that runs is here (`createCredentials`).
 */
export interface RenewedAccess extends Omit<KubernetesAccess, 'credentials'> {
  /**
   * A token for now. It is asked for well before the last one ends, by one caller at a time, and bounded in time by the signal. With `fresh`
   * the last one was refused: a copy that is kept somewhere is of no use. What it throws is told as it is where it is a Problem.
   */
  token(signal: AbortSignal, options: { fresh: boolean }): Promise<EndingToken>
}

/** How a cluster is reached: by what never ends, or by tokens that are renewed. */
export type ClusterAccess = KubernetesAccess | RenewedAccess
