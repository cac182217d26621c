import type { Clock, HubSpec } from '@hubfleet/core'
import type { ChartRow, Database, KeyRing, TenantRow } from '@hubfleet/database'
import type { Jobs } from '@hubfleet/engine'
import type { Live } from './live.ts'

/** What the verbs and queries stand on; built once by main. */
export interface Control {
  database: Database
  jobs: Jobs
  clock: Clock
  keyRing: KeyRing
  /** Signs cursors; any stable bytes shared by all servers. */
  cursorSecret: Uint8Array
  charts: Charts
  live: Live
  /** Judges an address that a user gave, by the outgoing guard. Throws `address-refused`. */
  guard(host: string): Promise<void>
}

/** Where charts come from. */
export interface Charts {
  /** The chart of a spec, fetched when it is new. Throws `chart-unknown`. Called outside of transactions: it may wait for the network. */
  find(chart: HubSpec['chart'], options: { sandbox: boolean }): Promise<ChartRow>
}

/** Now, for a tenant: a sandbox tenant's clock is ahead of the real one. */
export const tenantNow = (clock: Clock, tenant: Pick<TenantRow, 'clockOffsetMs'>): Date => new Date(clock.now().getTime() + tenant.clockOffsetMs)
