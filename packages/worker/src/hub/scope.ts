import { adminTokenOf, hubNames, renderValues, valuesHash, type HubSecrets, type RenderedValues } from '@hubfleet/core'
import { alias, charts, clusters, eq, hubs, open, platformScope, tenants, transaction, type ClusterRow, type Database, type HubRow, type HubStatus, type KeyRing, type TenantRow } from '@hubfleet/database'
import type { Chart, ClusterHandle, DesiredRelease, HubApi, HubRef, HubSite, Preflight, Remnant } from '@hubfleet/providers'
import { runsOpenShift, tenantNow, type Roll } from '@hubfleet/control'
import type { Clock } from '@hubfleet/core'
import type { Handles } from '../handles.ts'
import { openSite } from './site.ts'

export interface HubWorkerOptions {
  database: Database
  clock: Clock
  keyRing: KeyRing
  handles: Handles
  /** The archive of a chart by its digest; fetched again when this worker does not have it. */
  chartArchive(digest: string, signal: AbortSignal): Promise<Chart>
  /** Moves a hub to an image that was built for it, as an update does. */
  roll?(roll: Roll): Promise<void>
}

/** What the steps of one pass over a hub work with. `status` and the rest below it are what the pass learns. */
export interface HubScope {
  hub: HubRow
  tenant: TenantRow
  cluster: ClusterRow
  /** As far as it is known. */
  openShift: boolean
  /** What the chart asks of Kubernetes, e.g. `>=1.28.0-0`. */
  kubeVersion: string
  ref: HubRef
  site: HubSite
  secrets: HubSecrets
  database: Database
  /** By the clock that the cluster lives by. */
  now: Date
  preflight(signal: AbortSignal, options?: { fresh?: boolean }): Promise<Preflight>
  release(signal: AbortSignal): Promise<DesiredRelease>
  /** The chart values that are wanted. They hold secrets. */
  values: RenderedValues['values']
  wantedHash: string
  api(signal: AbortSignal): Promise<HubApi>
  /** What the image's registry has, as `ClusterHandle.image`. */
  image: ClusterHandle['image']
  roll(roll: Roll): Promise<void>
  /** The same as an admin, for accounts and groups. */
  adminApi(signal: AbortSignal): Promise<HubApi>
  status: HubStatus & { teardown?: { found: Remnant[] } }
  /** What the DNS had for the hub's host, in this pass. */
  hostAddresses?: string[]
}

const unable = async (): Promise<never> => { throw new Error('This worker was not given how to move a hub') }

export async function openScope({ database, clock, keyRing, handles, chartArchive, roll = unable }: HubWorkerOptions, id: string): Promise<HubScope | null> {
  const rows = await transaction(database, platformScope, async (tx) => {
    const owner = alias(tenants, 'owner')
    const [row] = await tx.select({ hub: hubs, cluster: clusters, tenant: tenants, owner, kubeVersion: charts.kubeVersion }).from(hubs)
      .innerJoin(clusters, eq(clusters.id, hubs.clusterId)).innerJoin(tenants, eq(tenants.id, hubs.tenantId)).innerJoin(owner, eq(owner.id, clusters.tenantId)).innerJoin(charts, eq(charts.digest, hubs.chartDigest))
      .where(eq(hubs.id, id))
    return row
  })
  if (!rows || rows.hub.deletedAt) return null
  const { hub, cluster, tenant, owner, kubeVersion } = rows
  const ref = { id, name: hub.name, tenantId: tenant.id, ...hubNames(id) }
  const secrets = await open<HubSecrets>(keyRing, id, hub.secrets)
  const openShift = runsOpenShift(cluster)
  const { values } = renderValues({ hub: { id, tenantId: tenant.id }, spec: hub.spec, secrets, openShift })
  const wantedHash = valuesHash(values)
  const site = openSite(handles, cluster, ref)
  return {
    hub, tenant, cluster, openShift, kubeVersion, ref, secrets, database, values, wantedHash,
    site,
    now: handles.provider(cluster.provider).capabilities.virtualTime ? tenantNow(clock, owner) : clock.now(),
    preflight: (signal, options) => handles.preflight(cluster, signal, options),
    release: async (signal) => ({ chart: await chartArchive(hub.chartDigest, signal), values, valuesHash: wantedHash }),
    image: async (...of) => (await handles.get(cluster)).image(...of),
    roll,
    api: (signal) => site.api(secrets.apiToken, signal),
    adminApi: (signal) => site.api(adminTokenOf(secrets), signal),
    status: { ...hub.status, namespace: ref.namespace },
  }
}
