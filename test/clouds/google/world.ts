/** What there is in one project, and the time in it: nothing changes but by a call or by time that a test lets go by. */
import { createHash } from 'node:crypto'
import { cpuMetric, cpusOf, regions, zones } from './catalogue.ts'
import type { Message } from './messages.ts'

export const seconds = { create: 240, delete: 150, pool: 60, resize: 30, update: 20, upgradeMaster: 300, upgradeNode: 90, boot: 40, compute: 5, idle: 600 }

export interface Node { name: string; zone: string; bornAt: number; /** Somebody's server is on it. */ held?: boolean }
export interface Pool { message: Message; nodes: Node[] }
export interface Cluster { location: string; name: string; message: Message; pools: Map<string, Pool>; /** Says why it failed. */ failure?: string }
export interface Operation { name: string; type: string; status: 'RUNNING' | 'DONE' | 'ABORTING'; location: string; cluster: string; target: string; startedAt: number; endsAt: number; detail: string; error?: { code: number; message: string }; done(): void }
/** A disk, forwarding rule, … as Compute Engine has it. */
export interface Thing { kind: string; scope: string; body: Record<string, unknown>; /** Names of the machines in a group. */ members?: string[]; goneAt?: number }

export class World {
  readonly project = 'hub-fleet-test'
  readonly number = '123456789012'
  now = Date.parse('2026-03-02T08:00:00Z')
  readonly clusters = new Map<string, Cluster>()
  readonly operations: Operation[] = []
  things: Thing[] = []
  /** Limits of quotas that differ from the ones that suffice. */
  limits: Record<string, number> = {}
  /** Where clusters answer, and by which authority's certificate. */
  kubernetes = { endpoint: '203.0.113.7', certificateAuthorityData: Buffer.from('-----BEGIN CERTIFICATE-----').toString('base64') }
  /** Permissions that the caller does not have. */
  denied = new Set<string>()
  apis = new Set(['container.googleapis.com', 'compute.googleapis.com', 'file.googleapis.com', 'artifactregistry.googleapis.com', 'logging.googleapis.com'])
  billing: { enabled: boolean; account: string } = { enabled: true, account: 'billingAccounts/012345-6789AB-CDEF01' }
  lifecycle = 'ACTIVE'
  defaultAccount = true
  #count = 0

  advance(ms: number): void {
    const until = this.now + ms
    while (this.now < until) {
      this.now = Math.min(until, this.now + 1000)
      for (const operation of this.operations) if (operation.status !== 'DONE' && operation.endsAt <= this.now) this.#end(operation)
      this.things = this.things.filter(({ goneAt = Infinity }) => goneAt > this.now)
      for (const cluster of this.clusters.values()) if (!this.busy(cluster)) for (const pool of cluster.pools.values()) this.#shrink(pool)
    }
  }

  #end(operation: Operation): void {
    operation.status = 'DONE'
    if (!operation.error) operation.done()
  }

  /** The autoscaler takes away what stands empty; nobody asks for nodes here, so it adds none. */
  #shrink(pool: Pool): void {
    const autoscaling = pool.message['autoscaling'] as Message | null
    if (!autoscaling?.['enabled']) return
    const min = Number(autoscaling['totalMinNodeCount']) || Number(autoscaling['minNodeCount']) * (pool.message['locations'] as string[]).length
    while (pool.nodes.length > min) {
      const idle = pool.nodes.findLast(({ held, bornAt }) => !held && bornAt + seconds.idle * 1000 <= this.now)
      if (!idle) return
      pool.nodes.splice(pool.nodes.indexOf(idle), 1)
    }
  }

  keyOf = (location: string, name: string): string => `${location}/${name}`
  busy = (cluster: Cluster): Operation | undefined => this.operations.find(({ status, cluster: name, location }) => status !== 'DONE' && name === cluster.name && location === cluster.location)

  begin(operation: Pick<Operation, 'type' | 'location' | 'cluster' | 'detail' | 'done'> & { takes: number; pool?: string }): Operation {
    const { takes, pool, ...rest } = operation
    const began: Operation = {
      ...rest, name: `operation-${this.now}-${(++this.#count).toString(16).padStart(8, '0')}`, status: 'RUNNING', startedAt: this.now, endsAt: this.now + takes * 1000,
      target: `https://container.googleapis.com/v1/projects/${this.number}/locations/${operation.location}/clusters/${operation.cluster}${pool ? `/nodePools/${pool}` : ''}`,
    }
    this.operations.push(began)
    return began
  }

  isReady = ({ bornAt }: Node): boolean => bornAt + seconds.boot * 1000 <= this.now
  groupOf = (cluster: Cluster, pool: string, zone: string): string => `gke-${cluster.name.slice(0, 20)}-${pool.slice(0, 20)}-${hex(`${cluster.location}/${cluster.name}/${pool}/${zone}`, 8)}`

  /** So many nodes in each zone of the pool. */
  size(cluster: Cluster, pool: Pool, perZone: number): void {
    for (const zone of pool.message['locations'] as string[]) {
      const there = pool.nodes.filter((node) => node.zone === zone)
      pool.nodes = pool.nodes.filter((node) => node.zone !== zone || there.indexOf(node) < perZone)
      for (let i = there.length; i < perZone; i++) pool.nodes.push({ name: `${this.groupOf(cluster, String(pool.message['name']), zone)}-${(++this.#count).toString(36).padStart(4, '0')}`, zone, bornAt: this.now })
    }
  }

  nodes(): { cluster: Cluster; pool: Pool; node: Node }[] {
    return [...this.clusters.values()].flatMap((cluster) => [...cluster.pools.values()].flatMap((pool) => pool.nodes.map((node) => ({ cluster, pool, node }))))
  }

  quotas(region: string): { metric: string; limit: number; usage: number }[] {
    const usage: Record<string, number> = { CPUS: 0, N2_CPUS: 0, C2_CPUS: 0, PREEMPTIBLE_CPUS: 0, INSTANCES: 0, IN_USE_ADDRESSES: 0, SSD_TOTAL_GB: 0, DISKS_TOTAL_GB: 0 }
    for (const { pool } of this.nodes().filter(({ node: { zone } }) => regions[region]!.includes(zone))) {
      const { machineType, diskSizeGb } = pool.message['config'] as { machineType: string; diskSizeGb: number }
      usage[cpuMetric(machineType)]! += cpusOf(machineType)
      usage['INSTANCES']! += 1
      usage['IN_USE_ADDRESSES']! += 1
      usage['SSD_TOTAL_GB']! += diskSizeGb
    }
    const usual: Record<string, number> = { PREEMPTIBLE_CPUS: 0, INSTANCES: 6000, IN_USE_ADDRESSES: 575, SSD_TOTAL_GB: 40_000, DISKS_TOTAL_GB: 102_400 }
    return Object.entries(usage).map(([metric, used]) => ({ metric, limit: this.limits[metric] ?? usual[metric] ?? 2400, usage: used }))
  }

  /** What does not hold `nodes` more, in GKE's words; null when all do. */
  shortage(location: string, machineType: string, diskGb: number, nodes: number): string | null {
    const region = zones.includes(location) ? location.replace(/-[a-z]$/, '') : location
    const need: Record<string, number> = { [cpuMetric(machineType)]: cpusOf(machineType) * nodes, INSTANCES: nodes, IN_USE_ADDRESSES: nodes, SSD_TOTAL_GB: diskGb * nodes }
    const short = this.quotas(region).find(({ metric, limit, usage }) => usage + (need[metric] ?? 0) > limit && need[metric])
    if (!short) return null
    const free = short.limit - short.usage
    return `Insufficient regional quota to satisfy request: resource "${short.metric}": request requires '${need[short.metric]!.toFixed(1)}' and is short '${(need[short.metric]! - free).toFixed(1)}'. project has a quota of '${short.limit.toFixed(1)}' with '${free.toFixed(1)}' available. View and manage quotas at https://console.cloud.google.com/iam-admin/quotas?usage=USED&project=${this.project}.`
  }
}

const hex = (text: string, length: number): string => createHash('sha256').update(text).digest('hex').slice(0, length)
export const iso = (ms: number): string => new Date(ms).toISOString()
