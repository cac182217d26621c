/** What the life of a cluster needs of a project. `docs/how-to/gke.md` gives the same as a role; a test holds the two together. */

/** In the custom role `hubfleet`. */
export const computePermissions = [
  'compute.addresses.delete', 'compute.addresses.list',
  'compute.backendServices.delete', 'compute.backendServices.list',
  'compute.disks.delete', 'compute.disks.list',
  'compute.forwardingRules.delete', 'compute.forwardingRules.list',
  'compute.globalAddresses.delete', 'compute.globalAddresses.list',
  'compute.globalForwardingRules.delete', 'compute.globalForwardingRules.list',
  'compute.instanceGroupManagers.get',
  'compute.instanceGroups.delete', 'compute.instanceGroups.get', 'compute.instanceGroups.list',
  'compute.instances.delete', 'compute.instances.list',
  'compute.machineTypes.list',
  'compute.networkEndpointGroups.delete', 'compute.networkEndpointGroups.get', 'compute.networkEndpointGroups.list',
  'compute.projects.get',
  'compute.regionBackendServices.delete', 'compute.regionBackendServices.list',
  'compute.regionTargetHttpProxies.delete', 'compute.regionTargetHttpProxies.list',
  'compute.regionTargetHttpsProxies.delete', 'compute.regionTargetHttpsProxies.list',
  'compute.regionUrlMaps.delete', 'compute.regionUrlMaps.list',
  'compute.regions.get', 'compute.regions.list',
  'compute.routers.delete', 'compute.routers.list',
  'compute.snapshots.delete', 'compute.snapshots.list',
  'compute.targetHttpProxies.delete', 'compute.targetHttpProxies.list',
  'compute.targetHttpsProxies.delete', 'compute.targetHttpsProxies.list',
  'compute.targetPools.delete', 'compute.targetPools.list',
  'compute.urlMaps.delete', 'compute.urlMaps.list',
  'artifactregistry.repositories.delete', 'artifactregistry.repositories.list',
  'file.instances.delete', 'file.instances.list',
  'logging.buckets.delete', 'logging.buckets.list',
  'resourcemanager.projects.get',
  'serviceusage.services.get',
] as const

/** Of `roles/container.admin`, which is needed whole: in a cluster Hubfleet installs what has roles of its own. These stand for it. */
export const containerPermissions = [
  'container.clusterRoleBindings.create', 'container.clusterRoles.bind', 'container.clusterRoles.escalate',
  'container.clusters.create', 'container.clusters.delete', 'container.clusters.get', 'container.clusters.list', 'container.clusters.update',
  'container.deployments.create', 'container.namespaces.create', 'container.nodes.list', 'container.operations.get', 'container.operations.list', 'container.pods.delete', 'container.secrets.create',
] as const

/** On the service account of the nodes, or on the project. */
export const actAs = 'iam.serviceAccounts.actAs'

export const apis = ['container.googleapis.com', 'compute.googleapis.com'] as const
