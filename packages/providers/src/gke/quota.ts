import type { PoolSpec } from '@hubfleet/core'
import type { Shortfall, WantedMachines } from '../machines.ts'
import { zonesOfPools } from './cluster.ts'
import { machineTypesNamed, projectQuotas, regionNamed, type Quota } from './compute.ts'
import type { Place } from './place.ts'
import { nodesThere } from './pools.ts'
import { quotaUrl } from './problems.ts'
import { perZone } from './requests.ts'

/** What of the wanted nodes the project's quotas do not hold. Quotas that the region does not tell of are not judged. */
export async function shortfalls(place: Place, wanted: WantedMachines, signal: AbortSignal): Promise<Shortfall[]> {
  const session = await place.session()
  const { zones, quotas } = await regionNamed(session, place.region, signal)
  const zonesOf = await zonesOfPools(place, session, signal)
  const there = await nodesThere(place, session, signal)
  const more = place.pools.map((pool): [PoolSpec, number] => {
    const count = zonesOf(pool.name).length
    return [pool, Math.max(0, perZone(wanted.nodes[pool.name] ?? 0, count) * count - (there[pool.name] ?? 0))]
  }).filter(([, nodes]) => nodes > 0)
  if (more.length === 0) return []
  const [types, ofProject] = await Promise.all([machineTypesNamed(session, more.map(([{ machineType }]) => machineType), zones, signal), projectQuotas(session, signal)])
  const need = new Map<string, number>()
  const add = (metric: string, amount: number) => need.set(metric, (need.get(metric) ?? 0) + amount)
  for (const [pool, nodes] of more) {
    const cpus = nodes * types.get(pool.machineType)!.cpus
    add(cpuMetric(pool, quotas), cpus)
    add('CPUS_ALL_REGIONS', cpus)
    add('INSTANCES', nodes)
    add('IN_USE_ADDRESSES', nodes)
    add('SSD_TOTAL_GB', nodes * (pool.diskGiB ?? 100))
  }
  const url = quotaUrl(session.project)
  const short = (location: string) => ({ metric, limit, usage }: Quota): Shortfall[] => {
    const amount = need.get(metric) ?? 0
    return amount > 0 && usage + amount > limit ? [{ what: metric, location, limit, used: usage, wanted: amount, unit: unitOf(metric), url }] : []
  }
  return [...quotas.flatMap(short(place.region)), ...ofProject.filter(({ metric }) => metric === 'CPUS_ALL_REGIONS').flatMap(short(`the project ${session.project}`))]
}

/** E2 and N1 share one quota, the other families have their own. Spot nodes have one of theirs where the project was given it, and else count as any. */
function cpuMetric({ machineType, spot = false }: PoolSpec, quotas: readonly Quota[]): string {
  if (spot && quotas.some(({ metric, limit }) => metric === 'PREEMPTIBLE_CPUS' && limit > 0)) return 'PREEMPTIBLE_CPUS'
  const family = machineType.slice(0, machineType.indexOf('-'))
  return ['e2', 'n1', 'f1', 'g1', 'custom'].includes(family) ? 'CPUS' : `${family.toUpperCase()}_CPUS`
}

const unitOf = (metric: string): string => (metric.includes('CPUS') ? 'vCPUs' : metric === 'SSD_TOTAL_GB' ? 'GB' : metric === 'INSTANCES' ? 'machines' : 'addresses')
