import { primaryGroup, type ClaimSample, type ClusterSample, type CostComponent, type HubSample, type NodeSample, type PodSample, type SharingRule } from '@hubfleet/core'
import type { AllocationInput } from './input.ts'
import { Ledger, type Part } from './ledger.ts'
import { nodeShares, partOf } from './node-shares.ts'
import type { Allocation } from './output.ts'
import { spansOf, type Span } from './spans.ts'

const componentOfPod: Record<PodSample['kind'], CostComponent> = { server: 'servers', seat: 'seats', build: 'builds', hub: 'core' }
const componentOfClaim: Record<ClaimSample['kind'], CostComponent> = { home: 'homes', database: 'hub-disk', other: 'other' }

/**
 * Who a cluster's cost of a period goes to. A pod bears its part of its node, by what it asked for or, where that is more, by what it used. What no pod took of a pool of
 * user nodes is `idle` and goes to hubs by what they asked for there; the rest of other nodes and the control plane by `sharedBy`; what has no taker to the owner. All of
 * it is judged moment by moment, so that a period costs each line what its parts cost it, to the micro-dollar that rounding moves; the sum is exact. Pure.
 */
export function allocate(input: AllocationInput): Allocation {
  const spans = spansOf(input.samples, input.from, input.to)
  const ledger = new Ledger()
  const unpriced = new Set<string>()
  const groups = new Groups(input)
  for (const span of spans) {
    groups.learn(span.sample)
    new Moment(span, input, ledger, unpriced, groups).book()
  }
  return { ...ledger.close(), unpriced: [...unpriced].sort() }
}

/** In which group somebody counts; as JupyterHub last told, when it does not answer. */
class Groups {
  readonly #order: Map<string, readonly string[]>
  readonly #known = new Map<string, string>()

  constructor({ hubs }: AllocationInput) { this.#order = new Map(hubs.map(({ hubId, groupOrder }) => [hubId, groupOrder])) }

  learn({ hubs }: ClusterSample): void {
    for (const { hubId, servers } of hubs) for (const { user, groups } of servers ?? []) this.#known.set(`${hubId}\0${user}`, primaryGroup(groups, this.#order.get(hubId) ?? []))
  }

  of(hubId: string, user: string | null): string { return (user !== null && this.#known.get(`${hubId}\0${user}`)) || '' }
}

/** What a cluster held in a span, and who bears it. */
class Moment {
  readonly #span: Span
  readonly #input: AllocationInput
  readonly #ledger: Ledger
  readonly #unpriced: Set<string>
  readonly #groups: Groups
  readonly #hubs: readonly HubSample[]
  readonly #seconds: number
  /** What hubs asked for in each pool, as parts of nodes. */
  readonly #asked = new Map<string, Map<string, number>>()
  /** Whom what serves the whole cluster goes to. */
  readonly #sharers: Map<string, number>

  constructor(span: Span, input: AllocationInput, ledger: Ledger, unpriced: Set<string>, groups: Groups) {
    this.#span = span
    this.#input = input
    this.#ledger = ledger
    this.#unpriced = unpriced
    this.#groups = groups
    this.#seconds = (span.to - span.from) / 1000
    const known = new Set(input.hubs.map(({ hubId }) => hubId))
    this.#hubs = span.sample.hubs.map((hub) => (known.has(hub.hubId) ? hub : { ...hub, hubId: '' })).sort((a, b) => (a.hubId < b.hubId ? -1 : 1))
    this.#sharers = sharersOf(this.#hubs.filter(({ hubId }) => hubId !== ''), input.sharedBy)
  }

  book(): void {
    this.#bookNodes()
    for (const { hubId, claims } of this.#hubs) for (const claim of claims) this.#bookClaim(hubId, claim)
    this.#bookCounted('load-balancers', ({ loadBalancers }) => loadBalancers, (count) => this.#input.prices.loadBalancers(count))
    this.#bookCounted('addresses', ({ addresses }) => addresses, (count) => { const price = this.#input.prices.address(); return price === null ? null : price * count })
    const { controlPlane } = this.#input
    if (controlPlane) this.#book('control-plane', 'the control plane', this.#input.prices.controlPlane(controlPlane.tier, controlPlane.credited), this.#split('control-plane', '', this.#sharers, 1))
  }

  #bookNodes(): void {
    const pods = new Map<string, { hubId: string; pod: PodSample }[]>()
    for (const { hubId, pods: ofHub } of this.#hubs) for (const pod of ofHub) pods.get(pod.node)?.push({ hubId, pod }) ?? pods.set(pod.node, [{ hubId, pod }])
    const nodes = [...this.#span.sample.nodes].sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const node of nodes) for (const { hubId, pod } of pods.get(node.name) ?? []) this.#note(node, hubId, pod)
    for (const node of nodes) {
      const here = (pods.get(node.name) ?? []).sort((a, b) => (a.pod.name < b.pod.name ? -1 : 1))
      pods.delete(node.name)
      this.#bookNode(node, here)
    }
    for (const [node, lost] of pods) this.#book(`node ${node}`, `the node ${node}, which was not seen`, null, lost.map(({ hubId, pod }) => this.#partOfPod(hubId, pod, '', 0)))
  }

  #bookNode(node: NodeSample, pods: readonly { hubId: string; pod: PodSample }[]): void {
    const { parts, idle } = nodeShares(node, pods.map(({ pod }) => pod))
    const left = { part: idle.part, coreSeconds: idle.cpu * this.#seconds, gibSeconds: idle.memoryGiB * this.#seconds }
    const component = node.purpose === 'user' ? 'idle' : 'core'
    const takers = node.purpose === 'user' ? this.#asked.get(node.pool) ?? new Map<string, number>() : this.#sharers
    const price = this.#input.prices.node(node)
    this.#book(`nodes ${node.pool}`, `nodes of ${node.machine || 'no known type'}${node.spot ? ' (spot)' : ''}`, price, [
      ...pods.map(({ hubId, pod }, index) => this.#partOfPod(hubId, pod, node.pool, parts[index]!)), ...this.#split(component, node.pool, takers, left.part, left),
    ])
    const disk = this.#input.bootDisk(node.pool)
    if (disk) this.#book(`node-disks ${node.pool}`, `boot disks of ${disk.storageClass ?? 'the default class'}`, this.#input.prices.disk(disk.storageClass, disk.gib), this.#split('node-disks', node.pool, takers, 1))
  }

  #note(node: NodeSample, hubId: string, pod: PodSample): void {
    if (hubId === '') return
    const asked = this.#asked.get(node.pool) ?? new Map<string, number>()
    this.#asked.set(node.pool, asked.set(hubId, (asked.get(hubId) ?? 0) + partOf(pod, { cpu: 1, memoryGiB: 1 })))
  }

  #partOfPod(hubId: string, pod: PodSample, pool: string, part: number): Part {
    const user = pod.kind === 'server' ? pod.user : null
    const account = { hubId, component: componentOfPod[pod.kind], pool, ...this.#person(hubId, user) }
    // Of what is told by nodes, so much of a node.
    return { account, weight: part, seconds: this.#seconds * (pod.kind === 'hub' ? part : 1), coreSeconds: pod.cpu * this.#seconds, gibSeconds: pod.memoryGiB * this.#seconds }
  }

  #bookClaim(hubId: string, { kind, user, gib, storageClass }: ClaimSample): void {
    const account = { hubId, component: componentOfClaim[kind], ...this.#person(hubId, user) }
    const price = this.#input.prices.disk(storageClass, gib)
    this.#book(`claim ${hubId} ${kind} ${user ?? ''}`, `disks of ${storageClass ?? 'the default class'}`, price, [{ account, weight: 1, seconds: this.#seconds, gibSeconds: gib * this.#seconds }])
  }

  #bookCounted(component: 'load-balancers' | 'addresses', countOf: (hub: HubSample) => number, priceOf: (count: number) => number | null): void {
    const having = this.#hubs.filter((hub) => countOf(hub) > 0)
    const count = having.reduce((sum, hub) => sum + countOf(hub), 0)
    if (count > 0) this.#book(component, component.replace('-', ' '), priceOf(count), having.map((hub) => ({ account: { hubId: hub.hubId, component }, weight: countOf(hub) / count, seconds: countOf(hub) * this.#seconds })))
  }

  /** Parts of a thing, of which so much is left to be shared. */
  #split(component: CostComponent, pool: string, takers: ReadonlyMap<string, number>, part: number, left: { coreSeconds: number; gibSeconds: number } = { coreSeconds: 0, gibSeconds: 0 }): Part[] {
    const all = [...takers].filter(([, weight]) => weight > 0)
    const sum = all.reduce((total, [, weight]) => total + weight, 0)
    const shares = sum > 0 ? all.map(([hubId, weight]) => [hubId, weight / sum] as const) : [['', 1] as const]
    return shares.map(([hubId, share]) => ({
      account: { hubId, component, pool }, weight: part * share, seconds: part * share * this.#seconds, coreSeconds: left.coreSeconds * share, gibSeconds: left.gibSeconds * share,
    }))
  }

  #person(hubId: string, user: string | null): { user: string; group: string } { return { user: user ?? '', group: this.#groups.of(hubId, user) } }

  #book(pot: string, what: string, perHour: number | null, parts: readonly Part[]): void {
    if (perHour === null) this.#unpriced.add(what)
    this.#ledger.book(pot, perHour, this.#span.from, this.#span.to, parts)
  }
}

/** By servers that run; while none does, all alike. */
function sharersOf(hubs: readonly HubSample[], rule: SharingRule): Map<string, number> {
  if (rule === 'owner') return new Map()
  const servers = new Map(hubs.map(({ hubId, pods }) => [hubId, pods.filter(({ kind }) => kind === 'server').length]))
  const alike = rule === 'equal' || [...servers.values()].every((count) => count === 0)
  return alike ? new Map(hubs.map(({ hubId }) => [hubId, 1])) : servers
}
