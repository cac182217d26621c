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
  const told = await run(given ?? 'helm', ['version', '--template', '{{.Version}}'], env)
  if (told === 'missing') return lacking('helm', `helm is not installed: ${given ? `${given} is not a program` : 'there is none on PATH'}`, how)
  if (told === 'fails') return lacking('helm', `${given ?? 'helm'} does not run`, how)
  const version = told.text.trim()
  const newEnough = isAtLeast(version, [helmMajor, 0])
  if (newEnough === null) return lacking('helm', `${given ?? 'helm'} is not helm: it tells no version`, how)
  return newEnough ? ok('helm', `helm ${version}`) : lacking('helm', `helm ${version} is too old: Hubfleet needs version ${helmMajor}`, how)
}

/** kubectl, which no command runs: people do, with what a register prints. */
export async function kubectlCheck({ env }: Pick<Io, 'env'>): Promise<Check> {
  const how = 'No command needs it; to apply what `hubfleet cluster register --print` shows, or to undo a registration, install it (https://kubernetes.io/docs/tasks/tools)'
  const told = await run('kubectl', ['version', '--client', '--output=json'], env)
  if (told === 'missing') return warn('kubectl', 'kubectl is not installed: there is none on PATH', how)
  const version = told === 'fails' ? undefined : /"gitVersion": *"([^"]+)"/.exec(told.text)?.[1]
  return version ? ok('kubectl', `kubectl ${version}`) : warn('kubectl', 'kubectl does not run', how)
}

export function nodeCheck(version: string): Check {
  const oldest = oldestNode.join('.')
  return isAtLeast(version, oldestNode) ? ok('node', `Node ${version}`) : fail('node', `Node ${version} is too old: this command line needs ${oldest}`, `Install Node ${oldest} or newer (https://nodejs.org)`)
}

/** What a program prints. `missing`: there is no such program. `fails`: it ends with an error, or not in time. */
async function run(program: string, args: string[], env: Io['env']): Promise<{ text: string } | 'missing' | 'fails'> {
  try {
    return { text: (await promisify(execFile)(program, args, { env, timeout: timeoutMs })).stdout }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'fails'
  }
}
