import type { ClusterSample, HubSample } from './sample.ts'

/** Something as JSON keeps it: moments are texts. */
export type Kept<T> = T extends Date ? string : T extends readonly (infer Item)[] ? Kept<Item>[] : T extends object ? { [Key in keyof T]: Kept<T[Key]> } : T

/** What was kept of a hub, with its moments; what was read already stays as it is. */
export const readHubSample = <Sample extends Omit<HubSample, 'hubId'>>(kept: Kept<Sample> | Sample): Sample => {
  const { servers } = kept as Sample
  return { ...kept as Sample, servers: servers && servers.map((server) => ({ ...server, started: new Date(server.started), lastActivity: server.lastActivity && new Date(server.lastActivity) })) }
}

export const readClusterSample = (kept: Kept<ClusterSample> | ClusterSample): ClusterSample =>
  ({ ...kept as ClusterSample, at: new Date(kept.at), hubs: (kept as ClusterSample).hubs.map((hub) => readHubSample<HubSample>(hub)) })
