import { Type } from 'typebox'
import { loadCluster } from '../clusters/cluster.ts'
import { rowHasCredit } from '../clusters/credit.ts'
import { clusterNow } from '../clusters/pricing.ts'
import { tenantNow } from '../control.ts'
import { loadHub } from '../hubs/hub.ts'
import { MoneySchema } from '../plan.ts'
import { loadTenant } from '../tenants/tenant.ts'
import { query } from '../verb.ts'
import { Nothing, TimeSchema } from '../wire.ts'
import { EstimateSchema } from './answer.ts'
import { estimateHub } from './hub-estimate.ts'
import { measuredCost } from './measured.ts'

const ExactMoneySchema = Type.Object({
  amount: Type.String({ description: 'Exact decimal, at most six places', examples: ['12.5'] }), currency: Type.String({ examples: ['USD'] }),
}, { $id: 'ExactMoney', additionalProperties: false })

const MeasuredSchema = Type.Object({
  from: TimeSchema, to: TimeSchema,
  hours: Type.Number({ description: 'From the first that was measured until the end of the last' }),
  gapHours: Type.Number({ description: 'So many of them were not seen: they are in no amount' }),
  total: ExactMoneySchema,
  perMonth: Type.Union([MoneySchema, Type.Null()], { description: 'In 730 hours at the pace of those that were seen; null where none was' }),
  components: Type.Array(Type.Object({
    name: Type.String(), amount: Type.Union([ExactMoneySchema, Type.Null()], { description: 'At list prices; null where no price is known of any of it' }), hours: Type.Number({ description: 'How long it was there, times how many' }),
  }, { $id: 'MeasuredComponent' }), { description: 'The dearest first; with its share of what serves the whole cluster' }),
  incomplete: Type.Array(Type.String(), { description: 'What is not in the amounts, in words' }),
}, { $id: 'MeasuredCost' })

export const getHubCost = query({
  noun: 'hub', verb: 'cost', summary: 'What a hub is expected to cost a month, beside what it has cost so far', description: 'What it has cost is measured hour by hour, and told once an hour is over; `cost report` splits it by day, user and more.', action: 'tenant:read',
  input: Nothing,
  answer: Type.Object({
    estimate: Type.Union([EstimateSchema, Type.Null()], { description: 'Null where no prices are known, as for a registered cluster of no cloud without prices of its own' }),
    measured: Type.Union([MeasuredSchema, Type.Null()], { description: 'Null until an hour of it was measured' }),
  }, { $id: 'HubCost' }),
  async run(context) {
    const { tx, control } = context
    const hub = await loadHub(context)
    const cluster = await loadCluster(context, hub.clusterId)
    const tenant = await loadTenant(tx, context.tenant.id)
    const now = tenantNow(control.clock, tenant)
    const at = clusterNow(control.clock, tenant, cluster)
    return { estimate: estimateHub(cluster, hub.spec, at, await rowHasCredit(tx, cluster, at)), measured: await measuredCost(tx, hub, now) }
  },
})
