import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { FastifyReply } from 'fastify'
import { Problem } from '@hubfleet/core'

const windowSeconds = 60

/** A budget of points per key and minute, per process. A request costs one; a GraphQL query by its cost. */
export class RateLimit {
  readonly #limiter: RateLimiterMemory
  readonly #limit: number

  constructor(pointsPerMinute: number) {
    this.#limit = pointsPerMinute
    this.#limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: windowSeconds })
  }

  /** Takes points and tells what is left in the headers of the IETF draft. Throws `rate-limited`. */
  async take(reply: FastifyReply, principal: string, points = 1): Promise<void> {
    const left = await this.#limiter.consume(principal, points).catch((refused: unknown) => refused as RateLimiterRes)
    const seconds = Math.ceil(left.msBeforeNext / 1000)
    reply.header('ratelimit-policy', `"default";q=${this.#limit};w=${windowSeconds}`)
    reply.header('ratelimit', `"default";r=${left.remainingPoints};t=${seconds}`)
    if (left.consumedPoints > this.#limit) throw new Problem('rate-limited', { limit: this.#limit }, { retryAfterSeconds: Math.max(1, seconds) })
  }
}
