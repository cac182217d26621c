import type { CullingTimes } from '../demand/presence.ts'
import { Fleet, type FleetSettings, type ServerSize, type SimNode } from './fleet.ts'
import { Heap } from './heap.ts'
import { Integral } from './integral.ts'

/** A person is at work on a server from one moment to another, in seconds from the beginning; `kind` is an index of the hub's kinds of servers. */
export interface Visit {
  /** Whose server it is. */
  who: number
  kind: number
  from: number
  to: number
  /** The server is stopped then by its user, and not by the culler. */
  stop?: number
  /** It was the same server still, as it was measured, that the visit before was on. */
  goesOn?: boolean
  /** When the server started, where that was before the beginning: below zero. */
  since?: number
}

/** A kernel computes, which nobody but it notices: the culler goes by activity. */
export interface BusySpan { who: number; from: number; to: number }

export interface SimulatedPool extends FleetSettings {
  kinds: (ServerSize & { culling: CullingTimes | null })[]
  scaleDownSeconds: number
  /** Servers that may run at once. */
  concurrentLimit: number
}

export interface SimulationResult {
  /** Means of five minutes. Servers count from the moment they are asked for. */
  nodes: Float64Array
  servers: Float64Array
  /** At one moment. */
  peakNodes: number
  peakServers: number
  /** Servers that were started, without those that run from the beginning; and how many visits there was never room for. */
  starts: number
  refused: number
  /** How long each start that had to wait for a node did, in seconds, and when it began. */
  waits: { who: number; at: number; seconds: number }[]
  /** Moments at which a server was stopped whose kernel computed. */
  stoppedBusy: { who: number; at: number }[]
  /** Servers that were stopped and used again `backAt`: at the same moment where they were stopped at work, by age; later where, as measured, they had not been stopped. */
  missed: { who: number; at: number; backAt: number }[]
}

interface Server { who: number; kind: number; node: SimNode | null; askedAt: number; since: number; activeUntil: number; stop: number; version: number }
type Happening = { what: 'cull'; server: Server; version: number; aged: boolean } | { what: 'stop'; server: Server } | { what: 'empty'; node: SimNode; since: number }

export const stepSeconds = 300

/**
 * Plays what people do on a pool of nodes, event by event: servers start, wait for nodes, are found idle by the culler's rounds, and nodes go once
 * nobody has needed them for a while. `visits` come in order of their beginning. The same input gives the same answer.
 */
export function run(visits: readonly Visit[], busy: readonly BusySpan[], pool: SimulatedPool, seconds: number): SimulationResult {
  const [nodes, running] = [new Integral(seconds, stepSeconds), new Integral(seconds, stepSeconds)]
  const result = { peakNodes: 0, peakServers: 0, starts: 0, refused: 0, waits: [], stoppedBusy: [], missed: [] } as unknown as SimulationResult
  const happenings = new Heap<Happening>()
  const servers = new Map<number, Server>()
  const culled = new Map<number, number>()
  const busyOf = Map.groupBy(busy, ({ who }) => who)
  let queue: Server[] = []
  const fleet = new Fleet(pool, (at, change) => {
    nodes.add(at, change)
    result.peakNodes = Math.max(result.peakNodes, nodes.value)
  })

  for (const visit of visits) {
    if (visit.from >= seconds) break
    happenUntil(visit.from)
    come(visit)
  }
  happenUntil(seconds)
  nodes.until(seconds)
  running.until(seconds)
  // Whoever still waits at the end has waited until then.
  for (const { who, askedAt } of queue) result.waits.push({ who, at: askedAt, seconds: seconds - askedAt })
  return { ...result, nodes: nodes.steps, servers: running.steps }

  function come({ who, kind, from, to, stop = Infinity, goesOn = false, since = from }: Visit): void {
    let server = servers.get(who)
    if (!server) {
      const culledAt = culled.get(who)
      culled.delete(who)
      if (goesOn && culledAt !== undefined) result.missed.push({ who, at: culledAt, backAt: from })
      if (running.value >= pool.concurrentLimit) {
        result.refused++
        return
      }
      server = { who, kind, node: null, askedAt: from, since, activeUntil: to, stop, version: 0 }
      servers.set(who, server)
      running.add(from, 1)
      if (since === from) result.starts++
      result.peakServers = Math.max(result.peakServers, running.value)
      seat(from, server)
      ageOf(server)
    }
    server.activeUntil = Math.max(server.activeUntil, to)
    server.stop = stop
    server.version++
    if (stop < Infinity) happenings.push(Math.max(stop, from), { what: 'stop', server })
    const { culling } = pool.kinds[server.kind]!
    if (culling) happenings.push(round(Math.max(from, server.activeUntil + culling.timeoutSeconds), culling.everySeconds), { what: 'cull', server, version: server.version, aged: false })
  }

  function ageOf(server: Server): void {
    const { culling } = pool.kinds[server.kind]!
    if (culling?.maxAgeSeconds) happenings.push(round(Math.max(server.askedAt, server.since + culling.maxAgeSeconds), culling.everySeconds), { what: 'cull', server, version: 0, aged: true })
  }

  function seat(at: number, server: Server): boolean {
    const node = fleet.place(at, pool.kinds[server.kind]!, server.since < server.askedAt)
    if (!node) {
      if (at === server.askedAt) queue.push(server)
      return false
    }
    server.node = node
    const ready = Math.max(at, node.readyAt)
    if (ready > server.askedAt) result.waits.push({ who: server.who, at: server.askedAt, seconds: ready - server.askedAt })
    return true
  }

  /** In their order. Where there was no room for one kind, there is none for the next of it. */
  function seatWaiting(at: number): void {
    const full = new Set<number>()
    queue = queue.filter((waiting) => {
      if (full.has(waiting.kind)) return true
      const seated = seat(at, waiting)
      if (!seated) full.add(waiting.kind)
      return !seated
    })
  }

  function happenUntil(end: number): void {
    while (happenings.nextAt <= end) {
      const at = happenings.nextAt
      const next = happenings.pop()!
      if (next.what === 'empty') fleet.removeIfEmpty(at, next.node, next.since)
      else if (servers.get(next.server.who) !== next.server) continue
      else if (next.what === 'stop') { if (at >= next.server.stop) end_(at, next.server) }
      else if (next.aged || next.version === next.server.version) cull(at, next.server)
    }
  }

  function cull(at: number, server: Server): void {
    if (busyOf.get(server.who)?.some(({ from, to }) => from <= at && at < to)) result.stoppedBusy.push({ who: server.who, at })
    const rest = server.activeUntil
    end_(at, server)
    culled.set(server.who, at)
    // Whoever is stopped at work, by age, starts anew at once.
    if (rest > at) come({ who: server.who, kind: server.kind, from: at, to: rest, stop: server.stop, goesOn: true })
  }

  function end_(at: number, server: Server): void {
    servers.delete(server.who)
    running.add(at, -1)
    const { node } = server
    if (!node) {
      queue = queue.filter((other) => other !== server)
      result.refused++
      return
    }
    fleet.free(at, node, pool.kinds[server.kind]!)
    if (queue.length > 0) seatWaiting(at)
    if (node.servers === 0) happenings.push(at + pool.scaleDownSeconds, { what: 'empty', node, since: node.emptySince })
  }
}

/** The culler's next round at or after a moment. */
const round = (at: number, everySeconds: number): number => (everySeconds > 0 ? Math.ceil(at / everySeconds) * everySeconds : at)
