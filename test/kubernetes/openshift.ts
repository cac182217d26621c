import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waitFor } from '../processes/wait.ts'
import { startBed, type Bed } from './bed.ts'
import { apply, kubectl, runKubectl } from './kubectl.ts'

/*
 * What of an OpenShift decides over hubs, in a real API server: its API groups, and the admission of `restricted-v2`. The router is played
 * by whoever calls `admitRoutes`. The fields are those of the public definitions of its API (openshift/api).
 */

/** The domain of its router. */
export const appsDomain = 'apps.bed.example.org'
export const routerHost = `router-default.${appsDomain}`

/** In place of the ranges that each namespace gets: all have this one. */
export const firstUser = 1_000_640_000
const lastUser = firstUser + 9_999

export interface OpenShiftOptions { /** `rosa` puts the marks of a ROSA on it, and `aro` those of an ARO. */ flavour?: 'rosa' | 'aro' }

/** Never the shared bed: other tests would find themselves in an OpenShift. */
export async function startOpenShift({ flavour }: OpenShiftOptions = {}): Promise<Bed> {
  const bed = await startBed({ exclusive: true })
  try {
    await apply(bed.kubeconfig, ...types, ...(flavour === 'aro' ? [type('aro.openshift.io', 'v1alpha1', 'Cluster', 'clusters', { scope: 'Cluster' })] : []))
    await kubectl(bed.kubeconfig, 'wait', '--for=condition=Established', 'crd', '--all', '--timeout=30s')
    await apply(bed.kubeconfig, restrictedV2, ...config, admission, binding)
    const platformStatus = flavour === 'rosa' ? { type: 'AWS', aws: { region: 'us-east-1', resourceTags: [{ key: 'red-hat-clustertype', value: 'rosa' }] } } : { type: 'None' }
    await patch(bed.kubeconfig, 'infrastructures.config.openshift.io/cluster', { status: { platformStatus, infrastructureName: 'bed' } }, 'status')
    await patch(bed.kubeconfig, 'clusterversions.config.openshift.io/version', { status: { desired: { version: '4.20.3' } } }, 'status')
    await waitFor('restricted-v2 to be enforced', 60, async () => (await judgedByAdmission(bed, [{ hostPID: true, containers: [{ name: 'a', image: 'a:1' }] }])).has(0))
  } catch (error) {
    await bed.stop()
    throw error
  }
  return bed
}

/**
 * The pods, by number, that its admission refuses for their security; each other one was taken. What the API server was not ready to
 * judge is asked again; throws for a pod that cannot be judged at all.
 */
export async function judgedByAdmission(bed: Bed, pods: readonly object[]): Promise<Set<number>> {
  const refused = new Set<number>()
  const open = new Set(pods.keys())
  let said = ''
  await waitFor('each pod to be judged', 60, async () => {
    const file = join(bed.dir, 'pods.json')
    await writeFile(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [...open].map((index) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: `pod-${index}`, namespace: 'default' }, spec: pods[index] })) }))
    const { stdout, stderr } = await runKubectl(bed.kubeconfig, 'create', '--dry-run=server', `--filename=${file}`)
    for (const [, index] of stdout.matchAll(/^pod\/pod-(\d+) created \(server dry run\)$/gm)) open.delete(Number(index))
    for (const [, index] of stderr.matchAll(/pods? "pod-(\d+)" is (?:forbidden|invalid).*unable to validate against any security context constraint/g)) {
      refused.add(Number(index))
      open.delete(Number(index))
    }
    said = stderr
    return open.size === 0
  }).catch((error: unknown) => { throw new Error(`${open.size} of ${pods.length} pods were neither taken nor refused: ${said.slice(0, 2000)}`, { cause: error }) })
  return refused
}

const patch = (kubeconfig: string, name: string, body: object, subresource?: string, namespace?: string) =>
  kubectl(kubeconfig, 'patch', name, '--type=merge', `--patch=${JSON.stringify(body)}`, ...(subresource ? [`--subresource=${subresource}`] : []), ...(namespace ? [`--namespace=${namespace}`] : []))

interface Route { metadata: { name: string; namespace: string }; spec: { host?: string }; status?: { ingress?: unknown[] } }

/** What API server and router of an OpenShift do with Routes: a host where there is none, and word that they were taken, or why not. */
export async function admitRoutes(kubeconfig: string, namespace: string, { refusal = '' } = {}): Promise<void> {
  const { items } = JSON.parse(await kubectl(kubeconfig, 'get', 'routes.route.openshift.io', `--namespace=${namespace}`, '--output=json')) as { items: Route[] }
  for (const { metadata: { name }, spec } of items) {
    const at = `routes.route.openshift.io/${name}`
    const host = spec.host ?? `${name}-${namespace}.${appsDomain}`
    if (spec.host === undefined) await patch(kubeconfig, at, { metadata: { annotations: { 'openshift.io/host.generated': 'true' } }, spec: { host } }, undefined, namespace)
    const conditions = [refusal ? { type: 'Admitted', status: 'False', reason: 'HostAlreadyClaimed', message: refusal } : { type: 'Admitted', status: 'True' }]
    await patch(kubeconfig, at, { status: { ingress: [{ host, routerName: 'default', routerCanonicalHostname: routerHost, wildcardPolicy: 'None', conditions }] } }, 'status', namespace)
  }
}

const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, ...(required.length > 0 && { required }) })
const string = { type: 'string' }
const list = (items: object) => ({ type: 'array', items })

function type(group: string, version: string, kind: string, plural: string, { scope = 'Namespaced', properties = { spec: open, status: open }, status = true }: { scope?: string; properties?: object; status?: boolean } = {}) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}`, annotations: { 'api-approved.kubernetes.io': 'https://github.com/openshift/api' } },
    spec: {
      group, scope, names: { kind, plural, singular: kind.toLowerCase() },
      versions: [{ name: version, served: true, storage: true, ...(status && { subresources: { status: {} } }), schema: { openAPIV3Schema: { type: 'object', properties } } }],
    },
  }
}

const target = object({ kind: { type: 'string', enum: ['Service', ''] }, name: { type: 'string', minLength: 1 }, weight: { type: 'integer', minimum: 0, maximum: 256 } }, ['kind', 'name'])
const tls = {
  ...object({
    termination: { type: 'string', enum: ['edge', 'reencrypt', 'passthrough'] }, certificate: string, key: string, caCertificate: string, destinationCACertificate: string,
    insecureEdgeTerminationPolicy: { type: 'string', enum: ['Allow', 'None', 'Redirect', ''] }, externalCertificate: object({ name: string }),
  }, ['termination']),
  'x-kubernetes-validations': [
    { rule: "self.termination == 'passthrough' && has(self.insecureEdgeTerminationPolicy) ? self.insecureEdgeTerminationPolicy != 'Allow' : true", message: 'cannot have both spec.tls.termination: passthrough and spec.tls.insecureEdgeTerminationPolicy: Allow' },
    { rule: "self.termination != 'reencrypt' ? !has(self.destinationCACertificate) : true", message: 'destinationCACertificate is for reencrypt only' },
    { rule: "self.termination == 'passthrough' ? !has(self.certificate) && !has(self.key) : true", message: 'passthrough has no certificate of the router' },
  ],
}
const routeSpec = object({
  host: string, subdomain: string, path: string, to: target, alternateBackends: list(target), port: object({ targetPort: { 'x-kubernetes-int-or-string': true } }, ['targetPort']), tls,
  wildcardPolicy: { type: 'string', enum: ['None', 'Subdomain', ''] },
}, ['to'])

const types = [
  type('route.openshift.io', 'v1', 'Route', 'routes', { properties: { spec: routeSpec, status: open } }),
  type('security.openshift.io', 'v1', 'SecurityContextConstraints', 'securitycontextconstraints', { scope: 'Cluster', status: false, properties: Object.fromEntries([
    'allowHostDirVolumePlugin', 'allowHostIPC', 'allowHostNetwork', 'allowHostPID', 'allowHostPorts', 'allowPrivilegeEscalation', 'allowPrivilegedContainer', 'readOnlyRootFilesystem',
  ].map((name): [string, object] => [name, { type: 'boolean' }]).concat(['allowedCapabilities', 'requiredDropCapabilities', 'volumes', 'groups', 'seccompProfiles'].map((name) => [name, list(string)]), ['fsGroup', 'runAsUser', 'seLinuxContext', 'supplementalGroups'].map((name) => [name, open]))) }),
  type('config.openshift.io', 'v1', 'Infrastructure', 'infrastructures', { scope: 'Cluster' }),
  type('config.openshift.io', 'v1', 'ClusterVersion', 'clusterversions', { scope: 'Cluster' }),
  type('config.openshift.io', 'v1', 'Ingress', 'ingresses', { scope: 'Cluster' }),
]

const config = [
  { apiVersion: 'config.openshift.io/v1', kind: 'Infrastructure', metadata: { name: 'cluster' }, spec: {} },
  { apiVersion: 'config.openshift.io/v1', kind: 'ClusterVersion', metadata: { name: 'version' }, spec: {} },
  { apiVersion: 'config.openshift.io/v1', kind: 'Ingress', metadata: { name: 'cluster' }, spec: { domain: appsDomain } },
]

const volumes = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret']

/** As every OpenShift has it for everybody who is logged in. */
const restrictedV2 = {
  apiVersion: 'security.openshift.io/v1', kind: 'SecurityContextConstraints', metadata: { name: 'restricted-v2' },
  allowHostDirVolumePlugin: false, allowHostIPC: false, allowHostNetwork: false, allowHostPID: false, allowHostPorts: false, allowPrivilegeEscalation: false, allowPrivilegedContainer: false,
  allowedCapabilities: ['NET_BIND_SERVICE'], requiredDropCapabilities: ['ALL'], readOnlyRootFilesystem: false, volumes, groups: ['system:authenticated'], seccompProfiles: ['runtime/default'],
  fsGroup: { type: 'MustRunAs' }, runAsUser: { type: 'MustRunAsRange' }, seLinuxContext: { type: 'MustRunAs' }, supplementalGroups: { type: 'RunAsAny' },
}

/** All containers, and all contexts, that a pod has. */
const variables = [
  { name: 'containers', expression: 'object.spec.containers + (has(object.spec.initContainers) ? object.spec.initContainers : [])' },
  { name: 'contexts', expression: 'variables.containers.filter(c, has(c.securityContext)).map(c, c.securityContext)' },
]
const within = (value: string) => `${value} >= ${firstUser} && ${value} <= ${lastUser}`
const unlessSet = (holder: string, field: string, rule: string) => `!has(${holder}.securityContext) || !has(${holder}.securityContext.${field}) || (${rule})`
const ofContexts = (field: string, rule: string) => `variables.contexts.all(c, !has(c.${field}) || (${rule}))`
const refuses = (expression: string, message: string) => ({ expression, message: `unable to validate against any security context constraint: ${message}` })

/** What its admission refuses of a pod. It also sets what a pod leaves open, which nothing here depends on. */
const admission = {
  apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingAdmissionPolicy', metadata: { name: 'restricted-v2' },
  spec: {
    failurePolicy: 'Fail', matchConstraints: { resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }] }, variables,
    validations: [
      refuses(['hostNetwork', 'hostPID', 'hostIPC'].map((flag) => `(!has(object.spec.${flag}) || !object.spec.${flag})`).join(' && '), 'Host network, PID or IPC is not allowed to be used'),
      refuses('variables.containers.all(c, !has(c.ports) || c.ports.all(p, !has(p.hostPort) || p.hostPort == 0))', 'Host ports are not allowed to be used'),
      refuses(`!has(object.spec.volumes) || object.spec.volumes.all(v, ${volumes.map((kind) => `has(v.${kind})`).join(' || ')})`, 'this type of volume is not allowed to be used'),
      refuses(ofContexts('privileged', '!c.privileged'), 'Privileged containers are not allowed'),
      refuses(ofContexts('allowPrivilegeEscalation', '!c.allowPrivilegeEscalation'), 'Allowing privilege escalation for containers is not allowed'),
      refuses(ofContexts('capabilities', "!has(c.capabilities.add) || c.capabilities.add.all(a, a == 'NET_BIND_SERVICE')"), 'capability may not be added'),
      refuses(`(${unlessSet('object.spec', 'runAsUser', within('object.spec.securityContext.runAsUser'))}) && ${ofContexts('runAsUser', within('c.runAsUser'))}`, `runAsUser must be in the ranges: [${firstUser}, ${lastUser}]`),
      refuses(unlessSet('object.spec', 'fsGroup', within('object.spec.securityContext.fsGroup')), 'fsGroup is not an allowed group'),
      refuses(`(${unlessSet('object.spec', 'seccompProfile', "object.spec.securityContext.seccompProfile.type == 'RuntimeDefault'")}) && ${ofContexts('seccompProfile', "c.seccompProfile.type == 'RuntimeDefault'")}`, 'seccomp may not be set'),
      refuses(`(${unlessSet('object.spec', 'seLinuxOptions', '!has(object.spec.securityContext.seLinuxOptions.level) && !has(object.spec.securityContext.seLinuxOptions.type) && !has(object.spec.securityContext.seLinuxOptions.user)')}) && ${ofContexts('seLinuxOptions', '!has(c.seLinuxOptions.level) && !has(c.seLinuxOptions.type) && !has(c.seLinuxOptions.user)')}`, 'seLinuxOptions must be those of the namespace'),
      refuses(unlessSet('object.spec', 'sysctls', "object.spec.securityContext.sysctls.all(s, s.name.startsWith('net.ipv4.') || s.name == 'kernel.shm_rmid_forced')"), 'unsafe sysctl is not allowed'),
      refuses(ofContexts('procMount', "c.procMount == 'Default'"), 'procMount must be Default'),
    ],
  },
}
/** Everywhere but where the cluster's own parts are. */
const binding = {
  apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingAdmissionPolicyBinding', metadata: { name: 'restricted-v2' },
  spec: { policyName: 'restricted-v2', validationActions: ['Deny'], matchResources: { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system', 'kube-public', 'kube-node-lease'] }] } } },
}
