import type { KubernetesAccess } from '@hubfleet/core'

/** The one-context kubeconfig of an access, as plain data (JSON is YAML too). It holds the credentials. */
export function kubeconfigOf(access: KubernetesAccess): Record<string, unknown> {
  const name = 'hubfleet'
  const { credentials } = access
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
    contexts: [{ name, context: { cluster: name, user: name } }],
    users: [{
      name,
      user: 'token' in credentials
        ? { token: credentials.token }
        : { 'client-certificate-data': credentials.clientCertificateData, 'client-key-data': credentials.clientKeyData },
    }],
  }
}
