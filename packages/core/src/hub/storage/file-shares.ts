import { createHash } from 'node:crypto'
import { canonicalJson } from '../../json.ts'
import type { HubStorage, NfsFolder } from './storage.ts'

/** An NFS folder that a hub uses, by the claim in the hub's namespace that its pods name. */
export interface FileShare { claim: string; nfs: NfsFolder; readOnly: boolean }

/**
 * The claims have the folder in their names: a volume's place cannot be changed, so another folder is another claim. Servers that run go on
 * with the old one.
 */
export const homesClaim = (nfs: NfsFolder): string => `homes-${digestOf(nfs)}`
export const sharedClaim = (name: string, nfs: NfsFolder): string => `shared-${name}-${digestOf(nfs)}`

/** What a hub needs of NFS servers. */
export function fileSharesOf({ type, static: homes, shared }: HubStorage): FileShare[] {
  const ofHomes = type === 'static' && homes?.nfs ? [{ claim: homesClaim(homes.nfs), nfs: homes.nfs, readOnly: false }] : []
  return [...ofHomes, ...shared.flatMap(({ name, nfs }) => (nfs ? [{ claim: sharedClaim(name, nfs), nfs, readOnly: true }] : []))]
}

const digestOf = (nfs: NfsFolder): string => createHash('sha256').update(canonicalJson(nfs)).digest('hex').slice(0, 8)
