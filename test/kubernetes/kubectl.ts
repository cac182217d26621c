import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { program } from './programs.ts'

const execute = promisify(execFile)

/** Runs kubectl and returns what it printed. */
export async function kubectl(kubeconfig: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute(program('kubectl'), [`--kubeconfig=${kubeconfig}`, ...args], { maxBuffer: 64 << 20 })
  return stdout
}

/** Applies objects server-side. */
export async function apply(kubeconfig: string, ...objects: object[]): Promise<void> {
  const run = execute(program('kubectl'), [`--kubeconfig=${kubeconfig}`, 'apply', '--server-side', '--filename=-'])
  run.child.stdin?.end(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }))
  await run
}

/** One object, as the API has it; undefined when there is none. */
export async function getObject<T = Record<string, any>>(kubeconfig: string, namespace: string, kind: string, name: string): Promise<T | undefined> {
  const text = await kubectl(kubeconfig, 'get', kind, name, `--namespace=${namespace}`, '--ignore-not-found', '--output=json')
  return text ? JSON.parse(text) as T : undefined
}
