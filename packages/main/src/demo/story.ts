import { setTimeout } from 'node:timers/promises'
import type { Hubfleet, Operation } from '@hubfleet/sdk'
import { culledIn, say, showCost, showCulled, showHub, showPlan, showReport, showSavedPlan, showSecurity, stepPrinter, title } from './print.ts'

/** The cluster that demos live in: prices are the sandbox's own, and fictional. */
export const demoCluster = {
  name: 'campus', provider: 'sandbox' as const, region: 'sandbox-north',
  pools: [
    { name: 'core', purpose: 'core' as const, machineType: 'sandbox-medium', min: 1, max: 2 },
    { name: 'users', purpose: 'user' as const, machineType: 'sandbox-large', min: 1, max: 6 },
  ],
}

/** A first hub to try: one shared password, 40 simulated students. */
export const demoHub = {
  name: 'data8', cluster: 'campus',
  spec: {
    login: { type: 'dummy' as const, password: 'a-password-for-the-demo' },
    access: { allowAll: true, admins: ['teacher'] },
    memory: { guarantee: '1G', limit: '2G' },
    capacity: { maxServers: 60 },
    values: { custom: { sandbox: { students: 40 } } },
  },
}

const half = 1800
const hourMs = 3_600_000

/** The main job, from nothing to gone, as a script of a platform team would do it. `admin` is a platform admin's client. */
export async function tellStory(admin: Hubfleet, clientFor: (key: string) => Hubfleet): Promise<void> {
  title('A tenant and a key')
  const { name: tenant } = await admin.tenants.create({ name: 'data-science', displayName: 'Data Science 8', sandbox: true })
  const { key, prefix } = await admin.keys.create({ tenant }, { name: 'demo', role: 'admin' })
  const client = clientFor(key)
  say(`tenant ${tenant}, key ${prefix}…`)

  title('A cluster of its own')
  await client.clusters.create({ tenant }, demoCluster).wait({ onProgress: stepPrinter() })

  title('Plan a hub: what would be made, and what would it cost?')
  const wanted = { ...demoHub }
  const plan = await client.hubs.create({ tenant }, wanted, { validateOnly: true })
  showPlan(plan)

  title('Create it')
  const hub = { tenant, hub: 'data8' }
  const onProgress = stepPrinter()
  await client.hubs.create({ tenant }, { ...wanted, confirm: plan.confirmations.map((c) => c.confirmation) }).wait({ onProgress })
  showHub(await client.hubs.get(hub))

  title('How secure is it?')
  showSecurity(await client.hubs.security(hub))

  title('Students work for a day (virtual time)')
  const busiest = await liveThrough(client, tenant, 26)
  say(`at the busiest half-hour ${busiest} servers ran`)
  showHub(await client.hubs.get(hub))

  title('Change its configuration: a plan of more memory for each, made by a dry run in the cluster')
  const made = await client.hubs.plan(hub, { spec: { memory: { guarantee: '1536M', limit: '3G' } } }).wait()
  const saved = { tenant, plan: String(made.result!['planId']) }
  showSavedPlan(await client.plans.get(saved))
  title('Apply the plan: exactly that, or nothing')
  await client.plans.apply(saved, {}).wait({ onProgress })

  title('Scale it for a class: 30 warm seats on three nodes')
  const scale = { seats: 30, nodes: { pool: 'users', count: 3 } }
  showPlan(await client.hubs.scale(hub, scale, { validateOnly: true }))
  await client.hubs.scale(hub, scale).wait({ onProgress })
  showHub(await client.hubs.get(hub))
  title('… and back')
  await client.hubs.scale(hub, { seats: 0, nodes: null }).wait({ onProgress })

  title('Cull who has been idle for a quarter of an hour')
  showCulled(await cullSomebody(client, hub))

  title('Expected cost, beside what was measured')
  showCost(await measuredCost(client, hub))

  title('Delete it, keep the homes, and show that nothing else is left')
  showReport(await client.hubs.delete(hub, { homes: 'keep' }).wait({ onProgress: stepPrinter() }))
}

/** Half an hour at a time, looking each time, as the hub's own measuring does. Answers how many servers ran at most. */
async function liveThrough(client: Hubfleet, tenant: string, halfHours: number): Promise<number> {
  let most = 0
  for (let i = 0; i < halfHours; i++) most = Math.max(most, await advance(client, tenant))
  return most
}

/** Looks every half-hour of at most two days whether some have gone and left their servers running. */
async function cullSomebody(client: Hubfleet, hub: { tenant: string; hub: string }): Promise<Operation> {
  for (let i = 0; ; i++) {
    while ((await advance(client, hub.tenant)) === 0 && i < 96) i++
    const operation = await client.hubs.cull(hub, { timeoutSeconds: 900 }).wait()
    if (culledIn(operation).length > 0 || i >= 96) return operation
  }
}

/** Once every hour that is over is computed: one that still runs is due, and no other. */
async function measuredCost(client: Hubfleet, hub: { tenant: string; hub: string }) {
  const { now } = await client.tenants.get({ tenant: hub.tenant })
  for (;;) {
    const { due } = await client.costs.report({ tenant: hub.tenant })
    const cost = await client.hubs.cost(hub)
    if (due <= 1 && cost.measured && Date.parse(cost.measured.to) > Date.parse(now) - hourMs) return cost
    await setTimeout(200)
  }
}

/** Puts the clock forward and waits until the hub was looked at since. */
async function advance(client: Hubfleet, tenant: string): Promise<number> {
  const { now } = await client.tenants.advance({ tenant }, { seconds: half })
  for (;;) {
    const { status } = await client.hubs.get({ tenant, hub: 'data8' })
    if ((status.observedAt ?? '') >= now) return status.servers ?? 0
    await setTimeout(50)
  }
}
