import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Io } from '../io.ts'
import { fail, ok, warn, type Check } from './check.ts'
import { isAtLeast } from './version.ts'

const oldestNode = [20, 3] as const
const helmMajor = 4
const timeoutMs = 10_000

/**
 * helm, which only a worker runs. Its lack is a failure where HUBFLEET_ROLE or HUBFLEET_HELM shows that this machine is one, and a warning
 * elsewhere.
 */
export async function helmCheck({ env }: Pick<Io, 'env'>): Promise<Check> {
  const given = env['HUBFLEET_HELM'] || undefined
  const lacking = given !== undefined || ['all', 'worker'].includes(env['HUBFLEET_ROLE'] ?? '') ? fail : warn
  const how = 'Where Hubfleet runs with the role `all` or `worker`, install helm 4 or set HUBFLEET_HELM to its path (https://helm.sh/docs/intro/install); the role `api` and this command line need none'
  let version: string
  try {
    version = (await promisify(execFile)(given ?? 'helm', ['version', '--template', '{{.Version}}'], { env, timeout: timeoutMs })).stdout.trim()
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return lacking('helm', missing ? `helm is not installed: ${given ? `${given} is not a program` : 'there is none on PATH'}` : `${given ?? 'helm'} does not run`, how)
  }
  const newEnough = isAtLeast(version, [helmMajor, 0])
  if (newEnough === null) return lacking('helm', `${given ?? 'helm'} is not helm: it tells no version`, how)
  return newEnough ? ok('helm', `helm ${version}`) : lacking('helm', `helm ${version} is too old: Hubfleet needs version ${helmMajor}`, how)
}

export function nodeCheck(version: string): Check {
  const oldest = oldestNode.join('.')
  return isAtLeast(version, oldestNode) ? ok('node', `Node ${version}`) : fail('node', `Node ${version} is too old: this command line needs ${oldest}`, `Install Node ${oldest} or newer (https://nodejs.org)`)
}
