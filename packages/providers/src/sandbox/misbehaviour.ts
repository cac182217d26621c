import { Problem, sandboxOpenShift } from '@hubfleet/core'

/**
 * The magic values. A cluster misbehaves when its `region` is one of these, a credential by its account or secret, a hub when its raw values name some in
 * `custom.sandbox.misbehave` (one, or a list).
 */
export const clusterMisbehaviours = {
  'sandbox-quota-exceeded': 'The quota of the region is 3 nodes in all pools together; a resize beyond it is refused.',
  'sandbox-slow': 'The cluster and its nodes take 30 times as long.',
  'sandbox-unreachable': 'The cluster is made, but its API server never answers.',
  'sandbox-denied': 'The API server refuses the credentials.',
  'sandbox-no-storage-class': 'There is no default StorageClass: claims without a class are never bound.',
  'sandbox-no-network-policies': 'Nothing enforces NetworkPolicies.',
  [sandboxOpenShift]: 'The cluster is an OpenShift, with its Routes and its admission of pods.',
} as const

/** Of a credential: names of its account, and what its secret is. */
export const credentialMisbehaviours = {
  'sandbox-permissions-missing': 'The account gives it too little.',
  'sandbox-account-closed': 'Nobody pays for the account.',
  'sandbox-revoked': 'The cloud does not know the secret.',
} as const

export const hubMisbehaviours = {
  'sandbox-slow': "The hub's pods, its load balancer and the servers of its users take 30 times as long.",
  'sandbox-lb-pending': 'The load balancer never gets an address.',
  'sandbox-image-pull-error': "The hub's image cannot be pulled: its pod never starts.",
  'sandbox-crash-loop': 'The hub ends right after each start.',
  'sandbox-database-full': "The disk of the hub's database is full as long as it has 1Gi or less: the hub ends at each start.",
  'sandbox-helm-failed': 'helm refuses the release.',
  'sandbox-helm-cut': 'The first helm run is cut and leaves the release pending, until it is repaired.',
  'sandbox-api-down': "The hub runs, but JupyterHub's API does not answer.",
  'sandbox-dns-missing': 'Nobody makes the DNS record of the host.',
  'sandbox-dns-elsewhere': 'The DNS record of the host leads to another address.',
  'sandbox-certificate-failed': "Let's Encrypt refuses to give a certificate.",
  'sandbox-login-unknown-client': 'The provider of the login does not know the client.',
  'sandbox-login-refused': 'It refuses the secret of the client, or the directory its account.',
  'sandbox-login-callback': 'It does not know the callback address of the hub.',
  'sandbox-login-silent': 'It does not answer.',
  'sandbox-builds-barred': 'The cluster lets no pod of a build in, as one that enforces Pod Security does.',
  'sandbox-puller-stuck': 'The last node for servers is full and never gets the images.',
  'sandbox-namespace-stuck': 'The namespace stays terminating for an hour, as when a finalizer holds it.',
} as const

export type ClusterMisbehaviour = keyof typeof clusterMisbehaviours
export type HubMisbehaviour = keyof typeof hubMisbehaviours

/** Nodes that `sandbox-quota-exceeded` allows. */
export const smallQuota = 3

/** What `custom.sandbox.misbehave` names. Throws `unknown-value` for a name that there is not. */
export function parseMisbehaviours(value: unknown): HubMisbehaviour[] {
  const names: unknown[] = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
  return names.map((name) => {
    if (typeof name === 'string' && Object.hasOwn(hubMisbehaviours, name)) return name as HubMisbehaviour
    throw new Problem('unknown-value', { chart: 'of the sandbox', first: `custom.sandbox.misbehave knows ${Object.keys(hubMisbehaviours).join(', ')}; not ${JSON.stringify(name)}` })
  })
}
