import { pricingOf } from '@hubfleet/control'
import { sumMicros, toMoney, type Money } from '@hubfleet/core'
import { billablePerMonth, priceBook, toMicros } from '@hubfleet/pricing'
import { billableKinds, type Billable } from '@hubfleet/providers'
import { isKept } from './dismantle.ts'
import type { ClusterScope } from './scope.ts'

/** What a cluster had in its cloud, kind by kind, and what a second look finds; names with the place where they are. In the form of a hub's report. */
export interface ClusterTeardownReport {
  kinds: { kind: string; how: string; found: string[]; done: string[]; kept: { name: string; sizeGiB: number | null }[]; left: string[]; /** Looks like it and is not proven to be: it was not touched. */ notOurs: string[] }[]
  keptMonthly: Money | null
  clean: boolean
}

export async function teardownReport(scope: ClusterScope): Promise<ClusterTeardownReport> {
  const found = scope.status.teardown?.found ?? []
  const now = await scope.machines().billables(AbortSignal.timeout(60_000))
  const there = new Set(now.map(({ id }) => id))
  const kept = now.filter((thing) => thing.ours && isKept(thing, scope.wanted))
  const left = now.filter((thing) => thing.ours && !isKept(thing, scope.wanted))
  const names = (things: readonly Billable[], kind: Billable['kind']): string[] => things.filter((thing) => thing.kind === kind).map(({ name, location }) => `${name} (${location})`)
  return {
    kinds: billableKinds.map((kind) => ({
      kind, how: 'all of the account that a mark of the cluster, or its name, leads to',
      found: names(found.filter(({ ours }) => ours), kind), done: names(found.filter(({ id, ours }) => ours && !there.has(id)), kind),
      kept: kept.filter((thing) => thing.kind === kind).map(({ name, sizeGiB = null }) => ({ name, sizeGiB })), left: names(left, kind), notOurs: names(now.filter(({ ours }) => !ours), kind),
    })).filter(({ found: were, kept: stay, left: still, notOurs }) => were.length + stay.length + still.length + notOurs.length > 0),
    keptMonthly: costOf(scope, kept),
    clean: left.length === 0,
  }
}

function costOf({ cluster }: ClusterScope, things: readonly Billable[]): Money | null {
  const pricing = pricingOf(cluster)
  const prices = pricing && priceBook(pricing)
  const each = things.map((thing) => prices && billablePerMonth(thing, prices))
  return each.includes(null) ? null : toMoney(sumMicros(each.map((usd) => toMicros(usd!))))
}
