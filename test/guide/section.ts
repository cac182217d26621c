import type { Test } from 'tap'
import type { Hubfleet } from '../../packages/sdk/src/index.ts'
import type { People } from '../life/place.ts'
import type { KubernetesObject, Released } from './released.ts'

/** Where the guide is followed. */
export interface World {
  client: Hubfleet
  tenant: string
  /** Of the cluster's administrator. */
  kubeconfig: string
  /** Path of the chart that hubs are made of. */
  chart: string
  /** Waits for the hub, and makes it answer people: its pods run nothing. */
  open(): Promise<void>
  /** From section 5.2 on. */
  hub: Released
  people: People
  /** The objects of the hub's Deployments when the section began; their generation changes when their pods are replaced. */
  before: Record<'hub' | 'proxy', KubernetesObject>
  /** What the section's commands wrote into a file. */
  file(name: string): Promise<string>
}

export interface Section {
  /** What a reader types whose cluster is a Kubernetes of its own, where the page has something of the sandbox or of managed clusters. Each must be there. */
  instead?: [of: string, type: string][]
  /** Beside the commands: what the world does meanwhile, and what is there for a moment only. */
  during?(world: World): Promise<unknown>
  /** What came to be in the cluster, or was answered. */
  then(t: Test, world: World, said: { out: string; err: string }): Promise<unknown> | void
}
