/** What metering would have seen of a generated cluster: people come and go, nodes with them, looks are missed, JupyterHubs do not answer. Made from a seed, so each run has the same. */
import type { ClusterSample, HubSample, NodeSample, PodSample, ServerSample } from '@hubfleet/core'

export interface GeneratedHub { hubId: string; users: number; pool: string; spot: boolean }

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const everyMs = 10 * minute
export const holdsSeconds = 1200
/** People who share a node. */
const perNode = 3

interface Stay extends ServerSample { hub: GeneratedHub; until: number; cpu: number }

/** In order. About one look in a hundred begins a gap of hours. */
export function* generateYear(seed: string, hubs: readonly GeneratedHub[], from: Date, to: Date): Generator<ClusterSample> {
  const chance = chances(seed)
  const stays = new Map<number, Stay[]>()
  let quietUntil = 0
  for (let at = from.getTime() + 3 * minute; at < to.getTime(); at += everyMs) {
    const today = Math.floor(at / day)
    for (const begins of [today, today - 1]) if (!stays.has(begins)) stays.set(begins, hubs.flatMap((hub) => staysOf(hub, begins * day, chance)))
    if (at >= quietUntil && chance() < 0.003) quietUntil = at + (0.5 + 4 * chance()) * hour
    if (at < quietUntil) continue
    const here = [today - 1, today].flatMap((begins) => stays.get(begins)!).filter(({ started, until }) => started.getTime() <= at && at < until)
    yield look(new Date(at + Math.floor(chance() * 30_000)), hubs, here, chance)
  }
}

/** Of one day of UTC; some go on into the next. */
function staysOf(hub: GeneratedHub, midnight: number, chance: () => number): Stay[] {
  return Array.from({ length: hub.users }, (_, n) => ({ n, comes: chance() < 0.5, start: midnight + Math.floor(chance() * day), length: (0.3 + 5 * chance()) * hour, named: chance() < 0.1, cpu: [0.5, 1, 2][n % 3]! }))
    .filter(({ comes }) => comes)
    .map(({ n, start, length, named, cpu }) => ({ hub, user: `user-${n}`, server: named ? 'second' : '', groups: n % 3 ? [`group-${n % 3}`] : [], started: new Date(start), lastActivity: null, ready: true, until: start + length, cpu }))
}

function look(at: Date, hubs: readonly GeneratedHub[], here: readonly Stay[], chance: () => number): ClusterSample {
  const machine = at.getUTCMonth() % 2 ? 'n1-standard-2' : 'n2-highmem-4'
  const size = { cpu: 3.9, memoryGiB: 26.5 }
  const nodes: NodeSample[] = [{ name: 'core-0', pool: 'core', purpose: 'core', machine: 'n1-standard-2', spot: false, ...size }]
  const placed = new Map<Stay, string>()
  for (const [pool, of] of Map.groupBy(here, ({ hub }) => hub.pool)) {
    of.forEach((stay, index) => placed.set(stay, `${pool}-${Math.floor(index / perNode)}`))
    // one node more than is needed, as an autoscaler has it for a while
    for (let index = 0; index <= Math.ceil(of.length / perNode); index++) nodes.push({ name: `${pool}-${index}`, pool, purpose: 'user', machine, spot: of[0]!.hub.spot, ...size })
  }
  const seen = hubs.filter(() => chance() > 0.004)
  return { at, holdsSeconds, nodes, hubs: seen.map((hub) => hubSample(hub, at, here.filter((stay) => stay.hub === hub), placed, chance)) }
}

function hubSample({ hubId, users }: GeneratedHub, at: Date, here: readonly Stay[], placed: ReadonlyMap<Stay, string>, chance: () => number): HubSample {
  const pods: PodSample[] = here.map((stay) => ({
    name: `jupyter-${stay.user}-${stay.server}`, kind: 'server', user: stay.user, server: stay.server, node: placed.get(stay)!, cpu: stay.cpu, memoryGiB: 4, used: chance() < 0.2 ? { cpu: stay.cpu * 1.5, memoryGiB: 2 } : null,
  }))
  pods.push({ name: `${hubId}-hub`, kind: 'hub', user: null, node: 'core-0', cpu: 0.25, memoryGiB: 1, used: null })
  if (here.length > 0) pods.push({ name: `${hubId}-seat`, kind: 'seat', user: null, node: placed.get(here[0]!)!, cpu: 0.5, memoryGiB: 4, used: null })
  const answers = chance() > 0.01
  return {
    hubId, pods, loadBalancers: 1, addresses: users % 2,
    claims: [...Array.from({ length: users }, (_, n) => ({ name: `claim-user-${n}`, kind: 'home' as const, user: `user-${n}`, gib: 10, storageClass: 'premium-rwo' })), { name: 'hub-db-dir', kind: 'database', user: null, gib: 1, storageClass: null }],
    servers: answers ? here.map(({ user, server, groups, started, ready }) => ({ user, server, groups, started, ready, lastActivity: new Date(Math.max(started.getTime(), at.getTime() - 4 * minute)) })) : null,
    users: answers ? users : null,
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chances(seed: string): () => number {
  let state = [...seed].reduce((all, letter) => Math.imul(all ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
