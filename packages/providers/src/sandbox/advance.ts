import { hubRuns } from './capacity.ts'
import { cullOnce, makeUpFor } from './culler.ts'
import { catchUp, durations } from './durations.ts'
import { beginVisit, findServer, giveUp, placeServers, removeServer, stopServer } from './servers.ts'
import { notedTimes } from './noted-times.ts'
import { emptyHub, hubsOf, type SandboxCluster, type SandboxHub } from './state.ts'
import { visitsBetween } from './students.ts'

interface Moment { at: number; happen(): void }

/**
 * Plays the cluster up to `now`, event by event. Going there in one step or in many gives the same, so a look need not store what it
 * played (except over gaps longer than `catchUp`, of which only the end is played by the students). A `now` in the past changes nothing.
 * `note` is told at each of `notedTimes`, when all that happened until then has happened.
 */
export function advance(cluster: SandboxCluster, now: number, note: (at: number) => void = () => {}): void {
  if (now <= cluster.at) return
  const times = notedTimes(cluster.at, now)
  const visits = studentMoments(cluster, Math.max(cluster.at, now - catchUp), now)
  for (let next = 0; ;) {
    const planned = visits[next]
    const due = nextMoment(cluster)
    const moment = due && (!planned || due.at <= planned.at) ? due : planned
    if (!moment || moment.at > now) break
    times.before(moment.at, note)
    if (moment === planned) next++
    moment.happen()
    placeServers(cluster, moment.at)
  }
  times.until(now, note)
  cluster.at = now
}

/** What the students of all hubs do in (from, to]. */
function studentMoments(cluster: SandboxCluster, from: number, to: number): Moment[] {
  const moments: Moment[] = []
  for (const [namespace, hub] of hubsOf(cluster)) {
    if (!hub.release || hub.release.settings.students.count === 0) continue
    const { students, namedServers } = hub.release.settings
    const add = (at: number, happen: () => void) => {
      if (at > from && at <= to) moments.push({ at, happen: () => { if (hubRuns(cluster, hub, at)) happen() } })
    }
    for (const visit of visitsBetween(hub.namespace?.hubId ?? namespace, students, namedServers, from, to)) {
      add(visit.start, () => beginVisit(hub, visit))
      if (visit.stops) {
        add(visit.end, () => {
          const server = findServer(hub, visit.user, visit.server)
          if (server?.visit.start === visit.start) stopServer(hub, server, visit.end)
        })
      }
    }
  }
  return moments.sort((a, b) => a.at - b.at)
}

/** What happens next by itself. */
function nextMoment(cluster: SandboxCluster): Moment | undefined {
  let first: Moment | undefined
  const offer = (at: number, happen: () => void) => {
    if (!first || at < first.at) first = { at, happen }
  }
  const { machines } = cluster
  if (machines?.goneAt) {
    offer(machines.goneAt, () => {
      cluster.machines = null
      cluster.hubs = {}
      cluster.left = machines.leaves ?? []
    })
  }
  for (const pool of Object.values(machines?.pools ?? {})) {
    const { bootedAt } = pool
    if (bootedAt === null) continue
    offer(bootedAt, () => {
      pool.ready = pool.wanted
      pool.bootedAt = null
      machines!.nodesSince ??= bootedAt
    })
  }
  for (const [namespace, hub] of hubsOf(cluster)) {
    if (hub.namespace?.goneAt) offer(hub.namespace.goneAt, () => emptyNamespace(cluster, namespace, hub))
    hubMoments(cluster, hub, offer)
  }
  return first
}

function hubMoments(cluster: SandboxCluster, hub: SandboxHub, offer: (at: number, happen: () => void) => void): void {
  for (const server of hub.servers) {
    if (server.goneAt !== null) offer(server.goneAt, () => removeServer(hub, server, server.goneAt!))
    else if (server.readyAt === null) {
      const givenUpAt = server.requestedAt + durations.serverStartTimeout
      offer(givenUpAt, () => giveUp(hub, server, givenUpAt))
    }
  }
  const { release, ownCulling } = hub
  if (release?.settings.culling.enabled) {
    const at = release.nextCullAt
    offer(at, () => {
      if (hubRuns(cluster, hub, at)) cullOnce(hub, at)
      else release.nextCullAt += release.settings.culling.everySeconds * 1000
    })
  } else if (release?.settings.culledByHubfleet && ownCulling) {
    const at = ownCulling.nextCullAt
    offer(at, () => {
      if (hubRuns(cluster, hub, at)) makeUpFor(hub, at)
      else ownCulling.nextCullAt += ownCulling.rules.everySeconds * 1000
    })
  }
}

/** All that was in the namespace goes with it; what lies outside of namespaces stays. */
function emptyNamespace(cluster: SandboxCluster, namespace: string, hub: SandboxHub): void {
  if (!hub.clusterObjects) {
    delete cluster.hubs[namespace]
    return
  }
  Object.assign(hub, { ...emptyHub(), clusterObjects: hub.clusterObjects })
}
