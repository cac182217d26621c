import type { JsonObject } from '../../json.ts'
import { cullNoticeCode, cullWarningsFile, cullWarningsFolder } from './cull-notice-code.ts'
import { chartNames } from './culling.ts'
import type { HubCulling } from './culling-schema.ts'
import type { LiveFile } from '../live-file.ts'
import { prune } from '../merge.ts'
import { culledBy } from './own-culling.ts'
import type { HubSpec } from '../spec.ts'

export const warningsFile: LiveFile = { map: 'hubfleet-cull-warnings', folder: cullWarningsFolder, file: cullWarningsFile, codeName: 'zz-hubfleet-cull-warnings', code: cullNoticeCode }

/** The ConfigMap in which the warnings of a hub are. */
export const cullWarningsMap = warningsFile.map

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

/** That Hubfleet culls. */
export const ownCullingValues = ({ culling }: HubSpec): JsonObject => (culledBy(culling) === 'hubfleet' ? { custom: { hubfleet: { culledBy: 'hubfleet' } } } : {})

/** What shows warnings on the hub's pages; its code adds to settings of any other. */
export const cullingFiles = ({ culling }: HubSpec): LiveFile[] => (culledBy(culling) === 'hubfleet' && culling.warnAheadSeconds > 0 ? [warningsFile] : [])
