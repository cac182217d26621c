import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { KubernetesAccess, Manifest } from '@hubfleet/core'
import { Problem } from '@hubfleet/core'
import type { Chart } from './chart.ts'
import type { ClusterName } from './failures.ts'
import type { HelmRun } from './helm-failure.ts'
import { helmProblem, secretsOf } from './helm-failure.ts'
import { findHelm } from './helm-program.ts'
import { manifestsIn } from './manifests.ts'
import { kubeconfigOf } from './kubeconfig.ts'
import { releaseLabels } from './release-labels.ts'

export interface HelmOptions {
  name: ClusterName
  access: KubernetesAccess
  /** Path of helm 4; default: the one on PATH. */
  program?: string | undefined
  /** How long one hook may take; helm waits for hooks, and for nothing else. */
  hookTimeoutMinutes?: number
  /** After how long without a sign of life of this process helm is killed. Nobody may take over our work sooner than this plus a second. */
  heartbeatMs?: number
}

export interface Helm {
  /**
   * Installs or upgrades without waiting for pods. Values go in by standard input. Fields that others changed (the seats, scaled outside
   * of helm) are taken back: without that, helm would fail half way, the hub's Deployment applied and the rest not.
   */
  upgrade(release: { name: string; namespace: string; chart: Chart; values: Record<string, unknown>; valuesHash: string }, signal: AbortSignal): Promise<void>
  /** What an upgrade would apply, without its hooks, as this cluster's version and APIs shape it. Nothing changes. It holds secrets. */
  render(release: { name: string; namespace: string; chart: Chart; values: Record<string, unknown>; upgrade: boolean }, signal: AbortSignal): Promise<Manifest[]>
  /** What the last upgrade applied; throws where there is no release. It holds secrets. */
  manifests(release: { name: string; namespace: string }, signal: AbortSignal): Promise<Manifest[]>
  /** Nothing happens when there is no such release. Claims whose manifest says `helm.sh/resource-policy: keep` stay. */
  uninstall(release: { name: string; namespace: string }, signal: AbortSignal): Promise<void>
}

const guard = fileURLToPath(new URL('./helm-guard.mjs', import.meta.url))
const keptRevisions = 5
const graceMs = 3_000
/** helm's errors are short; more than this is a flood. */
const maxErrorLength = 64 * 1024

export function createHelm({ name, access, program, hookTimeoutMinutes = 10, heartbeatMs = 8_000 }: HelmOptions): Helm {
  const kubeconfig = JSON.stringify(kubeconfigOf(access))
  const timeout = ['--timeout', `${hookTimeoutMinutes}m`]

  async function run(what: Omit<HelmRun, 'name'>, args: string[], input: string, secrets: string[], signal: AbortSignal, output = false): Promise<string> {
    signal.throwIfAborted()
    const job = { program: findHelm(program), arguments: args, input, kubeconfig, env: proxyEnvironment(), heartbeatMs, graceMs, output }
    const { code, stdout, stderr } = await runGuarded(job, signal)
    if (code === 0) return stdout
    signal.throwIfAborted()
    if (code === 127) throw new Problem('helm-missing', { reason: stderr.trim() })
    throw helmProblem(stderr, { ...what, name }, secrets)
  }

  return {
    upgrade: async ({ name: release, namespace, chart, values, valuesHash }, signal) => void await run(
      { verb: 'upgrade', release, chart: `${chart.name} ${chart.version}` },
      ['upgrade', '--install', release, chart.path, '--namespace', namespace, '--values', '-', '--labels', releaseLabels({ valuesHash, chartDigest: chart.digest }),
        '--server-side=true', '--force-conflicts', '--history-max', String(keptRevisions), '--hide-notes', ...timeout],
      asciiControls(JSON.stringify(values)), secretsOf(values), signal,
    ),
    uninstall: async ({ name: release, namespace }, signal) => void await run(
      { verb: 'uninstall', release, chart: null },
      ['uninstall', release, '--namespace', namespace, '--ignore-not-found', ...timeout],
      '', [], signal,
    ),
    render: async ({ name: release, namespace, chart, values, upgrade }, signal) => manifestsIn(await run(
      { verb: 'template', release, chart: `${chart.name} ${chart.version}` },
      ['template', release, chart.path, '--namespace', namespace, '--values', '-', '--dry-run=server', '--no-hooks', ...(upgrade ? ['--is-upgrade'] : [])],
      asciiControls(JSON.stringify(values)), secretsOf(values), signal, true,
    ), namespace),
    manifests: async ({ name: release, namespace }, signal) => manifestsIn(await run(
      { verb: 'get', release, chart: null }, ['get', 'manifest', release, '--namespace', namespace], '', [], signal, true,
    ), namespace),
  }
}

/** JSON as YAML: helm's reader takes some characters, raw as JSON may have them, for the end of a line or for no text at all. */
const asciiControls = (json: string): string => json.replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

interface GuardJob { program: string; arguments: string[]; input: string; kubeconfig: string; env: Record<string, string>; heartbeatMs: number; graceMs: number; /** Whether what helm prints is wanted. */ output?: boolean }

/** Runs helm below its guard; resolves when both are gone. An aborted signal stops helm, gently at first. */
export async function runGuarded(job: GuardJob, signal: AbortSignal): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [guard], { stdio: ['pipe', 'pipe', 'pipe'] })
  // the guard may be gone while we still write; its exit tells
  child.stdin.on('error', () => {})
  child.stdin.write(`${JSON.stringify(job)}\n`)
  const heartbeat = setInterval(() => child.stdin.write('.'), job.heartbeatMs / 8)
  const stop = (): void => { child.stdin.write('!') }
  signal.addEventListener('abort', stop)
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr = (stderr + text).slice(-maxErrorLength) })
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
    return { code, stdout, stderr }
  } finally {
    clearInterval(heartbeat)
    signal.removeEventListener('abort', stop)
  }
}

/** helm gets nothing of our environment but how to get out. */
function proxyEnvironment(): Record<string, string> {
  const names = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'TMPDIR']
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}
