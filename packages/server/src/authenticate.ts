import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { authenticate, type Control, type Identity } from '@hubfleet/control'
import { Problem } from '@hubfleet/core'

/** So long, at most, a revoked key still works. */
const rememberMs = 5_000

/**
 * Who a bearer key belongs to. Answers are remembered for 5 seconds, the refusals too, so that a busy key costs no query per
 * request; this bounds how late a revocation is noticed.
 */
export class Authenticator {
  readonly #known: LRUCache<string, { identity: Identity | null }, string>

  constructor(control: Control) {
    this.#known = new LRUCache({
      max: 10_000, ttl: rememberMs, ttlResolution: 0, perf: { now: () => control.clock.now().getTime() },
      fetchMethod: async (_hash, _stale, { context: key }) => ({ identity: await authenticate(control.database, key, control.clock.now()) }),
    })
  }

  /** Throws `unauthenticated`. */
  async identify(authorization: string | undefined): Promise<Identity> {
    const key = authorization?.match(/^Bearer +(\S+)$/i)?.[1]
    if (!key) throw new Problem('unauthenticated', {})
    const found = await this.#known.fetch(createHash('sha256').update(key).digest('base64'), { context: key })
    if (!found?.identity) throw new Problem('unauthenticated', {})
    return found.identity
  }
}
