import { sumMicros, type Span } from '@hubfleet/core'
import type { Transaction } from '@hubfleet/database'
import { countDue } from '../costs/due.ts'
import { partsOf } from '../costs/parts.ts'
import { readSeries } from '../costs/rollups.ts'
import type { Scope } from '../costs/scope.ts'

/** What a hub cost in a span as it was measured, in micro-dollars and in the parts that a replay has. Null: nothing of it has a price. */
export interface MeasuredParts {
  /** On nodes of user pools: its servers and seats, what it had of their rest, and their disks. */
  nodes: bigint | null
  /** Of those nodes while nobody had anything on them; null where the cluster is another tenant's, who bears it. */
  unusedNodes: bigint | null
  /** All else, which the settings of a replay leave as it is. */
  rest: bigint | null
  unpricedHours: number
  /** Amounts in other currencies, which are in none of these. */
  otherCurrencies: string[]
  /** Some of it is being computed anew: nothing is told of the amounts until it is. */
  due: boolean
}

/** From months and days, of the hub and of what is nobody's in its cluster. `known`: the end of the last hour that was computed; the one that goes on is due always. */
export async function readMeasured(tx: Transaction, scope: Scope, { hubId, clusterId, pools, owns, currency }: { hubId: string; clusterId: string; pools: readonly string[]; owns: boolean; currency: string }, { known, ...span }: Span & { known: Date }): Promise<MeasuredParts> {
  if (await countDue(tx, scope, { from: span.from, to: known }) > 0) return { nodes: null, unusedNodes: null, rest: null, unpricedHours: 0, otherCurrencies: [], due: true }
  const found = await readSeries(tx, {
    whose: 'hub', by: ['hub', 'pool'], only: { hub_id: [hubId, ''], cluster_id: [clusterId] }, places: null, head: null, measures: new Set(['unpriced_seconds']),
  }, partsOf(scope, { finest: 'day', periods: [{ ...span, name: '' }] }))
  const own = found.filter((of) => of.currency === currency)
  const inPools = ([, pool]: (string | null)[]) => pools.includes(pool!)
  const sum = (which: (values: (string | null)[]) => boolean): bigint | null => {
    const known = own.filter(({ values }) => which(values)).flatMap(({ micros }) => micros.filter((one) => one !== null))
    return known.length === 0 && own.some(({ values }) => which(values)) ? null : sumMicros(known)
  }
  return {
    nodes: sum((values) => values[0] === hubId && inPools(values)), unusedNodes: owns ? sum((values) => values[0] === '' && inPools(values)) : null, rest: sum((values) => values[0] === hubId && !inPools(values)),
    unpricedHours: own.filter(({ values }) => values[0] === hubId).reduce((all, { unpricedSeconds }) => all + unpricedSeconds.reduce((some, one) => some + one, 0), 0) / 3600,
    due: false,
    otherCurrencies: [...new Set(found.filter((of) => of.currency !== currency && of.values[0] === hubId).map((of) => of.currency))],
  }
}
