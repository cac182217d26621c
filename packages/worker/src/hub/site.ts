import { isProblem } from '@hubfleet/core'
import type { ClusterRow } from '@hubfleet/database'
import type { ClusterHandle, HubRef, HubSite } from '@hubfleet/providers'
import type { Handles } from '../handles.ts'

/**
 * The site of a hub, each of whose methods first waits for the cluster's handle, so that an unreachable cluster is the finding of whoever
 * needs it first; a failure of the cluster's casts doubt on its preflight.
 */
export function openSite(handles: Handles, cluster: ClusterRow, ref: HubRef): HubSite {
  let opened: Promise<ClusterHandle> | undefined
  return new Proxy({} as HubSite, {
    get: (_, method: keyof HubSite) => async (...args: unknown[]) => {
      try {
        const site = (await (opened ??= handles.get(cluster))).hub(ref)
        return await (site[method] as (...a: unknown[]) => unknown)(...args)
      } catch (error) {
        if (isProblem(error) && error.code.startsWith('cluster-')) handles.doubt(cluster)
        throw error
      }
    },
  })
}
