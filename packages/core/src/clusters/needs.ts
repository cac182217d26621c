import type { JsonObject } from '../json.ts'
import type { ProblemField } from '../problems/problem.ts'
import { parseQuantity } from '../units.ts'
import { checkOpenShift } from '../hub/check-openshift.ts'
import type { HubSpec } from '../hub/spec.ts'
import { terminationOf } from '../hub/exposure/route.ts'
import type { ClusterStatus, ClusterStorageClass } from './status.ts'

/** What a hub is to live in: as it was last seen, which is nothing before the first look. */
export interface ClusterAsSeen { name: string; openShift: boolean; status: ClusterStatus }

/** What a hub asks for that its cluster, being what it is, never gives. `values` are rendered for the cluster. */
export function refusedBy({ name, openShift, status }: ClusterAsSeen, spec: HubSpec, values: JsonObject): ProblemField[] {
  if (openShift) return checkOpenShift(spec, values)
  // of one that nobody has looked at it is not known yet
  if (spec.exposure.type !== 'route' || status.platform === undefined) return []
  return [{ pointer: '/exposure/type', code: 'openshift-only', detail: `${name} is no OpenShift, and has no Routes. Choose another type, such as ingress.` }]
}

/** What a hub asks for that its cluster did not have when it was last looked at, each with what to do; somebody may have put it there since. */
export function lackedBy(cluster: ClusterAsSeen, before: HubSpec | null, spec: HubSpec): string[] {
  if (cluster.status.version === undefined) return []
  return [...lackedAddress(cluster, spec), ...lackedCertificate(cluster, spec), ...lackedStorage(cluster, before, spec)].map((what) => `${what} (As ${cluster.name} was last seen.)`)
}

function lackedAddress({ openShift, status }: ClusterAsSeen, { exposure }: HubSpec): string[] {
  const { loadBalancer, ingressClasses, gatewayClasses } = status
  switch (exposure.type) {
    case 'loadBalancer':
      return loadBalancer === null ? [`Nobody serves LoadBalancers, so the hub may wait for its address for ever: set exposure.type to ${openShift ? 'route' : 'ingress or gateway'}, or have one installed, such as MetalLB.`] : []
    case 'ingress': {
      const { className } = exposure
      if (ingressClasses?.length === 0) return ['There is no IngressClass: install an ingress controller, or choose another exposure.type.']
      const known = ingressClasses?.map(({ name }) => name).join(', ')
      if (className !== undefined && ingressClasses && !ingressClasses.some(({ name }) => name === className)) return [`There is no IngressClass ${className}; there are ${known}: correct exposure.className.`]
      return className === undefined && ingressClasses && !ingressClasses.some(({ isDefault }) => isDefault) ? [`No IngressClass is the default, so nobody may take the Ingress: name one of ${known} in exposure.className.`] : []
    }
    case 'gateway': return gatewayClasses?.length === 0 ? ['There is no GatewayClass: install a gateway controller, or choose another exposure.type.'] : []
    default: return []
  }
}

function lackedCertificate({ status: { certManager, platform } }: ClusterAsSeen, { exposure }: HubSpec): string[] {
  const { type, host, https } = exposure
  if (https?.type === 'certManager' && certManager === false) return ['There is no cert-manager, so nobody makes the certificate: install it, or choose another exposure.https.type.']
  const domain = platform?.domain
  const ofRouter = type === 'route' && host !== undefined && ['edge', 'reencrypt'].includes(terminationOf(exposure) ?? '')
  return ofRouter && domain && !host.endsWith(`.${domain}`)
    ? [`The router's own certificate is for *.${domain}, not for ${host}: leave exposure.host out, or give the hub a certificate for it with exposure.https.type secret or manual.`] : []
}

function lackedStorage({ status: { storageClasses, defaultStorageClass } }: ClusterAsSeen, before: HubSpec | null, { storage, database }: HubSpec): string[] {
  if (!storageClasses) return []
  const classOf = (name: string | undefined): ClusterStorageClass | undefined => storageClasses.find((each) => each.name === (name ?? defaultStorageClass))
  const wanted = [
    ...(storage.type === 'dynamic' ? [{ field: 'storage', name: storage.storageClass }] : []), ...(database.type === 'sqlite' ? [{ field: 'database', name: database.storageClass }] : []),
  ]
  const unknown = wanted.filter(({ name }) => !classOf(name)).map(({ field, name }) => (name === undefined
    ? `There is no default StorageClass: name one in ${field}.storageClass.` : `There is no StorageClass ${name}; there are ${storageClasses.map((each) => each.name).join(', ') || 'none'}: correct ${field}.storageClass.`))
  const stuck = (name: string | undefined) => { const found = classOf(name); return found && !found.canGrow ? found : undefined }
  const ofHomes = storage.type === 'dynamic' && before?.storage.type === 'dynamic' && grows(before.storage.capacity, storage.capacity) ? stuck(storage.storageClass) : undefined
  const ofDatabase = database.type === 'sqlite' && before?.database.type === 'sqlite' && grows(before.database.capacity, database.capacity) ? stuck(database.storageClass) : undefined
  return [
    ...unknown,
    ...(ofHomes ? [`Homes that exist stay as large as they are: disks of the class ${ofHomes.name} cannot grow. Set its allowVolumeExpansion, if its driver can.`] : []),
    ...(ofDatabase ? [`The disk of the database will be refused to grow: disks of the class ${ofDatabase.name} cannot. Set its allowVolumeExpansion, if its driver can.`] : []),
  ]
}

const grows = (before: string | undefined, after: string | undefined): boolean => (parseQuantity(after ?? '') ?? 0) > (parseQuantity(before ?? '') ?? 0)
