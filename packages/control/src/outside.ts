/** Ends a try of a transaction: something beyond the database must be known first. */
export class Unasked extends Error {
  readonly key: string
  readonly look: () => Promise<unknown>

  constructor(key: string, look: () => Promise<unknown>) {
    super(`not asked yet: ${key}`)
    this.key = key
    this.look = look
  }
}

/**
 * What a plan must know of the world beyond the database, such as what a registry has. It is asked between two tries of the transaction,
 * never in one, and once per call.
 */
export class Outside {
  readonly #known = new Map<string, { answer: unknown }>()

  /** The answer where it is known; else the try ends here, and the next one knows it. */
  ask<T>(key: string, look: () => Promise<T>): T {
    const known = this.#known.get(key)
    if (!known) throw new Unasked(key, look)
    return known.answer as T
  }

  async settle({ key, look }: Unasked): Promise<void> {
    this.#known.set(key, { answer: await look() })
  }
}
