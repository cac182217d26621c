import type { Money } from '@hubfleet/core'
import type { BusiestWeek } from './busiest-week.ts'
import type { Binding } from '../capacity/slots.ts'

export interface Estimate {
  method: 'closed-form' | 'simulation'
  /** Of a simulation. */
  seed: number | null
  /** Low and high differ in how many users are at work, how well nodes are packed and how often spot machines are had. */
  monthly: { low: Money; expected: Money; high: Money }
  /** Expected, per user and month; null without users. */
  perUser: Money | null
  /** Expected, per user and day on which he is there; null where nobody ever is. */
  perActiveDay: Money | null
  /** Of the calendar, or of so many `months`; `hours` of it, 730 a month or as many as were given. */
  term: { hours: number; months: number; low: Money; total: Money; high: Money; perUser: Money | null } | null
  /** Of the expected amount. Known amounts add up to it exactly. */
  components: EstimateComponent[]
  /** What is due when nobody logs in, and what use adds. */
  fixed: Money
  variable: Money
  peakNodes: number
  peakServers: number
  /** When most nodes run, first: `Monday 10:05`, or `2026-12-14 09:00` of a calendar with dates; null when they never change. */
  peakAt: string | null
  waits: Waits
  busiestWeek: BusiestWeek
  /** Of the first user pool: what stops one more user on a node. */
  binding: Binding
  slotsPerNode: number
  pools: PoolEstimate[]
  assumptions: string[]
  warnings: string[]
  /** What has no known price and is therefore missing from the amounts. */
  incomplete: string[]
  catalogue: { provider: string; version: string; asOf: string; fictional: boolean } | null
}

/** Who waits for a node to start. `atOnce` is how many at the worst moment, `perWeek` how many starts of a week; minutes are those of who waits. */
export interface Waits { atOnce: number; at: string | null; perWeek: number; minutes: { median: number; p95: number } | null }

export type ComponentName =
  | 'control-plane' | 'core-nodes' | 'core-node-disks' | 'user-nodes-minimum' | 'user-nodes' | 'user-node-disks'
  | 'homes' | 'hub-disk' | 'load-balancers' | 'addresses' | 'egress' | 'extra'

export interface EstimateComponent {
  name: ComponentName
  /** The pool, the type of users or the extra it is for, where there are several. */
  of: string | null
  kind: 'fixed' | 'variable'
  /** Null: the price is not known. */
  amount: Money | null
  quantity: number
  unit: 'node-hour' | 'hour' | 'home' | 'disk' | 'GiB' | 'month'
  detail: string
}

export interface PoolEstimate {
  name: string
  machine: string
  slotsPerNode: number
  binding: Binding
  strandedMemory: number
  strandedCpu: number
  peakNodes: number
  /** Expected, per month. */
  nodeHours: number
  /** The same of servers. */
  serverHours: number
  /** Servers that would find no room at the worst moment, as the pool is at its maximum. */
  unserved: number
  /** How each type of users fits by itself. */
  types: { name: string; slotsPerNode: number; binding: Binding }[]
}
