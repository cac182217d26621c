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
  /** Judges an address that a user gave, by the outgoing guard; one to be asked without TLS is refused where it is not of a network that the operator allowed. Throws `address-refused`. */
  guard(host: string, options?: { unencrypted?: boolean }): Promise<void>
  /** The https address by which clouds reach this server, and the issuer of its tokens. Null: no cloud can be asked to trust them. */
  publicUrl: string | null
}

/** Where charts come from. */
export interface Charts {
  /** The chart of a spec, fetched when it is new. Throws `chart-unknown`. Called outside of transactions: it may wait for the network. */
  find(chart: HubSpec['chart'], options: { sandbox: boolean }): Promise<ChartRow>
}

/** Now, for a tenant: a sandbox tenant's clock is ahead of the real one. */
export const tenantNow = (clock: Clock, tenant: Pick<TenantRow, 'clockOffsetMs'>): Date => new Date(clock.now().getTime() + tenant.clockOffsetMs)
