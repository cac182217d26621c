import type { Part, PartState } from '../machines.ts'
import { principalOf } from './check.ts'
import { ourCluster, type Eks } from './context.ts'
import { partitionOf, tagsOf } from './names.ts'

const gone = /^ResourceNotFoundException$/

/**
 * Whoever made the cluster is its administrator, by an entry that EKS makes. A credential that it went over to later on has none: the account lets it
 * write one for itself. The entry goes with the cluster.
 */
export function adminEntryPart(context: Eks): Part {
  const { aws, record } = context
  const { name: clusterName } = record
  const policyArn = `arn:${partitionOf(aws.region).name}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`
  return {
    name: 'access', of: 'machines',
    async observe(signal): Promise<PartState> {
      if (!(await ourCluster(context, signal))) return { is: 'absent' }
      const principalArn = await principalOf(aws, signal)
      const found = await aws.find('eks', signal, gone, (eks, call) => eks.listAssociatedAccessPolicies({ clusterName, principalArn }, call))
      const admin = found?.associatedAccessPolicies?.some((policy) => policy.policyArn === policyArn && policy.accessScope?.type === 'cluster')
      return admin ? { is: 'ready', message: `${principalArn} is its administrator` } : { is: 'differs', message: `${principalArn} is not its administrator yet` }
    },
    async make(signal) {
      const principalArn = await principalOf(aws, signal)
      // a call before that was cut may have made it
      await aws.find('eks', signal, /^ResourceInUseException$/, (eks, call) => eks.createAccessEntry({ clusterName, principalArn, tags: tagsOf(record) }, call))
      await aws.call('eks', signal, (eks, call) => eks.associateAccessPolicy({ clusterName, principalArn, policyArn, accessScope: { type: 'cluster' } }, call))
    },
  }
}
