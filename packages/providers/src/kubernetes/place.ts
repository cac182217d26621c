import type { Forwards, Git, Helm, Kubernetes, Outside } from '@hubfleet/cluster'
import type { HubRef } from '../provider.ts'

/** A hub's place in a real cluster, and the tools to work on it. */
export interface Place { kubernetes: Kubernetes; helm: Helm; forwards: Forwards; outside: Outside; git: Git; hub: HubRef }

/** Labels that the chart and KubeSpawner put on what they make. */
export const component = (name: string): string => `app=jupyterhub,component=${name}`

/** Not `app.kubernetes.io/component`: the users' claims carry the pods' value of it. */
export const userPods = component('singleuser-server')
