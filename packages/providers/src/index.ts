export * from './kubernetes/provider.ts'
export * from './provider.ts'
export { createSandboxProvider, type SandboxOptions } from './sandbox/provider.ts'
export { clusterMisbehaviours, hubMisbehaviours, type ClusterMisbehaviour, type HubMisbehaviour } from './sandbox/misbehaviour.ts'
