import type { ClusterAccess } from './access.ts'

/** The one-context kubeconfig of an access, as plain data (JSON is YAML too). It holds the credentials: a client certificate, or the given token. */
export function kubeconfigOf(access: ClusterAccess, token: string | { file: string } | null, namespace?: string): Record<string, unknown> {
  const name = 'hubfleet'
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [{
      name,
      cluster: {
        server: access.server,
        'certificate-authority-data': access.certificateAuthorityData,
        'tls-server-name': access.tlsServerName,
        'insecure-skip-tls-verify': access.insecureSkipTlsVerify,
        'proxy-url': access.proxyUrl,
      },
    }],
    contexts: [{ name, context: { cluster: name, user: name, namespace } }],
    users: [{ name, user: userOf(access, token) }],
  }
}

function userOf(access: ClusterAccess, token: string | { file: string } | null): Record<string, string> {
  if (token !== null) return typeof token === 'string' ? { token } : { tokenFile: token.file }
  if (!('credentials' in access) || 'token' in access.credentials) return {}
  return { 'client-certificate-data': access.credentials.clientCertificateData, 'client-key-data': access.credentials.clientKeyData }
}

/** A kubeconfig for somebody else's token on the same cluster, whose commands go to one namespace. */
export function kubeconfigFor(access: ClusterAccess, { token, namespace }: { token: string; namespace: string }): Record<string, unknown> {
  const { proxyUrl, ...direct } = access
  return kubeconfigOf({ ...direct, ...(proxyUrl && { proxyUrl: withoutPassword(proxyUrl) }) } as ClusterAccess, token, namespace)
}

/** Who gets a kubeconfig may know the proxy, and not what Hubfleet logs in to it by. */
function withoutPassword(proxyUrl: string): string {
  const url = new URL(proxyUrl)
  url.username = ''
  url.password = ''
  return url.href
}
