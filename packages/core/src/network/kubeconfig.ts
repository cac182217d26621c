import { parse } from 'yaml'
import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import { Problem } from '../problems/problem.ts'

/** What remains of a kubeconfig: one cluster and one user, everything inside. The certificates and the key are base64 of PEM. */
export interface KubernetesAccess {
  server: string
  certificateAuthorityData?: string
  /** The name that the certificate must have, when it is not the server's. */
  tlsServerName?: string
  insecureSkipTlsVerify?: boolean
  /** Through which proxy the server is reached (`http:`, `https:` or `socks5:`); it may hold a password. */
  proxyUrl?: string
  credentials: { token: string } | { clientCertificateData: string; clientKeyData: string }
}

/** The host that a client of this access connects to: the server's, or that of the proxy, which finds the server by itself. */
export const connectsTo = ({ server, proxyUrl }: Pick<KubernetesAccess, 'server' | 'proxyUrl'>): string => new URL(proxyUrl ?? server).hostname

const maxLength = 256 * 1024

/** Fields that make a client run a program, read a file of the server, or connect elsewhere or as somebody else. */
const refusedOfUser: Record<string, string> = {
  exec: 'runs a program (exec)', 'auth-provider': 'uses an auth-provider', tokenFile: 'reads a file (tokenFile)',
  'client-certificate': 'reads a file (client-certificate)', 'client-key': 'reads a file (client-key)',
  username: 'uses a password, which Kubernetes no longer takes', password: 'uses a password, which Kubernetes no longer takes',
  as: 'acts as another user (as)', 'as-groups': 'acts as another user (as-groups)',
  'as-uid': 'acts as another user (as-uid)', 'as-user-extra': 'acts as another user (as-user-extra)',
}
const refusedOfCluster: Record<string, string> = { 'certificate-authority': 'reads a file (certificate-authority)' }

/**
 * Reads one context of a kubeconfig. `current-context` decides only here, when a cluster is registered without naming a context; what is
 * kept names one cluster for good. The server's address is still to be judged by the outgoing guard. Throws `kubeconfig-refused`; no text
 * of the file but names of contexts reaches the error.
 */
export function readKubeconfig(text: string, { context, allowHttp = false }: { context?: string; allowHttp?: boolean } = {}): KubernetesAccess {
  const { config, chosen, server } = contextOf(text, { context, allowHttp })
  const user = named(config, 'users', chosen.user, 'user')
  refuseAny(user, refusedOfUser)
  return { ...server, credentials: credentialsOf(user) }
}

/** As `readKubeconfig`, only where the cluster is and by what it is known: of one whose user is of no use, as a cloud writes it. */
export const readKubeconfigServer = (text: string): Omit<KubernetesAccess, 'credentials'> => contextOf(text, {}).server

function contextOf(text: string, { context, allowHttp = false }: { context?: string | undefined; allowHttp?: boolean }): { config: JsonObject; chosen: JsonObject; server: Omit<KubernetesAccess, 'credentials'> } {
  const config = parseConfig(text)
  const name = context ?? (config['current-context'] as unknown)
  if (typeof name !== 'string' || name === '') refuse('names no context to use')
  const chosen = named(config, 'contexts', name, 'context')
  const cluster = named(config, 'clusters', chosen.cluster, 'cluster')
  refuseAny(cluster, refusedOfCluster)
  const ca = textOf(cluster, 'certificate-authority-data')
  const serverName = textOf(cluster, 'tls-server-name')
  const proxy = proxyOf(cluster)
  return {
    config, chosen,
    server: {
      server: serverOf(cluster, allowHttp),
      ...(ca && { certificateAuthorityData: ca }),
      ...(serverName && { tlsServerName: serverName }),
      ...(cluster['insecure-skip-tls-verify'] === true && { insecureSkipTlsVerify: true }),
      ...(proxy && { proxyUrl: proxy }),
    },
  }
}

function parseConfig(text: string): JsonObject {
  if (text.length > maxLength) refuse(`is longer than ${maxLength} characters`)
  let config: unknown
  try {
    config = parse(text, { maxAliasCount: 10, logLevel: 'silent' })
  } catch {
    // the parser's message quotes the line, which may hold a token
    refuse('is not valid YAML')
  }
  return isObject(config) ? config : refuse('is not a kubeconfig')
}

function named(config: JsonObject, list: string, name: unknown, field: string): JsonObject {
  const entries = Array.isArray(config[list]) ? config[list].filter(isObject) : []
  const found = entries.find((entry) => entry.name === name)?.[field]
  return isObject(found) ? found : refuse(`has no ${field} ${field === 'context' ? String(name) : 'for the chosen context'}`)
}

function serverOf(cluster: JsonObject, allowHttp: boolean): string {
  const server = textOf(cluster, 'server') ?? ''
  const url = URL.parse(server)
  if (!url) return refuse('has no valid server address')
  if (url.username || url.password) return refuse('has a password in the server address')
  if (url.protocol === 'https:' || (url.protocol === 'http:' && allowHttp)) return server
  return refuse('has a server without https')
}

function proxyOf(cluster: JsonObject): string | null {
  const proxy = textOf(cluster, 'proxy-url')
  if (proxy === null) return null
  const url = URL.parse(proxy)
  return url?.hostname && ['http:', 'https:', 'socks5:'].includes(url.protocol) ? proxy : refuse('has a proxy-url that is no address of an http, https or socks5 proxy')
}

function credentialsOf(user: JsonObject): KubernetesAccess['credentials'] {
  const token = textOf(user, 'token')
  if (token) return { token }
  const [certificate, key] = [textOf(user, 'client-certificate-data'), textOf(user, 'client-key-data')]
  return certificate && key ? { clientCertificateData: certificate, clientKeyData: key } : refuse('has neither a token nor a client certificate with its key inside')
}

function textOf(holder: JsonObject, field: string): string | null {
  const value = holder[field]
  if (value === undefined || value === null || value === '') return null
  return typeof value === 'string' ? value : refuse(`has a ${field} that is not a text`)
}

function refuseAny(holder: JsonObject, refused: Record<string, string>): void {
  for (const [field, what] of Object.entries(refused)) {
    if (holder[field] !== undefined && holder[field] !== null && holder[field] !== '') refuse(what)
  }
}

function refuse(what: string): never {
  throw new Problem('kubeconfig-refused', { what })
}
