import { Type } from 'typebox'
import { eq, runningIntervals } from '@hubfleet/database'
import { costOfRunning, priceBook, type RunningInterval } from '@hubfleet/pricing'
import { loadCluster, specOf } from '../clusters/cluster.ts'
import { tenantNow } from '../control.ts'
import { loadHub } from '../hubs/hub.ts'
import { MoneySchema } from '../plan.ts'
import { loadTenant } from '../tenants/tenant.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { EstimateSchema } from './answer.ts'
import { estimateHub, homeGiB, hubEstimateInput, serverOf } from './hub-estimate.ts'

export const getHubCost = query({
  noun: 'hub', verb: 'cost', summary: 'What a hub is expected to cost a month, beside what it has cost so far', action: 'tenant:read',
  input: Nothing,
  answer: Type.Object({
    estimate: Type.Union([EstimateSchema, Type.Null()], { description: 'Null where no prices are known, as for a registered cluster' }),
    measured: Type.Union([Type.Object({
      from: Type.String({ format: 'date-time' }), to: Type.String({ format: 'date-time' }), hours: Type.Number(), total: MoneySchema, perMonth: MoneySchema,
      components: Type.Array(Type.Object({ name: Type.String(), amount: MoneySchema, hours: Type.Number() }, { $id: 'MeasuredComponent' })), incomplete: Type.Array(Type.String()),
    }, { $id: 'MeasuredCost' }), Type.Null()]),
  }, { $id: 'HubCost' }),
  async run(context) {
    const { tx, control } = context
    const hub = await loadHub(context)
    const cluster = await loadCluster(context, hub.clusterId)
    const estimated = estimateHub(cluster, hub.spec)
    const input = hubEstimateInput(cluster, hub.spec)
    const machine = specOf(cluster).pools?.find((p) => p.purpose === 'user')?.machineType
    const rows = await tx.select().from(runningIntervals).where(eq(runningIntervals.hubId, hub.id))
    if (!input || !machine || rows.length === 0) return { estimate: estimated, measured: null }
    const now = tenantNow(control.clock, await loadTenant(tx, context.tenant.id))
    const server = serverOf(hub.spec)
    const intervals = rows.map(({ kind, quantity, from, to }): RunningInterval => {
      const span = { quantity, from, to: to ?? now }
      if (kind === 'server' || kind === 'seat') return { kind, machine, ...server, ...span }
      if (kind === 'home') return { kind, gib: homeGiB(hub.spec), storageClass: hub.spec.storage.storageClass ?? null, ...span }
      return { kind: kind as 'loadBalancer' | 'address', ...span }
    })
    const cost = costOfRunning(intervals, priceBook(input))
    const from = new Date(Math.min(...rows.map((r) => r.from.getTime())))
    const hours = Math.max((now.getTime() - from.getTime()) / 3_600_000, 1 / 60)
    const perMonth = { ...cost.total, amount: ((Number(cost.total.amount) / hours) * 730).toFixed(4) }
    return { estimate: estimated, measured: { from: from.toISOString(), to: now.toISOString(), hours, total: cost.total, perMonth, components: cost.components, incomplete: cost.incomplete } }
  },
})
