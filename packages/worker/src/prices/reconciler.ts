import { createHash } from 'node:crypto'
import { Problem, type Clock } from '@hubfleet/core'
import { catalogueChannel } from '@hubfleet/control'
import { catalogues, catalogueVersions, eq, platformScope, platformTenantId, sql, transaction, type Database } from '@hubfleet/database'
import type { PassOutcome, Reconciler, Step } from '@hubfleet/engine'
import { drifted, inSync, recordEvent } from '@hubfleet/engine'
import { catalogueOf, Figures, ForeignCurrency, judge, type Catalogue, type Verdict } from '@hubfleet/pricing'
import { Unreadable } from './ask.ts'
import type { PriceSettings } from './settings.ts'
import type { PriceSource } from './source.ts'
import { priceSource } from './sources.ts'

interface PriceScope {
  before: Catalogue
  source: PriceSource
  parts: Map<string, Figures>
  /** The prices are in a currency that the catalogue has not. */
  foreign: ForeignCurrency | null
  version: { id: string; asOf: string }
  verdict: Verdict | null
}

/** So many of the figures that stayed are told; of all it is told how many. */
const mostKept = 500
const dayMs = 86_400_000
const againMs = 3600_000

/**
 * Reads a cloud's public price list part by part, holds it against what is known, and notes what came of it: a new version of the catalogue, or why there is none. Nothing is
 * written before all of it was read and judged, and then in one transaction.
 */
export function catalogueReconciler({ database, clock, ...settings }: PriceSettings & { database: Database; clock: Clock }): Reconciler<PriceScope> {
  return {
    async open(id) {
      const [row] = await transaction(database, platformScope, (tx) => tx.select().from(catalogues).where(eq(catalogues.id, id)))
      const before = row && catalogueOf(row.provider)
      if (!before) return null
      const now = clock.now()
      const source = priceSource(before, settings, now)
      const version = { id: `${row.provider}-${now.toISOString().slice(0, 19).replaceAll(':', '.')}Z`, asOf: now.toISOString().slice(0, 10) }
      const scope: PriceScope = { before, source: source ?? { name: '', parts: [] }, parts: new Map(), foreign: null, version, verdict: null }
      const steps = source ? [...source.parts.map((part) => readStep(before.provider, part)), judgeStep] : [unsetStep(before.provider)]
      return { generation: row.generation, steps, scope, momentary: true, result: async () => ({ catalogue: version.id, changed: scope.verdict?.changed ?? 0, kept: scope.verdict?.kept.length ?? 0 }) }
    },

    async record(tx, id, { scope: { before, source, parts, version, verdict } }, outcome) {
      await tx.update(catalogues).set({ wakeAt: nextRefresh(outcome, settings) }).where(eq(catalogues.id, id))
      if (!verdict) return
      const { next, reasons, kept, found, changed } = verdict
      const digest = createHash('sha256')
      for (const [name, { prices }] of parts) digest.update(JSON.stringify([name, ...prices]))
      await tx.insert(catalogueVersions).values({
        id: version.id, provider: before.provider, state: next ? 'applied' : 'rejected', asOf: version.asOf, source: source.name, digest: digest.digest('hex'), found, changed,
        reasons, kept: kept.slice(0, mostKept), keptCount: kept.length, catalogue: next as Record<string, unknown> | null, createdAt: outcome.now,
      }).onConflictDoNothing()
      await recordEvent(tx, { tenantId: platformTenantId, type: next ? 'catalogue.applied' : 'catalogue.rejected', subject: version.id, data: { provider: before.provider, version: version.id, changed, kept: kept.length, reasons } })
      if (next) await tx.execute(sql`select pg_notify(${catalogueChannel}, ${version.id})`)
    },
  }
}

/** A list that was read is read again when it is due, whatever came of it; one that was not, soon. */
function nextRefresh({ now, result, attempt }: PassOutcome, { everyDays }: PriceSettings): Date | null {
  if (result.outcome === 'refused' && result.problem.retryable && (everyDays > 0 || attempt > 0)) return new Date(now.getTime() + Math.min(againMs, 60_000 * 2 ** Math.min(attempt, 6)))
  return everyDays === 0 ? null : new Date(now.getTime() + everyDays * dayMs)
}

const readStep = (provider: string, { name, read }: PriceSource['parts'][number]): Step<PriceScope> => ({
  name: `read prices of ${name}`, condition: 'PricesRead',
  async observe({ parts, foreign }) {
    const figures = parts.get(name)
    if (foreign) return inSync('left out')
    return figures ? inSync(`${figures.size} prices`) : drifted('not read yet')
  },
  async act(scope, signal) {
    try {
      scope.parts.set(name, await read(signal))
    } catch (error) {
      if (error instanceof ForeignCurrency) scope.foreign = error
      else if (error instanceof Unreadable) throw new Problem('prices-unreadable', { provider, reason: `${name}: ${error.message}` })
      else throw error
    }
  },
})

const judgeStep: Step<PriceScope> = {
  name: 'hold them against what is known', condition: 'PricesRead',
  async observe(scope) {
    const { before, source, parts, foreign, version } = scope
    const all = new Figures()
    for (const figures of parts.values()) all.addAll(figures)
    scope.verdict = foreign ? { next: null, reasons: [foreign.message], kept: [], found: all.size, changed: 0 } : judge(before, all, { source: source.name, asOf: version.asOf, version: version.id })
    const { next, reasons, kept, changed, found } = scope.verdict
    if (!next) throw new Problem('prices-rejected', { provider: before.provider, reason: reasons.join('; '), version: version.id })
    return inSync(`${found} prices, ${changed} of them new, ${kept.length} left as they were`)
  },
}

const unsetStep = (provider: string): Step<PriceScope> => ({
  name: 'read prices', condition: 'PricesRead',
  async observe() { throw new Problem('prices-unset', { provider, setting: 'HUBFLEET_GOOGLE_API_KEY' }) },
})
