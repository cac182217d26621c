import type { Money } from '@hubfleet/core'
import type { Binding } from '../capacity/slots.ts'

export interface Estimate {
  /** Low and high differ in how many users are at work, how well nodes are packed and how often spot machines are had. */
  monthly: { low: Money; expected: Money; high: Money }
  /** Expected, per user and month; null without users. */
  perUser: Money | null
  term: { months: number; total: Money; perUser: Money | null } | null
  /** Of the expected amount. Known amounts add up to it exactly. */
  components: EstimateComponent[]
  /** What is due when nobody logs in, and what use adds. */
  fixed: Money
  variable: Money
  peakNodes: number
  peakServers: number
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

export type ComponentName =
  | 'control-plane' | 'core-nodes' | 'core-node-disks' | 'user-nodes-minimum' | 'user-nodes' | 'user-node-disks'
  | 'homes' | 'hub-disk' | 'load-balancers' | 'addresses' | 'egress' | 'extra'

export interface EstimateComponent {
  name: ComponentName
  /** The pool or the extra it is for, where there are several. */
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
  unserved: number
}
