import { isDeepStrictEqual } from 'node:util'
import { Problem } from '@hubfleet/core'
import type { HubRef, HubSite, Remnant } from '../provider.ts'
import { addressOf } from './address.ts'
import { hubApi } from './api.ts'
import { buildLogsOf, buildStateOf, followBuild, sandboxBuild, sandboxCommit } from './builds.ts'
import { databaseIsFull, readySeats } from './capacity.ts'
import { claimsOf, growHomes } from './claims.ts'
import { ownRules } from './culler.ts'
import { durations } from './durations.ts'
import { logsOf } from './logs.ts'
import { askLogin, certificateTrouble, resolveHost, shownCertificate } from './outside.ts'
import { fingerprintsOf, previewRelease } from './manifests.ts'
import { applyRoute, routeNow, type SandboxOpenShift } from './openshift.ts'
import { pullStateOf } from './pulls.ts'
import type { Reach } from './reach.ts'
import { hubRemnants, sortedHomes } from './remnants.ts'
import { installRelease, releaseModel, repairRelease, uninstallRelease } from './release.ts'
import { serverImagesOf, serverJupyterhubOf } from './server-images.ts'
import { removeServer } from './servers.ts'
import { claimName, emptyHub, podName, serverOfClaim, type SandboxCluster, type SandboxHub } from './state.ts'
import { workloadsOf } from './workloads.ts'

/** One hub's place in a sandbox cluster. Every write is refused in a namespace that is somebody else's. */
export function hubSite({ look, change }: Reach, clusterId: string, ref: HubRef, openShift: SandboxOpenShift | null = null): HubSite {
  const { namespace, release: releaseName } = ref
  const ours = (hub: SandboxHub) => hub.namespace === null || hub.namespace.hubId === ref.id
  const see = <T>(signal: AbortSignal, read: (hub: SandboxHub, now: number) => T) => look(signal, (cluster, now) => {
    const hub = cluster.hubs[namespace]
    return read(hub && ours(hub) ? hub : emptyHub(), now)
  })
  const nudge = <T>(signal: AbortSignal, act: (hub: SandboxHub, now: number, cluster: SandboxCluster) => T) => change(namespace, signal, (cluster, now) => {
    const hub = (cluster.hubs[namespace] ??= emptyHub())
    if (!ours(hub)) throw new Problem('namespace-foreign', { namespace })
    const result = act(hub, now, cluster)
    if (isDeepStrictEqual({ ...hub, misbehave: [], helmWasCut: false }, emptyHub())) delete cluster.hubs[namespace]
    return result
  })

  return {
    namespace: (signal) => look(signal, (cluster) => {
      const hub = cluster.hubs[namespace]
      if (!hub?.namespace) return { state: 'absent', reason: 'there is no such namespace' }
      if (!ours(hub)) return { state: 'foreign', reason: "it is not labelled as this hub's" }
      if (hub.namespace.goneAt === null) return { state: 'ours', reason: '' }
      return { state: 'terminating', reason: hub.misbehave.includes('sandbox-namespace-stuck') ? 'a finalizer holds it, as sandbox-namespace-stuck asks' : 'its content is being deleted' }
    }),
    createNamespace: (signal, podSecurity) => nudge(signal, (hub) => {
      if (hub.namespace?.goneAt) throw new Problem('namespace-stuck', { namespace, reason: 'a new one can be made when it is gone' })
      hub.namespace ??= { hubId: ref.id, goneAt: null, ...(podSecurity && { podSecurity }) }
    }),
    podSecurity: (signal) => see(signal, (hub) => hub.namespace?.podSecurity ?? null),
    setPodSecurity: (level, signal) => nudge(signal, ({ namespace: there }) => {
      if (!there) throw new Problem('provider-failed', { provider: 'sandbox', reason: `there is no namespace ${namespace}` })
      there.podSecurity = level
    }),
    deleteNamespace: (signal) => nudge(signal, deleteNamespace),

    release: (signal) => see(signal, (hub) => hub.release && releaseModel(hub.release)),
    install: (desired, signal) => nudge(signal, (hub, now, cluster) => installRelease(cluster, clusterId, hub, releaseName, desired, now, openShift)),
    preview: (desired, secrets, signal) => look(signal, (cluster) => {
      const hub = cluster.hubs[namespace]
      if (hub && !ours(hub)) throw new Problem('namespace-foreign', { namespace })
      return previewRelease(namespace, hub ?? emptyHub(), desired, secrets)
    }),
    fingerprints: (signal) => see(signal, (hub) => fingerprintsOf(namespace, hub.release)),
    repair: (signal) => nudge(signal, repairRelease),
    uninstall: (signal) => nudge(signal, uninstallRelease),

    // helm runs no hook here that could fail
    hookLeftovers: async () => [],
    sweepHooks: async () => {},
    pull: (which, signal) => look(signal, (cluster, now) => {
      const hub = cluster.hubs[namespace]
      return hub && ours(hub) ? pullStateOf(cluster, hub, which, now) : null
    }),
    startPull: (images, _values, signal) => nudge(signal, (hub, now) => {
      if (!isDeepStrictEqual(hub.pull?.images, images)) hub.pull = { images: [...images], startedAt: now }
    }),
    endPull: (signal) => nudge(signal, (hub) => { delete hub.pull }),

    commit: async (repository, ref, login) => sandboxCommit(repository, ref, login),
    buildBarred: (_job, signal) => see(signal, (hub) => (hub.misbehave.includes('sandbox-builds-barred') ? 'pods "build" is forbidden: violates PodSecurity "baseline:latest": seccompProfile (sandbox-builds-barred)' : null)),
    startBuild: (job, signal) => nudge(signal, (hub, now) => {
      if (hub.build?.name !== job.name) hub.build = sandboxBuild(job, now)
    }),
    build: (name, signal) => see(signal, (hub, now) => buildStateOf(hub, name, now)),
    buildLogs: (name, lines, signal) => see(signal, (hub, now) => buildLogsOf(hub, name, lines, now)),
    followBuild: async (name, after, signal) => followBuild(() => see(signal, (hub, now) => ({ logs: buildLogsOf(hub, name, Infinity, now), state: buildStateOf(hub, name, now) })), after, signal),
    buildsLeft: (signal) => see(signal, (hub) => hub.build !== undefined),
    endBuilds: (signal) => nudge(signal, (hub, now, cluster) => {
      const digest = hub.build && buildStateOf(hub, hub.build.name, now)?.digest
      if (hub.build && digest) cluster.pushed = { ...cluster.pushed, [hub.build.image]: digest }
      delete hub.build
    }),

    workloads: (signal) => look(signal, (cluster, now) => {
      const hub = cluster.hubs[namespace]
      return hub && ours(hub) ? workloadsOf(cluster, hub, now) : []
    }),
    address: (exposure, signal) => see(signal, (hub, now) => addressOf(hub, namespace, exposure, now, openShift)),
    route: (signal) => see(signal, (hub, now) => routeNow(hub, openShift, now)),
    applyRoute: (route, signal) => nudge(signal, (hub, now) => applyRoute(hub, openShift, route, clusterId, now)),
    deleteRoute: (signal) => nudge(signal, (hub) => { delete hub.route }),

    resolve: (host, signal) => see(signal, (hub, now) => resolveHost(hub, namespace, host, now, openShift)),
    certificate: (host, _addresses, signal) => see(signal, (hub, now) => shownCertificate(hub, namespace, host, now, openShift)),
    certificateTrouble: (_host, https, signal) => see(signal, (hub) => certificateTrouble(hub, https)),

    login: (probe, signal) => see(signal, (hub) => askLogin(hub, probe)),

    seats: (signal) => look(signal, (cluster, now) => {
      const hub = cluster.hubs[namespace]
      if (!hub?.release?.settings.placeholders || !ours(hub)) return null
      return { wanted: hub.release.seats, ready: readySeats(cluster, namespace, now) }
    }),
    setSeats: (seats, signal) => nudge(signal, ({ release }, now) => {
      if (!release?.settings.placeholders) throw new Problem('provider-failed', { provider: 'sandbox', reason: 'the release has no user-placeholder' })
      if (release.seats !== seats) Object.assign(release, { seats, seatsChangedAt: now })
    }),

    api: async (token, signal) => {
      const api = hubApi({ look, change }, ref, token)
      await api.info(signal)
      return api
    },

    frozen: (signal) => see(signal, (hub) => hub.freeze ?? null),
    freeze: (wanted, signal) => nudge(signal, (hub) => {
      if (wanted) hub.freeze = wanted
      else delete hub.freeze
    }),

    cullWarnings: (signal) => see(signal, (hub) => hub.ownCulling?.warnings ?? []),
    showCullWarnings: (warnings, rules, signal) => nudge(signal, (hub, now) => {
      if (!hub.release) return
      hub.ownCulling = { warnings: [...warnings], rules: ownRules(rules), nextCullAt: Math.max(hub.ownCulling?.nextCullAt ?? now, now) }
    }),

    kubeconfig: async () => { throw new Problem('kubernetes-only', { what: 'A kubeconfig', cluster: 'the sandbox' }) },
    logs: (of, signal) => see(signal, (hub, now) => logsOf(hub, of, now)),

    serverImages: (signal) => look(signal, (cluster, now) => {
      const hub = cluster.hubs[namespace]
      return hub && ours(hub) ? serverImagesOf(cluster, hub, now) : []
    }),
    serverJupyterhub: (pod, signal) => see(signal, (hub, now) => serverJupyterhubOf(hub, pod, now)),

    userPods: (signal) => see(signal, (hub) => hub.servers.map((server) => podName(server.user, server.name))),
    deleteUserPods: (signal) => nudge(signal, (hub, now) => { for (const server of hub.servers) removeServer(hub, server, now) }),
    homes: (signal) => see(signal, (hub) => sortedHomes(hub).map(([name, home]) => ({ name, ...home, server: serverOfClaim(name, home.user), going: false }))),
    databaseFull: (signal) => see(signal, (hub) => (hub.release ? databaseIsFull(hub) : null)),
    claims: (signal) => look(signal, (cluster) => {
      const hub = cluster.hubs[namespace]
      return hub && ours(hub) ? claimsOf(cluster, hub) : []
    }),
    growClaims: (names, capacity, signal) => nudge(signal, (hub) => growHomes(hub, names, capacity)),
    fileShares: (signal) => see(signal, (hub) => (hub.fileShares ?? []).map((claim) => ({ claim, bound: true }))),
    makeFileShares: (shares, signal) => nudge(signal, (hub) => {
      hub.fileShares = [...new Set([...hub.fileShares ?? [], ...shares.map(({ claim }) => claim)])]
    }),
    deleteHomes: (signal) => nudge(signal, (hub) => deleteHomes(hub)),
    deleteHome: (names, signal) => nudge(signal, (hub) => deleteHomes(hub, (claim) => names.includes(claim))),
    deleteDatabase: (signal) => nudge(signal, deleteDatabase),
    remnants: (signal) => see(signal, (hub) => hubRemnants(namespace, hub)),
    sweep: ({ keepHomes }, signal) => nudge(signal, (hub, now) => {
      if (hub.namespace?.goneAt) return []
      const before = hubRemnants(namespace, hub)
      uninstallRelease(hub)
      for (const server of hub.servers) removeServer(hub, server, now)
      deleteDatabase(hub)
      hub.certificate = false
      delete hub.pull
      delete hub.route
      delete hub.build
      delete hub.fileShares
      delete hub.ownCulling
      delete hub.freeze
      if (!keepHomes) {
        deleteHomes(hub)
        if (hub.namespace) deleteNamespace(hub, now)
      }
      const left = new Set(hubRemnants(namespace, hub).map(keyOf))
      return before.filter((remnant) => !left.has(keyOf(remnant)) || (remnant.kind === 'Namespace' && !keepHomes))
    }),
  }
}

const keyOf = ({ kind, name }: Remnant): string => `${kind}/${name}`

/** Pods end at once; claims and the namespace itself go a moment later. What the release has outside of the namespace stays. */
function deleteNamespace(hub: SandboxHub, now: number): void {
  if (!hub.namespace || hub.namespace.goneAt) return
  hub.namespace.goneAt = now + (hub.misbehave.includes('sandbox-namespace-stuck') ? durations.stuckNamespace : durations.namespaceDelete)
  hub.release = null
  delete hub.route
  hub.servers = []
}

/** A claim that a pod holds stays until the pod is gone. */
function deleteHomes(hub: SandboxHub, which: (claim: string) => boolean = () => true): void {
  const held = new Set(hub.servers.map((server) => claimName(server.user, server.name)))
  for (const claim of Object.keys(hub.homes)) if (which(claim) && !held.has(claim)) delete hub.homes[claim]
}

/** Without its database a hub knows none of the servers that run. */
function deleteDatabase(hub: SandboxHub): void {
  if (hub.release) return
  hub.database = null
  for (const server of hub.servers) server.orphan = true
}
