import { clusterRole, openShiftClusterRole, type PolicyRule } from '../../../cluster/src/cluster-role.ts'
import { manifestOf } from './manifest.ts'
import { defaultNamespace, registrationObjects } from './objects.ts'

const passedOn = 'Passed on to the scheduler that the chart installs: Kubernetes lets nobody grant what he does not hold himself.'

/** Why each rule is in the role, by its first group, resource and verb. */
export const reasons: Record<string, string> = {
  '/namespaces get': 'Each hub has a namespace of its own, made with it and gone with it.',
  '/namespaces patch': 'The label by which a hub\'s namespace refuses pods that could reach their node.',
  '/services get': 'What the chart installs and what the teardown looks for; people\'s servers are pods with claims. helm keeps its records in Secrets.',
  '/pods/portforward get': 'Reaching JupyterHub\'s own API without opening it to anybody else. Up to Kubernetes 1.34 this is a `get`, from then on a `create`.',
  '/pods/log get': 'Saying why a pod does not start.',
  '/events get': 'Saying what a step waits for.',
  '/nodes get': 'Preflight: what kind of cluster it is, and how many servers fit its nodes.',
  '/persistentvolumes get': 'Teardown: a volume that its class retains is told to go with its claim, or its disk is billed for ever.',
  'storage.k8s.io/storageclasses get': 'Preflight: which class is the default, and how many of its disks a node attaches.',
  'apps/deployments get': 'What the chart installs: the hub, the proxy, the placeholders of seats, the image puller. Preflight: what DaemonSets take of each node.',
  'apps/statefulsets/scale get': 'Seats come and go without a restart of the hub.',
  'batch/jobs get': 'Hooks of the chart.',
  'policy/poddisruptionbudgets get': 'What the chart installs: how many pods a drain of a node may end at once.',
  'networking.k8s.io/networkpolicies get': 'What the chart installs, and the address of a hub with `exposure.type: ingress`.',
  'snapshot.storage.k8s.io/volumesnapshotclasses get': 'Preflight: of which disks snapshots can be made.',
  'networking.k8s.io/ingressclasses get': 'Preflight: who serves Ingresses.',
  'gateway.networking.k8s.io/gatewayclasses get': 'Preflight: who serves gateways.',
  'route.openshift.io/routes get': 'The Route of a hub with `exposure.type: route`, which the chart does not make.',
  'route.openshift.io/routes/custom-host create': 'A Route with a host of your own; without it the router makes one up.',
  'config.openshift.io/infrastructures get': 'Preflight: whether it is a ROSA or an ARO, its version, and below which domain the router makes up hosts.',
  'autoscaling.openshift.io/clusterautoscalers get': 'Preflight: who adds nodes.',
  'gateway.networking.k8s.io/httproutes get': 'The address of a hub with `exposure.type: gateway`. Not asked for where the cluster has no Gateway API.',
  'gateway.networking.k8s.io/gateways get': 'The address of the gateway that such a hub names.',
  'rbac.authorization.k8s.io/roles get': 'The chart gives the hub a role in its namespace, and its scheduler one for the cluster.',
  'scheduling.k8s.io/priorityclasses get': 'Placeholders of seats make room for people by their lower priority.',
  '/serviceaccounts/token create': 'Kubeconfigs for `kubectl` that end by themselves: `hubfleet hub kubeconfig`.',
  '/persistentvolumes create': 'Volumes on NFS servers that a hub names, made and removed by us. What is on the servers stays.',
  '/events create': passedOn,
  'coordination.k8s.io/leases create': passedOn,
  '/bindings create': passedOn,
  '/pods/status patch': passedOn,
  '/replicationcontrollers get': passedOn,
  'apps/replicasets get': passedOn,
  '/persistentvolumes update': passedOn,
  'authentication.k8s.io/tokenreviews create': passedOn,
  'authorization.k8s.io/subjectaccessreviews create': passedOn,
  'storage.k8s.io/csidrivers get': passedOn,
}

const openShiftRules = openShiftClusterRole.rules.slice(clusterRole.rules.length)

export const keyOf = ({ apiGroups, resources, verbs }: PolicyRule): string => `${apiGroups[0]}/${resources[0]} ${verbs[0]}`

/** The page about the role, in Markdown. Throws when a rule has no reason. */
export function rolePage(): string {
  return `<!-- Generated from packages/cluster/src/cluster-role.ts by \`npm run generate\`; changes here are lost. -->

# What Hubfleet may do in a registered cluster

\`hubfleet cluster register\` makes a ServiceAccount with this role and sends Hubfleet its token, and nothing else of your kubeconfig. The
role names resources and verbs one by one; \`escalate\`, \`bind\`, \`impersonate\` and \`*\` are not among them. Hubs get namespaces of their own
whose names are not known before, so the rules hold for the whole cluster: where that is too much, give Hubfleet a cluster to itself.

## Rules

| API group | resources | verbs | why |
|---|---|---|---|
${clusterRole.rules.map(row).join('\n')}

## In an OpenShift

There the role has these rules besides; \`hubfleet cluster register\` sees that it is one.

| API group | resources | verbs | why |
|---|---|---|---|
${openShiftRules.map(row).join('\n')}

## Apply it yourself

\`hubfleet cluster register NAME\` applies these objects, in the namespace that \`--namespace\` names. Where only somebody else may do that,
\`hubfleet cluster register NAME --print\` prints them for \`kubectl apply -f -\`, with \`--provider openshift\` those for an OpenShift:

\`\`\`yaml
${manifestOf(registrationObjects(defaultNamespace))}\`\`\`

Kubernetes then fills the token into the Secret. Make a kubeconfig with it, the address and the certificate authority of the cluster, all
inside, and register that: \`hubfleet cluster create NAME --provider kubernetes --secret-file kubeconfig=PATH\`.

## Renew and revoke

\`hubfleet cluster register NAME\` once more applies the role as this version needs it and sends the token again. Deleting the Secret
revokes the token; a register after that makes a new one. To take everything back, forget the cluster with \`hubfleet cluster delete NAME\`
and remove the objects above with \`kubectl delete\`.
`
}

function row(rule: PolicyRule): string {
  const reason = reasons[keyOf(rule)]
  if (!reason) throw new Error(`The rule ${keyOf(rule)} has no reason in role-page.ts`)
  const code = (names: string[]) => names.map((name) => `\`${name || 'core'}\``).join(', ')
  return `| ${code(rule.apiGroups)} | ${code(rule.resources)} | ${code(rule.verbs)} | ${reason} |`
}
