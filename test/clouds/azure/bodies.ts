import type { Shape } from './arm.ts'

/** The writable fields of Azure's public definitions (Microsoft.ContainerService 2026-06-01, Microsoft.Compute disks) that the local Azure knows; any other is refused. */
export const agentPool: { [field: string]: Shape } = {
  count: 'integer', vmSize: 'string', osDiskSizeGB: 'integer', osDiskType: ['Managed', 'Ephemeral'], kubeletDiskType: ['OS', 'Temporary'],
  maxPods: 'integer', osType: ['Linux', 'Windows'], osSKU: ['Ubuntu', 'AzureLinux', 'Ubuntu2204', 'Ubuntu2404'], minCount: 'integer', maxCount: 'integer', enableAutoScaling: 'boolean',
  scaleDownMode: ['Delete', 'Deallocate'], type: ['VirtualMachineScaleSets', 'AvailabilitySet', 'VirtualMachines'], mode: ['System', 'User', 'Gateway'],
  orchestratorVersion: 'string', availabilityZones: 'texts', enableNodePublicIP: 'boolean', scaleSetPriority: ['Spot', 'Regular'], scaleSetEvictionPolicy: ['Delete', 'Deallocate'],
  spotMaxPrice: 'number', tags: 'by-name', nodeLabels: 'by-name', nodeTaints: 'texts', nodeImageVersion: 'string', powerState: { code: ['Running', 'Stopped'] },
  upgradeSettings: { maxSurge: 'string', drainTimeoutInMinutes: 'integer', nodeSoakDurationInMinutes: 'integer' }, enableFIPS: 'boolean', enableEncryptionAtHost: 'boolean', enableUltraSSD: 'boolean',
  status: {},
}

export const managedCluster: Shape = {
  'location!': 'string', tags: 'by-name', sku: { name: ['Base', 'Automatic'], tier: ['Premium', 'Standard', 'Free'] },
  identity: { type: ['SystemAssigned', 'UserAssigned', 'None'] },
  'properties!': {
    kubernetesVersion: 'string', dnsPrefix: 'string', nodeResourceGroup: 'string', enableRBAC: 'boolean', supportPlan: ['KubernetesOfficial', 'AKSLongTermSupport'],
    agentPoolProfiles: { list: { ...agentPool, 'name!': 'string' } },
    networkProfile: {
      networkPlugin: ['azure', 'kubenet', 'none'], networkPluginMode: ['overlay'], networkPolicy: ['none', 'calico', 'azure', 'cilium'], networkDataplane: ['azure', 'cilium'],
      loadBalancerSku: ['standard', 'basic'], outboundType: ['loadBalancer', 'userDefinedRouting', 'managedNATGateway', 'userAssignedNATGateway', 'none', 'block'],
      podCidr: 'string', serviceCidr: 'string', dnsServiceIP: 'string',
    },
    aadProfile: { managed: 'boolean', enableAzureRBAC: 'boolean', adminGroupObjectIDs: 'texts', tenantID: 'string' },
    autoUpgradeProfile: { upgradeChannel: ['rapid', 'stable', 'patch', 'node-image', 'none'], nodeOSUpgradeChannel: ['None', 'Unmanaged', 'NodeImage', 'SecurityPatch'] },
    autoScalerProfile: {
      expander: ['least-waste', 'most-pods', 'priority', 'random'], 'scale-down-unneeded-time': 'string', 'scale-down-delay-after-add': 'string', 'skip-nodes-with-local-storage': ['true', 'false'],
      'skip-nodes-with-system-pods': ['true', 'false'], 'scan-interval': 'string',
    },
    disableLocalAccounts: 'boolean', oidcIssuerProfile: { enabled: 'boolean' }, securityProfile: { workloadIdentity: { enabled: 'boolean' } },
    storageProfile: { diskCSIDriver: { enabled: 'boolean' }, fileCSIDriver: { enabled: 'boolean' }, snapshotController: { enabled: 'boolean' } },
    identityProfile: {}, status: {},
  },
}

export const resourceGroup: Shape = { 'location!': 'string', tags: 'by-name' }

export const disk: Shape = {
  'location!': 'string', tags: 'by-name', sku: { name: ['Standard_LRS', 'Premium_LRS', 'StandardSSD_LRS', 'UltraSSD_LRS', 'Premium_ZRS', 'StandardSSD_ZRS', 'PremiumV2_LRS'] }, zones: 'texts',
  'properties!': { diskSizeGB: 'integer', 'creationData!': { 'createOption!': ['Empty', 'Copy', 'FromImage', 'Import', 'Restore', 'Upload'], sourceResourceId: 'string' } },
}
