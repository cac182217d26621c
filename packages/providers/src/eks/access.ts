import type { RenewedAccess } from '@hubfleet/cluster'
import { Problem } from '@hubfleet/core'
import { ourCluster, type Eks } from './context.ts'
import { clusterToken } from './token.ts'

/** How the cluster's API is reached; throws `cluster-unreachable` while there is none. */
export async function accessTo(context: Eks, signal: AbortSignal): Promise<RenewedAccess> {
  const { aws, record: { name } } = context
  const cluster = await ourCluster(context, signal)
  if (!cluster?.endpoint || !cluster.certificateAuthority?.data) throw new Problem('cluster-unreachable', { cluster: name, server: `EKS in ${aws.region}`, reason: cluster ? `it is ${cluster.status?.toLowerCase()}` : 'it is not made' })
  return {
    server: cluster.endpoint, certificateAuthorityData: cluster.certificateAuthority.data,
    token: async (until, { fresh }) => clusterToken({ cluster: name, region: aws.region, session: await aws.session(until, fresh) }),
  }
}
