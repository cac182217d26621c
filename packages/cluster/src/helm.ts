import { Problem, type Manifest } from '@hubfleet/core'
import type { ClusterAccess } from './access.ts'
import type { Chart } from './chart.ts'
import { createCredentials, type Credentials, type ShownToken } from './credentials.ts'
import type { ClusterName } from './failures.ts'
import type { HelmRun } from './helm-failure.ts'
import { helmProblem, isUnauthorized, secretsOf } from './helm-failure.ts'
import { findHelm } from './helm-program.ts'
import { runGuarded, tokenFile } from './helm-run.ts'
import { manifestsIn } from './manifests.ts'
import { kubeconfigOf } from './kubeconfig.ts'
import { releaseLabels } from './release-labels.ts'

export interface HelmOptions {
  name: ClusterName
  access: ClusterAccess
  /** Those that the cluster's client has, so that both live by the same token. */
  credentials?: Credentials
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

const keptRevisions = 5
const graceMs = 3_000

export function createHelm({ name, access, credentials = createCredentials(access, name), program, hookTimeoutMinutes = 10, heartbeatMs = 8_000 }: HelmOptions): Helm {
  const timeout = ['--timeout', `${hookTimeoutMinutes}m`]

  async function run(what: Omit<HelmRun, 'name'>, args: string[], input: string, secrets: string[], signal: AbortSignal, output = false): Promise<string> {
    signal.throwIfAborted()
    const job = { program: findHelm(program), arguments: args, input, env: proxyEnvironment(), heartbeatMs, graceMs, output }
    // helm reads its token's file anew about every minute, so that each that is in it holds for longer
    let shown = await credentials.current(signal, { forMs: 75_000 })
    const token = shown.expiresAt && shown.token
    const kubeconfig = JSON.stringify(kubeconfigOf(access, token === null ? shown.token : { file: tokenFile }))
    const { code, stdout, stderr } = await runGuarded({ ...job, kubeconfig, token }, signal, (tell) => credentials.follow(shown, (next) => {
      shown = next
      tell(next.token ?? '')
    }))
    if (code === 0) return stdout
    signal.throwIfAborted()
    if (code === 127) throw new Problem('helm-missing', { reason: stderr.trim() })
    if (isUnauthorized(stderr)) await refused(shown, signal)
    throw helmProblem(stderr, { ...what, name }, [...secrets, ...passwordOf(access)])
  }

  /** Throws where a run with another token may fare better, and where there is none. */
  async function refused(shown: ShownToken, signal: AbortSignal): Promise<void> {
    if (!credentials.refused(shown)) return
    await credentials.current(signal)
    throw new Problem('cluster-unreachable', { ...name, reason: 'it stopped taking the token that helm had; the next run has another' })
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

/** helm gets nothing of our environment but how to get out. */
function proxyEnvironment(): Record<string, string> {
  const names = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'TMPDIR']
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}

function passwordOf({ proxyUrl }: ClusterAccess): string[] {
  const password = proxyUrl && new URL(proxyUrl).password
  return password ? [password, decodeURIComponent(password)] : []
}
