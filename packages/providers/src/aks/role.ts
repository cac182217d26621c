/**
 * What a cluster's life needs in a subscription: the published role has exactly these. Docs and the check of a credential are held against this list. Roles
 * are given on the subscription, since AKS's own resource group is made with the cluster.
 */
export const actions = [
  'Microsoft.Resources/subscriptions/read',
  'Microsoft.Resources/subscriptions/locations/read',
  'Microsoft.Resources/subscriptions/providers/read',
  'Microsoft.Resources/subscriptions/resources/read',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.Resources/subscriptions/resourceGroups/write',
  'Microsoft.Resources/subscriptions/resourceGroups/delete',
  'Microsoft.Resources/subscriptions/resourceGroups/resources/read',
  'Microsoft.Authorization/permissions/read',
  'Microsoft.ContainerService/managedClusters/read',
  'Microsoft.ContainerService/managedClusters/write',
  'Microsoft.ContainerService/managedClusters/delete',
  'Microsoft.ContainerService/managedClusters/start/action',
  'Microsoft.ContainerService/managedClusters/stop/action',
  'Microsoft.ContainerService/managedClusters/abort/action',
  'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action',
  'Microsoft.ContainerService/managedClusters/upgradeProfiles/read',
  'Microsoft.ContainerService/managedClusters/agentPools/read',
  'Microsoft.ContainerService/managedClusters/agentPools/write',
  'Microsoft.ContainerService/managedClusters/agentPools/delete',
  'Microsoft.ContainerService/managedClusters/agentPools/machines/read',
  'Microsoft.ContainerService/locations/kubernetesVersions/read',
  'Microsoft.ContainerService/locations/operations/read',
  'Microsoft.Compute/skus/read',
  'Microsoft.Compute/locations/usages/read',
  'Microsoft.Compute/disks/read',
  'Microsoft.Compute/disks/write',
  'Microsoft.Compute/disks/delete',
  'Microsoft.Compute/disks/beginGetAccess/action',
  'Microsoft.Compute/snapshots/read',
  'Microsoft.Compute/snapshots/delete',
  'Microsoft.Compute/virtualMachineScaleSets/read',
  'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read',
  'Microsoft.Network/locations/usages/read',
  'Microsoft.Network/loadBalancers/read',
  'Microsoft.Network/loadBalancers/delete',
  'Microsoft.Network/publicIPAddresses/read',
  'Microsoft.Network/publicIPAddresses/delete',
  'Microsoft.Network/natGateways/read',
  'Microsoft.Network/natGateways/delete',
] as const

/** Inside clusters, where Azure's roles decide too. */
export const dataActions = ['Microsoft.ContainerService/managedClusters/*'] as const

/** Namespaces that a subscription must have registered once. */
export const namespaces = ['Microsoft.ContainerService', 'Microsoft.Compute', 'Microsoft.Network'] as const

export interface Permission { actions?: string[]; notActions?: string[]; dataActions?: string[]; notDataActions?: string[] }

/** Those of the role that no permission gives. A star is any part; letters' case does not count. */
export function missingOf(permissions: readonly Permission[]): string[] {
  const without = (wanted: readonly string[], yes: keyof Permission, no: keyof Permission) => wanted.filter((action) => !permissions.some((one) => matches(one[yes], action) && !matches(one[no], action)))
  return [...without(actions, 'actions', 'notActions'), ...without(dataActions, 'dataActions', 'notDataActions')]
}

const matches = (patterns: readonly string[] | undefined, action: string): boolean =>
  (patterns ?? []).some((pattern) => new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&')).join('.*')}$`, 'i').test(action))
