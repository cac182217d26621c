import type { Hubfleet, HubSpecInput } from '../../packages/sdk/src/index.ts'

/** A cluster in which a whole life of a hub can be lived, and how people get into its JupyterHub there. */
export interface Place {
  /** Path of the administrator's kubeconfig. */
  kubeconfig: string
  allowNetworks: string
  /** What a hub needs to run here; what a test says of a hub is laid over it, section by section. */
  spec: HubSpecInput
  /** Whether each hub gets an address by a load balancer. */
  loadBalancer: boolean
  /** Whether pods run what they hold, and so write logs. */
  podsRun: boolean
  /** Makes the managed cluster `campus`; without it the cluster of the kubeconfig is registered by that name. */
  makeCluster?(client: Hubfleet, tenant: string): Promise<void>
  /** Resolves when the hub in the namespace answers. Where pods run nothing, this is what makes it answer. */
  openHub(namespace: string): Promise<People>
}

/** What people do in a hub. */
export interface People {
  /** Starts the user's server and waits until it is ready; the user has a pod and a home from then on. */
  come(user: string): Promise<void>
  /** Uses the server, so that it is not idle. */
  use(user: string): Promise<void>
  /** Servers that are ready, by user, each with the seconds since it was used. */
  servers(): Promise<Record<string, number>>
}
