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
export const kubeconfigFor = (access: ClusterAccess, { token, namespace }: { token: string; namespace: string }): Record<string, unknown> => kubeconfigOf(access, token, namespace)
