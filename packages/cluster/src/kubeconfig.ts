import type { KubeConfig } from '@kubernetes/client-node'
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

/** A kubeconfig for somebody else's token on the same cluster, whose commands go to one namespace. */
export function kubeconfigFor(config: KubeConfig, { token, namespace }: { token: string; namespace: string }): Record<string, unknown> {
  const cluster = config.getCurrentCluster()
  if (!cluster) throw new Error('A connected cluster has an address')
  const { server, caData, tlsServerName, skipTLSVerify } = cluster
  const plain = kubeconfigOf({ server, ...(caData && { certificateAuthorityData: caData }), ...(tlsServerName && { tlsServerName }), ...(skipTLSVerify && { insecureSkipTlsVerify: true }), credentials: { token } })
  return { ...plain, contexts: [{ name: 'hubfleet', context: { cluster: 'hubfleet', user: 'hubfleet', namespace } }] }
}
