import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { CullingRules } from '../../packages/core/src/hub/culling/culling.ts'
import type { JupyterHub } from './jupyterhub.ts'
import { python } from './programs.ts'

const execute = promisify(execFile)

/** One pass of the real jupyterhub-idle-culler with the token of `service`, at `now` by its clock. What goes wrong with one user it only logs, and here it throws. */
export async function runIdleCuller(hub: JupyterHub, settings: CullingRules & { removeNamedServers?: boolean }, { service = 'hubfleet', now }: { service?: string; now?: Date } = {}): Promise<void> {
  const options = {
    inactive_limit: settings.timeoutSeconds,
    max_age: settings.maxAgeSeconds,
    cull_users: settings.users,
    cull_admin_users: settings.adminUsers,
    remove_named_servers: settings.removeNamedServers ?? false,
    cull_default_servers: settings.defaultServers ?? true,
    cull_named_servers: settings.namedServers ?? true,
  }
  const env = { ...process.env, JUPYTERHUB_API_TOKEN: hub.token(service) }
  const { stderr } = await execute(python('python'), [join(import.meta.dirname, 'idle-culler.py'), `${hub.url}/hub/api`, JSON.stringify(options), ...(now ? [now.toISOString()] : [])], { env })
  if (stderr.includes('Error processing')) throw new Error(stderr)
}
