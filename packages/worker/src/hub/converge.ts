import { dnsRecordOf, Problem, refusedBy } from '@hubfleet/core'
import { drifted, inSync, refused, waiting, type Step } from '@hubfleet/engine'
import type { Preflight } from '@hubfleet/providers'
import { certificateServed, dnsLeadsHere } from './exposure-steps.ts'
import { buildsWanted } from './build.ts'
import { hookLeftovers, imagesPulled, imagesUnderstood } from './image-steps.ts'
import { loginWorks } from './login-step.ts'
import { askedPullerWanted } from './prepull.ts'
import { routeMade } from './route-steps.ts'
import type { HubScope } from './scope.ts'
import { podSecurityEnforced, podSecurityLoosened, postureKept, wantedLevel } from './security-steps.ts'
import { claimedClasses, databaseDiskFits, databaseGrows, databaseHasRoom, fileSharesMade, fullDatabase, homesGrown } from './storage-steps.ts'

type HubStep = Step<HubScope>

/** The cluster answers, lets us work, and can hold what the hub needs. */
export const clusterReachable: HubStep = {
  name: 'cluster', condition: 'ClusterReachable',
  async observe(scope, signal) {
    const { cluster, preflight } = scope
    if (cluster.managed && cluster.observedGeneration === 0) return waiting(`the cluster ${cluster.name} is being made`, 5)
    const found = await preflight(signal)
    // its own pass notes it, and then hubs in it are made so
    if (found.platform.kind === 'openshift' && !scope.openShift) return waiting(`${cluster.name} turns out to be an OpenShift`, 5)
    // Nobody is refused for what may have been mended since it was found.
    const problem = unfit(scope, found) && unfit(scope, await preflight(signal, { fresh: true }))
    return problem ? refused(problem) : inSync(`${cluster.name} answers (Kubernetes ${found.version})`)
  },
}

/** Why a hub cannot live in a cluster; null when it can. */
function unfit({ cluster, hub, openShift, kubeVersion, values }: HubScope, found: Preflight): Problem | null {
  const { version, defaultStorageClass, storageClasses } = found
  const needed = /(\d+\.\d+)/.exec(kubeVersion)?.[1]
  if (needed && isOlder(version, needed)) return new Problem('kubernetes-too-old', { cluster: cluster.name, version, needed })
  const classes = claimedClasses(values)
  const unknown = classes.find((name) => name !== undefined && !storageClasses.some((each) => each.name === name))
  if (unknown) return new Problem('storage-class-unknown', { cluster: cluster.name, name: unknown, known: storageClasses.map((each) => each.name).join(', ') || 'none' })
  if (classes.includes(undefined) && !defaultStorageClass) return new Problem('storage-class-missing', { cluster: cluster.name })
  const [first, ...more] = refusedBy({ name: cluster.name, openShift, status: { platform: found.platform } }, hub.spec, values)
  return first ? new Problem('cluster-unfit', { cluster: cluster.name, first: `${first.pointer}: ${first.detail}` }, { errors: [first, ...more].map((field) => ({ ...field, pointer: `/spec${field.pointer}` })) }) : null
}

export const namespaceOurs: HubStep = {
  name: 'namespace', condition: 'ReleaseInSync',
  async observe({ site, ref }, signal) {
    const { state, reason } = await site.namespace(signal)
    if (state === 'ours') return inSync(ref.namespace)
    if (state === 'absent') return drifted(`${ref.namespace} is to be made`)
    if (state === 'foreign') return refused(new Problem('namespace-foreign', { namespace: ref.namespace }))
    return waiting(`${ref.namespace} is terminating: ${reason}`, 5)
  },
  act: (scope, signal) => scope.site.createNamespace(signal, wantedLevel(scope)),
}

/** helm is skipped when the chart's digest and the values' hash match the release. */
export const releaseInstalled: HubStep = {
  name: 'release', condition: 'ReleaseInSync',
  async observe({ site, hub, wantedHash }, signal) {
    const release = await site.release(signal)
    if (!release) return drifted('is to be installed')
    if (release.status !== 'deployed') return drifted(`revision ${release.revision} is ${release.status}`)
    if (release.chartDigest !== hub.chartDigest) return drifted('has another chart')
    if (release.valuesHash !== wantedHash) return drifted('has other values')
    return inSync(`chart ${hub.spec.chart.version}, revision ${release.revision}`)
  },
  async act({ site, release }, signal) {
    const current = await site.release(signal)
    if (current && /^(pending|uninstalling)/.test(current.status)) await site.repair(signal)
    await site.install(await release(signal), signal)
  },
}

export const podsReady: HubStep = {
  name: 'pods', condition: 'Ready',
  async observe(scope, signal) {
    const workloads = await scope.site.workloads(signal)
    const failing = workloads.find((w) => w.failing)
    const full = failing?.name === 'hub' ? await fullDatabase(scope, signal) : null
    if (full && await databaseGrows(scope, signal)) return waiting(`${full.message} ${full.nextStep}`, 5)
    if (failing) return refused(full ?? new Problem('pods-failing', { pod: failing.name, reason: failing.reason }))
    const pending = workloads.filter((w) => !w.ready)
    if (workloads.length === 0) return waiting('no pod was made yet', 1)
    if (pending.length > 0) return waiting(pending.map((w) => `${w.name}: ${w.reason}`).join('; '), 2)
    return inSync(`${workloads.length} ready`)
  },
}

export const addressPublished: HubStep = {
  name: 'address', condition: 'AddressReady',
  async observe({ site, hub, status }, signal) {
    const { exposure } = hub.spec
    const { address, reason } = await site.address(exposure, signal)
    if (!address) {
      Object.assign(status, { address: null, url: null, dnsRecord: null })
      return waiting(reason, 5)
    }
    const { host, https } = exposure
    status.address = address
    status.url = `${https ? 'https' : 'http'}://${host ?? address}`
    status.dnsRecord = dnsRecordOf(host, address)
    return inSync(status.dnsRecord ? `${address}; its DNS record is ${host} ${status.dnsRecord.type} ${address}` : status.url)
  },
}

/** JupyterHub itself answers, with our token of least scope. */
export const apiAnswers: HubStep = {
  name: 'jupyterhub', condition: 'Ready',
  async observe(scope, signal) {
    const { api, status } = scope
    const hub = await api(signal)
    const { version } = await hub.info(signal)
    status.jupyterhubVersion = version
    status.servers = (await hub.servers(signal)).length
    return inSync(`JupyterHub ${version} answers; ${status.servers} servers`)
  },
}

/** The nodes that the hub claimed; the cluster's own work gets them. */
export const nodesReady: HubStep = {
  name: 'nodes', condition: 'CapacityReady',
  async observe({ hub, cluster }) {
    const claim = hub.spec.capacity.nodes
    if (!claim) return inSync('none claimed')
    const pools = (cluster.status['pools'] ?? []) as { name: string; ready: number }[]
    const ready = pools.find((p) => p.name === claim.pool)?.ready ?? 0
    return ready >= claim.count ? inSync(`${ready} in the pool ${claim.pool}`) : waiting(`the pool ${claim.pool} has ${ready} of ${claim.count} nodes`, 2)
  },
}

/** Whether people may start servers; told to the hub as it runs. */
export const freezeTold: HubStep = {
  name: 'freeze', condition: 'CapacityReady',
  async observe({ site, hub: { freeze } }, signal) {
    const told = await site.frozen(signal)
    if ((told?.message ?? null) === (freeze?.message ?? null)) return inSync(freeze ? 'only admins may start servers' : 'servers may start')
    return drifted(freeze ? 'starts of servers are to be frozen' : 'servers are to be startable again')
  },
  act: ({ site, hub: { freeze } }, signal) => site.freeze(freeze && { message: freeze.message }, signal),
}

/** Seats change by the scale subresource: helm would restart the hub. */
export const seatsReady: HubStep = {
  name: 'seats', condition: 'CapacityReady',
  async observe({ site, hub, status }, signal) {
    const wanted = hub.spec.capacity.seats
    const seats = await site.seats(signal)
    status.seats = seats
    if (!seats) return wanted === 0 ? inSync('none') : refused(new Problem('unknown-value', { chart: hub.spec.chart.version, first: 'it has no placeholders (scheduling.userPlaceholder)' }))
    if (seats.wanted !== wanted) return drifted(`${seats.wanted} seats, ${wanted} wanted`)
    return seats.ready >= wanted ? inSync(`${seats.ready} warm`) : waiting(`${seats.ready} of ${wanted} seats are warm`, 5)
  },
  act: ({ site, hub }, signal) => site.setSeats(hub.spec.capacity.seats, signal),
}

export const running: readonly HubStep[] = [
  clusterReachable, namespaceOurs, podSecurityLoosened, fileSharesMade, databaseDiskFits, releaseInstalled, hookLeftovers, databaseHasRoom, podsReady, routeMade, addressPublished, apiAnswers, freezeTold,
  podSecurityEnforced, postureKept, dnsLeadsHere, certificateServed, loginWorks, homesGrown, imagesPulled, imagesUnderstood, askedPullerWanted, buildsWanted, nodesReady, seatsReady,
]

function isOlder(version: string, needed: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map((part) => Number.parseInt(part, 10))
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number)
  return major < neededMajor || (major === neededMajor && minor < neededMinor)
}
