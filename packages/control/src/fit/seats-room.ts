import type { HubSpec, JsonObject } from '@hubfleet/core'
import type { ClusterRow } from '@hubfleet/database'
import { seatFitOf } from './fit.ts'

/** Says so where more seats are asked for than the cluster can ever hold, however far its pools grow: the rest waits, and nobody is told by a pod that is pending. */
export function seatsBeyond(cluster: ClusterRow, { spec: { capacity: { seats } }, values }: { spec: HubSpec; values: JsonObject }): string[] {
  if (seats === 0) return []
  const { fits, more } = seatFitOf(cluster, values)
  const holding = fits.filter(({ usersPerNode }) => usersPerNode > 0)
  const room = holding.reduce((sum, { usersPerNode, most }) => sum + usersPerNode * most, 0)
  if (more !== null || holding.length === 0 || seats <= room) return []
  const told = holding.map(({ nodeType, usersPerNode, most }) => `${most} of ${nodeType} with ${usersPerNode} each`).join(', ')
  return [`Of ${seats} seats no more than ${room} can ever be warm: the cluster ${cluster.name} has at most ${told}. ${cluster.managed ? 'Raise the maximum of a pool for users' : 'Add nodes'}, or ask for fewer.`]
}
