import { Problem } from '@hubfleet/core'
import type { ClusterName } from './failures.ts'

export interface HelmRun { verb: 'upgrade' | 'uninstall' | 'template' | 'get'; release: string; chart: string | null; name: ClusterName }

/** Whether the cluster answered 401, from the text of helm's standard error. */
export const isUnauthorized = (stderr: string): boolean => /\bUnauthorized\b|server has asked for the client to provide credentials/.test(lastError(stderr))

/** What a failed helm run means, from the text of its standard error. `secrets` never appear in it. */
export function helmProblem(stderr: string, run: HelmRun, secrets: readonly string[]): Problem {
  const reason = redact(lastError(stderr), secrets)
  // of a login that is refused helm also says that the cluster is unreachable
  if (isUnauthorized(stderr) || reason.includes('is forbidden: User')) {
    return new Problem('cluster-denied', { cluster: run.name.cluster, reason })
  }
  if (/Kubernetes cluster unreachable|connection refused|no such host|i\/o timeout|TLS handshake timeout|proxyconnect|Proxy Authentication Required/i.test(reason)) {
    return new Problem('cluster-unreachable', { ...run.name, reason })
  }
  if (run.chart && reason.includes("values don't meet the specifications of the schema")) {
    return new Problem('unknown-value', { chart: run.chart, first: reason.replace(/^.*?schema\(s\) in the following chart\(s\):\s*/, '') })
  }
  return new Problem('helm-failed', { verb: run.verb, release: run.release, reason })
}

/** helm's error without its log lines, on one line of at most 500 characters. An error of several lines begins with `Error:`. */
export function lastError(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim()).filter((line) => line && !isLog(line))
  const start = lines.findLastIndex((line) => line.startsWith('Error: '))
  const text = lines.slice(start < 0 ? -1 : start).join(' ').replace(/^Error: (?:(?:INSTALLATION|UPGRADE) FAILED: )?/, '')
  return (text || 'it ended without a word').slice(0, 500)
}

const isLog = (line: string): boolean => /^(level=\w+|time=\S+ level=\w+|[IWEF]\d{4} )/.test(line) || line.startsWith('WARNING:')

/** Every text that could be a secret, replaced. The longest first, so that none is left in part. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.toSorted((a, b) => b.length - a.length).reduce((cleaned, secret) => cleaned.replaceAll(secret, '***'), text)
}

const secretKey = /secret|token|password|passwd|credential|private|key|cookie|url/i

/**
 * Texts among values that may be secrets: all that is long, and what is named like one. A number or a short word such as `true` is not;
 * it would blank out half of the message.
 */
export function secretsOf(values: unknown, key = ''): string[] {
  if (typeof values === 'string') return values.length >= 24 || (values.length >= 6 && secretKey.test(key)) ? [values, ...values.split('\n').filter((line) => line.length >= 24)] : []
  if (Array.isArray(values)) return values.flatMap((value) => secretsOf(value, key))
  if (values === null || typeof values !== 'object') return []
  return Object.entries(values).flatMap(([name, value]) => secretsOf(value, name))
}
