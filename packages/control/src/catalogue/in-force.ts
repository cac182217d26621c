import { catalogueVersions, desc, eq, inArray, platformScope, transaction, type Database } from '@hubfleet/database'
import type { Listener } from '@hubfleet/engine'
import { priceBy, type Catalogue } from '@hubfleet/pricing'

/** Tells every process that a version of the catalogue was applied; the payload is its id. */
export const catalogueChannel = 'hubfleet_catalogue'

/** A notice may be lost with its session; so long it takes until that is noticed. */
const lookMs = 60_000

/** Prices in this process by the newest versions in the database, and goes over to each that is applied: no request reads them. */
export class CataloguesInForce {
  readonly #database: Database
  readonly #onError: (error: unknown) => void
  #ids = ''
  #timer: NodeJS.Timeout | undefined
  #silence: (() => void) | undefined

  constructor({ database, onError }: { database: Database; onError(error: unknown): void }) {
    this.#database = database
    this.#onError = onError
  }

  async start(listener: Listener): Promise<void> {
    await this.read()
    const again = () => { this.read().catch(this.#onError) }
    this.#silence = listener.on(catalogueChannel, again)
    this.#timer = setInterval(again, lookMs).unref()
  }

  stop(): void {
    this.#silence?.()
    clearInterval(this.#timer)
  }

  /** Reads those that are new. */
  async read(): Promise<void> {
    const rows = await transaction(this.#database, platformScope, async (tx) => {
      const newest = await tx.selectDistinctOn([catalogueVersions.provider], { id: catalogueVersions.id }).from(catalogueVersions)
        .where(eq(catalogueVersions.state, 'applied')).orderBy(catalogueVersions.provider, desc(catalogueVersions.createdAt), desc(catalogueVersions.id))
      const ids = newest.map(({ id }) => id)
      if (ids.join() === this.#ids) return null
      const found = ids.length === 0 ? [] : await tx.select({ catalogue: catalogueVersions.catalogue }).from(catalogueVersions).where(inArray(catalogueVersions.id, ids))
      this.#ids = ids.join()
      return found
    })
    if (rows) priceBy(rows.map(({ catalogue }) => catalogue as unknown as Catalogue))
  }
}
