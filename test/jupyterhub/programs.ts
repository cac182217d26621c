import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { testbed } from '../kubernetes/programs.ts'

const root = join(testbed, 'jupyterhub')

export const python = (name: 'jupyterhub' | 'python'): string => join(root, 'venv', 'bin', name)
/** Of nbgitpuller, which is an image's and not the hub's. */
export const gitpuller = process.env.HUBFLEET_TEST_GITPULLER ?? join(root, 'venv', 'bin', 'gitpuller')
export const configurableHttpProxy = join(root, 'proxy', 'node_modules', '.bin', 'configurable-http-proxy')

/** Why a test of a real JupyterHub cannot run here, for tap's `skip` option; false when it can. */
export function skipWithoutJupyterHub(): string | false {
  return !existsSync(join(root, 'built')) && `no JupyterHub in ${root}: run test/jupyterhub/build, or set HUBFLEET_TESTBED`
}
