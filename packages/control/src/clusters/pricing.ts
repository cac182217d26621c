import { Type } from 'typebox'
import { cloudOfProvider, ClusterPricesSchema, firstChange, pricesAt, type ClusterPrices, type ClusterSpec, type Clock, type ProblemField } from '@hubfleet/core'
import { sql, type ClusterRow, type TenantRow, type Transaction } from '@hubfleet/database'
import { catalogueOf, oldPrices, type OwnMachine, type OwnPrices, type PriceBookInput } from '@hubfleet/pricing'
import { tenantNow } from '../control.ts'
import { observedOf } from '../fit/observed.ts'
import { placeOf, placeOfSpec, specOf } from './cluster.ts'

/**
 * What a cluster's things are priced by at a moment: its owner's own prices of that day, and for the rest the list prices of where it is. Null where there are neither. `at` is
 * by the clock that the cluster lives by.
 */
export function pricingOf(cluster: ClusterRow, at = new Date()): PriceBookInput | null {
  return pricing(specOf(cluster), placeOf(cluster), { ...shapesOfPools(specOf(cluster)), ...shapesOfNodes(cluster) }, at)
}

/** The same of a managed cluster that may not be there yet. */
export const pricingOfSpec = (spec: ClusterSpec, at: Date): PriceBookInput | null => pricing(spec, placeOfSpec(spec), shapesOfPools(spec), at)

function pricing(spec: ClusterSpec, place: { provider: string; region: string } | null, shapes: Record<string, OwnMachine>, at: Date): PriceBookInput | null {
  const held = pricesAt(spec.prices ?? [], at)
  if (!held) return place
  const { from, source, machines = [], disks = [], ...rates } = held
  const listed = place ? catalogueOf(place.provider)!.machines : {}
  const named = machines.map(({ name, ...prices }) => [name, { ...(Object.hasOwn(listed, name) ? {} : shapes[name]), ...prices }] as const)
  const ownPrices: OwnPrices = {
    ...rates, told: `The cluster has prices of its own, since ${from}${source === undefined ? '' : ` (${source})`}.`,
    machines: { ...Object.fromEntries(Object.entries(shapes).filter(([name]) => !Object.hasOwn(listed, name))), ...Object.fromEntries(named) },
    diskGiBMonth: Object.fromEntries(disks.map(({ storageClass, perGiBMonth }) => [storageClass, perGiBMonth])),
  }
  return { ...(place ?? { provider: 'own', region: spec.region ?? '' }), ownPrices }
}

/** A machine is as large wherever it is: so of a region without list prices too. */
function shapesOfPools({ provider, pools = [] }: ClusterSpec): Record<string, OwnMachine> {
  const machines = catalogueOf(cloudOfProvider(provider) ?? provider)?.machines ?? {}
  return Object.fromEntries(pools.flatMap(({ machineType }) => (Object.hasOwn(machines, machineType) ? [[machineType, { vcpu: machines[machineType]!.vcpu, memoryGiB: machines[machineType]!.memoryGiB }]] : [])))
}

/** Of a registered cluster its nodes show what its machines are. */
export const shapesOfNodes = (cluster: Pick<ClusterRow, 'status'>): Record<string, OwnMachine> =>
  Object.fromEntries(observedOf(cluster).nodeGroups.map(({ machineType, cpu, memoryBytes, size = { cpu, memoryBytes } }) => [machineType, { vcpu: size.cpu, memoryGiB: size.memoryBytes / 2 ** 30 }]))

/** The tier of the control plane that is paid for; null where none is. Who stops a cluster of Azure stops it too. Of a registered cluster one is paid for if the cloud runs it, which its name tells, or if its owner gave it a price. */
export function controlPlaneOf(cluster: ClusterRow, { provider, ownPrices }: PriceBookInput): string | null {
  const { channel, stopped } = specOf(cluster)
  if (cluster.provider === 'aks' && stopped) return null
  const usual = catalogueOf(provider)?.controlPlane.defaultTier ?? 'own'
  if (cluster.managed) return cluster.provider === 'aks' && channel === 'extended' ? 'premium' : usual
  const kind = (cluster.status['platform'] as { name?: unknown } | null | undefined)?.name
  return kind === 'GKE' || kind === 'EKS' || kind === 'AKS' || ownPrices?.controlPlaneHour !== undefined ? usual : null
}

export const BillingAccountInput = Type.String({ minLength: 1, maxLength: 100, examples: ['01A2B3-C4D5E6-F7A8B9'], description: 'Who pays for it, as the cloud names it. Of the zonal GKE clusters of one account the oldest has its monthly free credit; without an account none is counted' })

export const PricesInput = Type.Array(ClusterPricesSchema, { maxItems: 200, description: 'All versions of the owner\'s own prices; replaced whole, and what was measured since the first day that changed is computed anew' })

/** A sandbox lives by the clock of its tenant. */
export const clusterNow = (clock: Clock, tenant: Pick<TenantRow, 'clockOffsetMs'>, { provider }: { provider: string }): Date => (provider === 'sandbox' ? tenantNow(clock, tenant) : clock.now())

/** The warning of a plan whose cost is reckoned by old list prices. */
export const oldPricesOf = (pricing: PriceBookInput | null, now: Date): string[] => (pricing ? oldPrices(catalogueOf(pricing.provider), now) : [])

/** Of versions that do not go together. */
export const priceFaults = (versions: readonly ClusterPrices[]): ProblemField[] => versions.flatMap(({ from, vcpuHour, gibHour, machines = [], disks = [] }, index) => {
  const at = `/prices/${index}`
  const fault = (pointer: string, detail: string): ProblemField => ({ pointer: `${at}${pointer}`, code: 'contradiction', detail })
  const twice = (names: string[], field: string, key: string) => names.flatMap((name, place) => (names.indexOf(name) < place ? [fault(`/${field}/${place}/${key}`, `${name} is named twice`)] : []))
  return [
    ...(versions.findIndex((other) => other.from === from) < index ? [fault('/from', `other prices begin on ${from} too; give each version a day of its own`)] : []),
    ...((vcpuHour === undefined) !== (gibHour === undefined) ? [fault(vcpuHour === undefined ? '/vcpuHour' : '/gibHour', 'a node is priced by its vCPUs and its memory: give both vcpuHour and gibHour, or nodeHour')] : []),
    ...twice(machines.map(({ name }) => name), 'machines', 'name'), ...twice(disks.map(({ storageClass }) => storageClass), 'disks', 'storageClass'),
  ]
})

/**
 * What was measured since the first day on which other prices hold is to be computed anew, as far as its samples are still kept; what is older stays. The last that a transaction
 * does.
 */
export async function markRepriced(tx: Transaction, cluster: ClusterRow, after: ClusterSpec): Promise<void> {
  const from = firstChange(specOf(cluster).prices ?? [], after.prices ?? [])
  if (from === null) return
  const since = sql`greatest(${from}::date at time zone 'UTC', (select samples_from from meterings where cluster_id = ${cluster.id}))`
  await tx.execute(sql`delete from day_prices where cluster_id = ${cluster.id} and day >= date_trunc('day', ${since}, 'UTC')`)
  await tx.execute(sql`
    insert into rollups_due (grain, of_id, tenant_id, start)
    select 'hour', ${cluster.id}, ${cluster.tenantId}, start from (
      select start from usage_rollups where level = 'hub-hour' and tenant_id = ${cluster.tenantId} and cluster_id = ${cluster.id} and hub_id = '' and start >= ${since}
      union select start from rollups_due where grain = 'hour' and of_id = ${cluster.id} and start >= ${since}
    ) as touched order by start
    on conflict (grain, of_id, start) do update set version = rollups_due.version + 1`)
}
