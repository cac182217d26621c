import type { V1PersistentVolumeClaim } from '@hubfleet/cluster'
import { shareLabel, type ClaimSample } from '@hubfleet/core'
import { homeOf, isDatabase, isHome, sizeOf } from '../claims.ts'

/** A disk, once there is one; a folder of somebody's NFS server is none. */
export function claimSample(claim: V1PersistentVolumeClaim): ClaimSample[] {
  const { metadata, spec, status } = claim
  if (status?.phase !== 'Bound' || metadata?.labels?.[shareLabel] !== undefined) return []
  const kind = isHome(claim) ? 'home' : isDatabase(claim) ? 'database' : 'other'
  const user = kind === 'home' ? homeOf(claim).user || null : null
  return [{ name: metadata?.name ?? '', kind, user, gib: sizeOf(status.capacity?.storage ?? spec?.resources?.requests?.storage), storageClass: spec?.storageClassName ?? null }]
}
