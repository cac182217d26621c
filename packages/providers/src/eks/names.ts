import type { ClusterRecord } from '../provider.ts'

export const ownerTag = 'hubfleet-cluster'
export const tenantTag = 'hubfleet-tenant'

/** A tag as EC2 and IAM take it. */
export interface Tag { Key: string; Value: string }

/** Everything that is made carries these: what has them is this cluster's, and nothing else is. */
export const tagsOf = ({ id, tenantId }: ClusterRecord): Record<string, string> => ({ [ownerTag]: id, ...(tenantId && { [tenantTag]: tenantId }) })
export const tagList = (tags: Record<string, string>): Tag[] => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
export const valueOf = (tags: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined, key: string): string | undefined => tags?.find(({ Key }) => Key === key)?.Value

/** What the cluster's own controllers put on what they make. */
export const clusterTag = (name: string): string => `kubernetes.io/cluster/${name}`
export const nodesTag = 'hubfleet-nodes'

/** Names in IAM derive from the id, so that a namesake never meets what an older cluster left. */
export const roleName = ({ id }: Pick<ClusterRecord, 'id'>, of: RoleKind): string => `hubfleet-${id}-${of}`
export const roleKinds = ['cluster', 'node', 'disks', 'autoscaler'] as const
export type RoleKind = (typeof roleKinds)[number]

/** A part of AWS with accounts of its own: its name in ARNs, its domain, and the region where its IAM is. */
export function partitionOf(region: string): { name: string; domain: string; home: string } {
  if (region.startsWith('cn-')) return { name: 'aws-cn', domain: 'amazonaws.com.cn', home: 'cn-north-1' }
  if (region.startsWith('us-gov-')) return { name: 'aws-us-gov', domain: 'amazonaws.com', home: 'us-gov-west-1' }
  return { name: 'aws', domain: 'amazonaws.com', home: 'us-east-1' }
}
export const cloud = 'AWS'
