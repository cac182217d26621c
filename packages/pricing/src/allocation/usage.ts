import type { HubSample } from '@hubfleet/core'
import type { AllocationInput } from './input.ts'
import type { HubUsage, TenantUsage, Usage } from './output.ts'
import { gapSeconds, spansOf, type Span } from './spans.ts'

/** People, peaks and gaps of each hub and, over its hubs together, of each tenant; with hubId '' of the cluster itself. */
export function usageOf({ from, to, samples, hubs, cluster }: Pick<AllocationInput, 'from' | 'to' | 'samples' | 'hubs' | 'cluster'>): { hubs: HubUsage[]; tenants: TenantUsage[] } {
  const spans = spansOf(samples, from, to)
  const gaps = new Map(hubs.map((hub) => [hub.hubId, gapSeconds(hub, from, to, spans.filter(({ sample }) => sample.hubs.some(({ hubId }) => hubId === hub.hubId)))]))
  const usage = hubs.map(({ hubId }) => ({ hubId, ...peaksOf(spans, new Set([hubId])), gapSeconds: gaps.get(hubId)! }))
  const nobodys: HubUsage = { hubId: '', users: 0, peakServers: 0, peakNodes: Math.max(0, ...spans.map(({ sample }) => sample.nodes.length)), serverSeconds: 0, gapSeconds: gapSeconds(cluster, from, to, spans) }
  const tenants = [...new Set(hubs.map(({ tenantId }) => tenantId))].map((tenantId) => {
    const own = hubs.filter((hub) => hub.tenantId === tenantId).map(({ hubId }) => hubId)
    return { tenantId, ...peaksOf(spans, new Set(own)), gapSeconds: Math.max(...own.map((hubId) => gaps.get(hubId)!)) }
  })
  return { hubs: [nobodys, ...usage], tenants }
}

function peaksOf(spans: readonly Span[], hubs: ReadonlySet<string>): Omit<Usage, 'gapSeconds'> {
  const users = new Set<string>()
  let [peakServers, peakNodes, serverSeconds] = [0, 0, 0]
  for (const { from, to, sample } of spans) {
    const pods = sample.hubs.filter(({ hubId }) => hubs.has(hubId)).flatMap(({ pods }: HubSample) => pods)
    const servers = pods.filter(({ kind }) => kind === 'server')
    for (const { user } of servers) if (user !== null) users.add(user)
    peakServers = Math.max(peakServers, servers.length)
    peakNodes = Math.max(peakNodes, new Set(pods.map(({ node }) => node)).size)
    serverSeconds += (servers.length * (to - from)) / 1000
  }
  return { users: users.size, peakServers, peakNodes, serverSeconds }
}
