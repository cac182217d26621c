import { Type } from 'typebox'
import { microsOf, Problem, sumMicros, toMoney, type Money } from '@hubfleet/core'
import { billablePerMonth, priceBook, toMicros, type PriceBookInput } from '@hubfleet/pricing'
import type { LiveBillable } from '../live.ts'
import { MoneySchema } from '../plan.ts'
import { query } from '../verb.ts'
import { Nothing, OpenEnum } from '../wire.ts'
import { loadCluster } from './cluster.ts'
import { pricingOf } from './pricing.ts'

const NullableMoney = Type.Union([MoneySchema, Type.Null()])

export const BillableSchema = Type.Object({
  kind: OpenEnum(
    'cluster', 'machine', 'disk', 'snapshot', 'load-balancer', 'forwarding-rule', 'target-proxy', 'url-map', 'backend-service', 'endpoint-group', 'target-pool', 'target-group',
    'address', 'nat', 'network', 'image', 'log-bucket', 'file-share', 'other',
  ),
  id: Type.String({ description: 'The cloud\'s full name of it' }),
  name: Type.String(),
  location: Type.String(),
  ours: Type.Boolean({ description: 'Proven to be the cluster\'s. What is not is never touched: look at it yourself' }),
  known: Type.String({ description: 'What it is known by: the label, the tag, the name' }),
  machineType: Type.Optional(Type.String()),
  spot: Type.Optional(Type.Boolean()),
  sizeGiB: Type.Optional(Type.Number()),
  diskType: Type.Optional(Type.String()),
  holdsHome: Type.Optional(Type.Boolean({ description: 'May hold files of people' })),
  part: Type.Optional(Type.String({ description: 'The part of the cluster with which it goes; what has none was left, or made by what runs in the cluster' })),
  monthly: Type.Union([MoneySchema, Type.Null()], { description: 'By list price, without traffic; null where it is not known' }),
}, { $id: 'Billable' })

export const getClusterBillables = query({
  noun: 'cluster', verb: 'billables', summary: 'Everything of a managed cluster that bills in its cloud', action: 'tenant:read', input: Nothing,
  description: 'Asked of the cloud itself. A cluster that is deleted can be asked about by its id: nothing is there any more but what was kept on purpose.',
  answer: Type.Object({
    items: Type.Array(BillableSchema), monthly: NullableMoney, incomplete: Type.Array(Type.String(), { description: 'What is in no sum, for its price is not known' }),
  }, { $id: 'ClusterBillables' }),
  async run(context) {
    const cluster = await loadCluster(context, context.params.cluster!, { deleted: true })
    if (!cluster.managed) throw new Problem('managed-only', { what: 'A list of what bills in the cloud', cluster: cluster.name })
    return { id: cluster.id, pricing: pricingOf(cluster, context.control.clock.now()) }
  },
  async live(live, { id, pricing }) {
    const prices = pricing ? priceBook(pricing as PriceBookInput) : null
    const items = (await live.billables(id as string)).map((thing) => ({ ...thing, monthly: monthlyOf(thing, prices) }))
    const known = items.flatMap(({ ours, monthly }) => (ours && monthly ? [monthly] : []))
    return { items, monthly: prices ? sum(known) : null, incomplete: items.filter(({ ours, monthly }) => ours && !monthly).map(({ kind, name }) => `${kind} ${name}`) }
  },
})

function monthlyOf(thing: LiveBillable, prices: Parameters<typeof billablePerMonth>[1] | null): Money | null {
  const usd = prices && billablePerMonth(thing, prices)
  return usd === null ? null : toMoney(toMicros(usd))
}

const sum = (amounts: readonly Money[]): Money => toMoney(sumMicros(amounts.map(({ amount }) => microsOf(amount))))
