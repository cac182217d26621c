import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { program } from './programs.ts'

const execute = promisify(execFile)

/**
 * What helm and kubectl remember of a cluster lies beside its kubeconfig, and goes with it. By themselves they put it into the home of
 * whoever runs the tests, or where there is none, into the folder that they run in.
 */
export const cachesOf = (kubeconfig: string): Record<string, string> => ({ KUBECACHEDIR: join(dirname(kubeconfig), 'cache'), HELM_CACHE_HOME: join(dirname(kubeconfig), 'cache', 'helm') })

const options = (kubeconfig: string) => ({ maxBuffer: 64 << 20, env: { ...process.env, ...cachesOf(kubeconfig) } })

/** Runs kubectl and returns what it printed. */
export async function kubectl(kubeconfig: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute(program('kubectl'), [`--kubeconfig=${kubeconfig}`, ...args], options(kubeconfig))
  return stdout
}

/** Runs kubectl and returns all that it said, however it ended. */
export async function runKubectl(kubeconfig: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return execute(program('kubectl'), [`--kubeconfig=${kubeconfig}`, ...args], options(kubeconfig)).catch((error: unknown) => {
    if (typeof (error as { stderr?: unknown } | null)?.stderr !== 'string') throw error
    return error as { stdout: string; stderr: string }
  })
}

/** Applies objects server-side. */
export async function apply(kubeconfig: string, ...objects: object[]): Promise<void> {
  const run = execute(program('kubectl'), [`--kubeconfig=${kubeconfig}`, 'apply', '--server-side', '--filename=-'], options(kubeconfig))
  run.child.stdin?.end(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }))
  await run
}

/** One object, as the API has it; undefined when there is none. */
export async function getObject<T = Record<string, any>>(kubeconfig: string, namespace: string, kind: string, name: string): Promise<T | undefined> {
  const text = await kubectl(kubeconfig, 'get', kind, name, `--namespace=${namespace}`, '--ignore-not-found', '--output=json')
  return text ? JSON.parse(text) as T : undefined
}
