import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { bufferFromFileOrString, KubeConfig } from '@kubernetes/client-node'
import { UsageError } from '../errors.ts'
import type { Io } from '../io.ts'

export interface KubeconfigOptions { kubeconfig?: string; context?: string }

/** One cluster as this machine reaches it, with whatever its kubeconfig logs in by: files, programs, certificates. */
export interface Cluster {
  context: string
  server: string
  config: KubeConfig
  /** How its certificate is to be checked, in the fields of a kubeconfig, all inside: no path of this machine. */
  trust: Record<string, unknown>
  /** This machine goes through a proxy, which another one need not have. */
  proxied: boolean
  /** By which proxy Hubfleet is to reach the server. */
  proxy?: string
}

/** Opens the chosen context of a kubeconfig. Throws UsageError, which quotes nothing of the files: they hold credentials. */
export function openKubeconfig({ kubeconfig, context }: KubeconfigOptions, env: Io['env']): Cluster {
  const paths = kubeconfig ? [kubeconfig] : defaultPaths(env)
  if (paths.length === 0) throw new UsageError('There is no kubeconfig', 'Name one with --kubeconfig PATH, or set KUBECONFIG')
  const config = merged(paths.map(read))
  const name = context ?? config.getCurrentContext()
  const known = config.getContexts().map((each) => each.name)
  if (known.length === 0) throw new UsageError('The kubeconfig has no contexts', 'Name another one with --kubeconfig PATH')
  if (!name) throw new UsageError('The kubeconfig has no current context', `Name one with --context: ${known.join(', ')}`)
  if (!known.includes(name)) throw new UsageError(`The kubeconfig has no context ${name}`, `It has ${known.join(', ')}`)
  config.setCurrentContext(name)
  return clusterOf(config)
}

/** The kubeconfig of one token and nothing else, as a client uses it and as it is sent. */
export function tokenKubeconfig({ server, trust, proxy }: Pick<Cluster, 'server' | 'trust' | 'proxy'>, token: string): string {
  const name = 'hubfleet'
  return JSON.stringify({
    apiVersion: 'v1', kind: 'Config', 'current-context': name,
    clusters: [{ name, cluster: { server, ...trust, ...(proxy && { 'proxy-url': proxy }) } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    users: [{ name, user: { token } }],
  })
}

/** A cluster that is reached by a kubeconfig of `tokenKubeconfig`. */
export function openText(text: string): Cluster {
  const config = new KubeConfig()
  config.loadFromString(text)
  return clusterOf(config)
}

function clusterOf(config: KubeConfig): Cluster {
  const cluster = config.getCurrentCluster()
  const user = config.getCurrentUser()
  const context = config.getCurrentContext()
  if (!cluster?.server || !user) throw new UsageError(`The context ${context} names no cluster with an address, or no user`, 'Choose another with --context')
  // Programs of clouds read from it which version of their answer is understood; the library does not set it.
  if (user.exec) user.exec.env = [...(user.exec.env ?? []), { name: 'KUBERNETES_EXEC_INFO', value: JSON.stringify({ apiVersion: user.exec.apiVersion, kind: 'ExecCredential', spec: { interactive: false } }) }]
  return { context, server: cluster.server, config, proxied: Boolean(cluster.proxyUrl), trust: trustOf(cluster) }
}

function trustOf({ caFile, caData, tlsServerName, skipTLSVerify }: NonNullable<ReturnType<KubeConfig['getCurrentCluster']>>): Record<string, unknown> {
  const authority = bufferOf(caFile, caData)
  return {
    ...(authority && { 'certificate-authority-data': authority.toString('base64') }),
    ...(tlsServerName && { 'tls-server-name': tlsServerName }),
    ...(skipTLSVerify && { 'insecure-skip-tls-verify': true }),
  }
}

function bufferOf(file: string | undefined, data: string | undefined): Buffer | null {
  try {
    return bufferFromFileOrString(file, data)
  } catch {
    throw new UsageError(`The certificate authority ${file} of the kubeconfig cannot be read`)
  }
}

const defaultPaths = (env: Io['env']): string[] =>
  (env['KUBECONFIG'] ? env['KUBECONFIG'].split(delimiter) : [join(env['HOME'] ?? homedir(), '.kube/config')]).filter((path) => path && existsSync(path))

function read(path: string): KubeConfig {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}`)
  const config = new KubeConfig()
  try {
    config.loadFromFile(path)
  } catch {
    throw new UsageError(`${path} is no kubeconfig`)
  }
  return config
}

/** As kubectl does it: of two things with one name the first counts. */
function merged([first, ...others]: KubeConfig[]): KubeConfig {
  for (const other of others) {
    for (const each of other.getClusters()) if (!first!.getCluster(each.name)) first!.addCluster(each)
    for (const each of other.getUsers()) if (!first!.getUser(each.name)) first!.addUser(each)
    for (const each of other.getContexts()) if (!first!.getContextObject(each.name)) first!.addContext(each)
    if (!first!.getCurrentContext()) first!.setCurrentContext(other.getCurrentContext())
  }
  return first!
}
