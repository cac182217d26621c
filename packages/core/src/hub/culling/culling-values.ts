import type { JsonObject } from '../../json.ts'
import { valueAt } from '../../json.ts'
import { cullNoticeCode, cullWarningsFile, cullWarningsFolder } from './cull-notice-code.ts'
import { chartNames } from './culling.ts'
import type { HubCulling } from './culling-schema.ts'
import { prune } from '../merge.ts'
import { culledBy } from './own-culling.ts'
import type { HubSpec } from '../spec.ts'

/** The ConfigMap in which the warnings of a hub are. No change of it restarts the hub. */
export const cullWarningsMap = 'hubfleet-cull-warnings'

/**
 * `cull` of the chart. Where Hubfleet culls, the chart's culler is off and has no settings: then no change of them restarts the hub, which
 * has no part in it.
 */
export function cullValues(culling: HubCulling): JsonObject {
  if (culledBy(culling) === 'hubfleet') return { enabled: false }
  return Object.fromEntries(Object.entries(chartNames).map(([name, field]) => [name, culling[field]]))
}

/** `singleuser.extraFiles` of the chart: what people's servers do by themselves. Where the Jupyter server looks below the image's own settings and a person's. */
export function serverConfigFiles({ kernels, terminals, shutdownSeconds }: HubCulling): JsonObject {
  const data = prune({
    MappingKernelManager: kernels.timeoutSeconds > 0
      ? { cull_idle_timeout: kernels.timeoutSeconds, cull_interval: kernels.intervalSeconds, cull_connected: kernels.connected, cull_busy: kernels.busy } : undefined,
    TerminalManager: terminals.timeoutSeconds > 0 ? { cull_inactive_timeout: terminals.timeoutSeconds, cull_interval: terminals.intervalSeconds } : undefined,
    ServerApp: shutdownSeconds > 0 ? { shutdown_no_activity_timeout: shutdownSeconds } : undefined,
  })
  return Object.keys(data).length === 0 ? {} : { [serverConfigFile]: { mountPath: `/usr/local/etc/jupyter/${serverConfigFile}`, data } }
}

export const serverConfigFile = 'jupyter_server_config.json'

/** That Hubfleet culls, and what shows warnings on the hub's pages, over the values below; lists that are there already are kept, since helm would replace them. */
export function ownCullingValues({ culling }: HubSpec, below: JsonObject): JsonObject {
  if (culledBy(culling) !== 'hubfleet') return {}
  const custom = { hubfleet: { culledBy: 'hubfleet' } }
  if (culling.warnAheadSeconds === 0) return { custom }
  const listed = (key: string): unknown[] => {
    const there = valueAt(below, ['hub', key])
    return Array.isArray(there) ? there : []
  }
  return {
    custom,
    hub: {
      extraVolumes: [...listed('extraVolumes'), { name: cullWarningsMap, configMap: { name: cullWarningsMap, optional: true } }],
      extraVolumeMounts: [...listed('extraVolumeMounts'), { name: cullWarningsMap, mountPath: cullWarningsFolder, readOnly: true }],
      // run after any other extraConfig, whose settings it adds to
      extraConfig: { 'zz-hubfleet-cull-warnings': cullNoticeCode(`${cullWarningsFolder}/${cullWarningsFile}`) },
    },
  }
}
