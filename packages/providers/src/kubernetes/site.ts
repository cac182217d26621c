import { createHubApi, fingerprintRelease, observeRelease, previewRelease, repairRelease } from '@hubfleet/cluster'
import type { HubApi, HubSite, Remnant } from '../provider.ts'
import { kubeconfig } from './kubeconfig.ts'
import { address } from './address.ts'
import { followBuild } from './build-log.ts'
import { buildBarred, buildLogs, buildsLeft, buildState, endBuilds, startBuild } from './builds.ts'
import { certificateTrouble } from './certificate-trouble.ts'
import { deleteClaims, homes, isDatabase, isHome } from './claims.ts'
import { cullWarnings, showCullWarnings } from './cull-warnings.ts'
import { freeze, frozen } from './freeze.ts'
import { databaseFull } from './database-full.ts'
import { fileShares, makeFileShares } from './file-shares.ts'
import { claims, growClaims } from './growth.ts'
import { logs } from './logs.ts'
import { createNamespace, deleteNamespace, namespaceState, podSecurity, requireOurs, setPodSecurity } from './namespace.ts'
import type { Place } from './place.ts'
import { endPull, pullState, startPull, tellStuckHook } from './puller.ts'
import { findRemnants, hooks } from './remnants.ts'
import { applyRoute, deleteRoute, readRoute } from './routes.ts'
import { seats, setSeats } from './seats.ts'
import { serverImages, serverJupyterhub } from './server-images.ts'
import { deleteUserPods, runningUserPods } from './users.ts'
import { workloads } from './workloads.ts'

/** One hub in a real cluster. Whatever changes something looks first whether the namespace is this hub's. */
export function hubSite(place: Place): HubSite {
  const { kubernetes, helm, hub } = place
  const release = { name: hub.release, namespace: hub.namespace }
  return {
    namespace: (signal) => namespaceState(place, signal),
    createNamespace: (signal, level) => createNamespace(place, signal, level),
    podSecurity: (signal) => podSecurity(place, signal),
    setPodSecurity: (level, signal) => setPodSecurity(place, level, signal),
    deleteNamespace: (signal) => deleteNamespace(place, signal),

    release: (signal) => observeRelease(kubernetes, release, signal),
    install: async (desired, signal) => {
      await requireOurs(place, signal)
      await helm.upgrade({ ...release, ...desired }, signal).catch((error: unknown) => tellStuckHook(place, error, signal))
    },
    preview: async (desired, secrets, signal) => {
      const { state } = await namespaceState(place, signal)
      if (state === 'foreign') await requireOurs(place, signal)
      return previewRelease(place, release, desired, { namespaced: state === 'ours', secrets }, signal)
    },
    fingerprints: (signal) => fingerprintRelease(place, release, signal),
    repair: async (signal) => {
      await requireOurs(place, signal)
      await repairRelease(kubernetes, helm, release, signal)
    },
    uninstall: async (signal) => {
      await requireOurs(place, signal)
      await helm.uninstall(release, signal)
    },

    hookLeftovers: async (signal) => (await hooks(place, signal)).map(({ remnant }) => remnant),
    sweepHooks: async (signal) => {
      await requireOurs(place, signal)
      for (const { remove } of await hooks(place, signal)) await remove?.(signal)
    },
    pull: (which, signal) => pullState(place, which, signal),
    startPull: (images, values, signal) => startPull(place, images, values, signal),
    endPull: (signal) => endPull(place, signal),

    commit: (repository, ref, login, signal) => place.git.commit(repository, ref, login, signal),
    buildBarred: async (job, signal) => {
      await requireOurs(place, signal)
      return buildBarred(place, job, signal)
    },
    startBuild: async (job, signal) => {
      await requireOurs(place, signal)
      await startBuild(place, job, signal)
    },
    build: (name, signal) => buildState(place, name, signal),
    buildLogs: (name, lines, signal) => buildLogs(place, name, lines, signal),
    followBuild: async (name, after, signal) => followBuild(place, name, after, signal),
    buildsLeft: (signal) => buildsLeft(place, signal),
    endBuilds: (signal) => endBuilds(place, signal),

    workloads: (signal) => workloads(place, signal),
    address: (exposure, signal) => address(place, exposure, signal),
    route: (signal) => readRoute(place, signal),
    applyRoute: (route, signal) => applyRoute(place, route, signal),
    deleteRoute: (signal) => deleteRoute(place, signal),
    resolve: place.outside.resolve,
    certificate: place.outside.certificate,
    login: place.outside.login,
    certificateTrouble: (host, https, signal) => certificateTrouble(place, host, https, signal),
    seats: (signal) => seats(place, signal),
    setSeats: (wanted, signal) => setSeats(place, wanted, signal),
    api: (token, signal) => hubApi(place, token, signal),

    frozen: (signal) => frozen(place, signal),
    freeze: (wanted, signal) => freeze(place, wanted, signal),

    cullWarnings: (signal) => cullWarnings(place, signal),
    showCullWarnings: (warnings, _rules, signal) => showCullWarnings(place, warnings, signal),

    kubeconfig: (options, signal) => kubeconfig(place, options, signal),
    logs: (of, signal) => logs(place, of, signal),

    serverImages: (signal) => serverImages(place, signal),
    serverJupyterhub: (pod, signal) => serverJupyterhub(place, pod, signal),

    userPods: (signal) => runningUserPods(place, signal),
    deleteUserPods: (signal) => deleteUserPods(place, signal),
    homes: (signal) => homes(place, signal),
    claims: (signal) => claims(place, signal),
    databaseFull: (signal) => databaseFull(place, signal),
    growClaims: (names, capacity, signal) => growClaims(place, names, capacity, signal),
    fileShares: (signal) => fileShares(place, signal),
    makeFileShares: (shares, signal) => makeFileShares(place, shares, signal),
    deleteHomes: (signal) => deleteClaims(place, isHome, signal),
    deleteHome: (names, signal) => deleteClaims(place, (claim) => isHome(claim) && names.includes(claim.metadata?.name ?? ''), signal),
    deleteDatabase: (signal) => deleteClaims(place, isDatabase, signal),
    remnants: async (signal) => (await findRemnants(place, signal)).map(({ remnant }) => remnant),
    sweep: (options, signal) => sweep(place, options, signal),
  }
}

async function sweep(place: Place, { keepHomes }: { keepHomes: boolean }, signal: AbortSignal): Promise<Remnant[]> {
  const removed: Remnant[] = []
  for (const { remnant, remove } of await findRemnants(place, signal)) {
    if (!remove || (keepHomes && remnant.holdsHome)) continue
    await remove(signal)
    removed.push(remnant)
  }
  return removed
}

/** By a port-forward to the hub itself, so that neither the proxy nor the hub's address has to work. */
async function hubApi({ kubernetes, forwards, hub: { namespace } }: Place, token: string, signal: AbortSignal): Promise<HubApi> {
  const deployment = await kubernetes.find(signal, ({ apps }, options) => apps.readNamespacedDeployment({ namespace, name: 'hub' }, options))
  const health = deployment?.spec?.template.spec?.containers[0]?.livenessProbe?.httpGet?.path ?? '/hub/health'
  const port = await forwards.open({ namespace, service: 'hub', port: 8081 })
  // the chart puts hub.baseUrl before the path of the probe as before all others
  return createHubApi({ baseUrl: `http://127.0.0.1:${port}${health.replace(/\/health$/, '')}/api`, token })
}
