/** What the published policy permits, by what needs it. `docs/how-to/eks.md` has the same, and a test holds them together. */
export const permissions: Readonly<Record<string, readonly string[]>> = {
  clusters: [
    'eks:CreateCluster', 'eks:DescribeCluster', 'eks:ListClusters', 'eks:DeleteCluster', 'eks:UpdateClusterConfig', 'eks:UpdateClusterVersion', 'eks:DescribeClusterVersions', 'eks:TagResource',
    'eks:CreateAddon', 'eks:DescribeAddon', 'eks:UpdateAddon', 'eks:DescribeAddonVersions', 'eks:CreatePodIdentityAssociation', 'eks:ListPodIdentityAssociations',
    'eks:ListAssociatedAccessPolicies', 'eks:CreateAccessEntry', 'eks:AssociateAccessPolicy',
    'eks:CreateNodegroup', 'eks:DescribeNodegroup', 'eks:ListNodegroups', 'eks:UpdateNodegroupConfig', 'eks:UpdateNodegroupVersion', 'eks:DeleteNodegroup',
  ],
  network: [
    'ec2:CreateVpc', 'ec2:DescribeVpcs', 'ec2:ModifyVpcAttribute', 'ec2:DeleteVpc', 'ec2:CreateSubnet', 'ec2:DescribeSubnets', 'ec2:ModifySubnetAttribute', 'ec2:DeleteSubnet',
    'ec2:CreateInternetGateway', 'ec2:DescribeInternetGateways', 'ec2:AttachInternetGateway', 'ec2:DetachInternetGateway', 'ec2:DeleteInternetGateway',
    'ec2:DescribeRouteTables', 'ec2:CreateRoute', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface', 'ec2:DescribeSecurityGroups', 'ec2:RevokeSecurityGroupIngress', 'ec2:DeleteSecurityGroup',
    'ec2:DescribeRegions', 'ec2:DescribeAvailabilityZones', 'ec2:CreateTags',
  ],
  nodes: [
    'ec2:DescribeInstances', 'ec2:DescribeInstanceTypes', 'ec2:DescribeInstanceTypeOfferings', 'ec2:DescribeLaunchTemplates', 'ec2:CreateLaunchTemplate', 'ec2:DeleteLaunchTemplate', 'ec2:DescribeLaunchTemplateVersions', 'ec2:RunInstances',
    'autoscaling:DescribeAutoScalingGroups',
  ],
  leftovers: [
    'ec2:DescribeVolumes', 'ec2:DeleteVolume', 'ec2:DescribeSnapshots', 'ec2:DeleteSnapshot', 'ec2:DescribeAddresses', 'ec2:ReleaseAddress', 'ec2:DescribeNatGateways', 'ec2:DeleteNatGateway',
    'elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeTags', 'elasticloadbalancing:DeleteLoadBalancer', 'elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DeleteTargetGroup',
    'tag:GetResources', 'ecr:DescribeRepositories', 'ecr:DescribeImages', 'ecr:DeleteRepository', 'logs:DescribeLogGroups', 'logs:DeleteLogGroup',
    'elasticfilesystem:DescribeFileSystems', 'elasticfilesystem:DescribeMountTargets', 'elasticfilesystem:DeleteMountTarget', 'elasticfilesystem:DeleteFileSystem',
  ],
  roles: [
    'iam:CreateRole', 'iam:GetRole', 'iam:DeleteRole', 'iam:TagRole', 'iam:PassRole', 'iam:AttachRolePolicy', 'iam:DetachRolePolicy', 'iam:ListAttachedRolePolicies',
    'iam:PutRolePolicy', 'iam:DeleteRolePolicy', 'iam:ListRolePolicies', 'iam:CreateServiceLinkedRole', 'iam:SimulatePrincipalPolicy', 'iam:ListAccountAliases',
  ],
  quotas: ['servicequotas:GetServiceQuota', 'servicequotas:GetAWSDefaultServiceQuota'],
}
/** Not needed, and of use: what the check of a credential asks first, and the account's name. */
const optional = ['iam:SimulatePrincipalPolicy', 'iam:ListAccountAliases']
export const needed: readonly string[] = Object.values(permissions).flat().filter((action) => !optional.includes(action))
