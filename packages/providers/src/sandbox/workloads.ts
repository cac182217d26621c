import type { Workload } from '../provider.ts'
import { databaseBinds, databaseIsFull, podsReadyAt } from './capacity.ts'
import type { SandboxCluster, SandboxHub } from './state.ts'

/** The hub's own pods, by what makes them. */
export function workloadsOf(cluster: SandboxCluster, hub: SandboxHub, now: number): Workload[] {
  const { release } = hub
  if (!release || release.status === 'pending-install') return []
  const started = { hub: release.hubStartedAt, proxy: release.proxyStartedAt, ...(release.settings.userScheduler && { 'user-scheduler': release.schedulerStartedAt ?? release.proxyStartedAt }) }
  return Object.entries(started).map(([name, startedAt]): Workload => {
    const state = (ready: boolean, reason: string, since: number, failing = false): Workload => ({ kind: 'Deployment', name, ready, reason, since: new Date(since), failing })
    const refused = release.forbidden?.[name]
    if (refused) return state(false, refused, startedAt, true)
    const failure = name === 'hub' ? failureOf(cluster, hub) : null
    if (failure) return state(false, failure.reason, startedAt, failure.failing)
    const readyAt = podsReadyAt(cluster, hub, startedAt)
    if (readyAt === null) return state(false, 'Pending: there is no node', startedAt)
    return now < readyAt ? state(false, 'ContainerCreating', startedAt) : state(true, '', readyAt)
  })
}

function failureOf(cluster: SandboxCluster, hub: SandboxHub): { reason: string; failing: boolean } | null {
  const { misbehave, database } = hub
  if (misbehave.includes('sandbox-image-pull-error')) return { reason: 'ImagePullBackOff: the image of the hub cannot be pulled (sandbox-image-pull-error)', failing: true }
  if (misbehave.includes('sandbox-crash-loop')) return { reason: 'CrashLoopBackOff: the hub ends right after its start (sandbox-crash-loop)', failing: true }
  if (databaseIsFull(hub)) return { reason: 'hub crashed 5 times (last: Error, exit code 1) (sandbox-database-full)', failing: true }
  if (database && !databaseBinds(cluster, database)) return { reason: 'Pending: the claim hub-db-dir is not bound, there is no such StorageClass', failing: false }
  return null
}
