import { Problem } from '@hubfleet/core'
import type { Noun } from './nouns.ts'

/** What one set of files made no other changes: they would undo each other for ever. */
export function requireSameFiles(noun: Noun, row: { name: string; managedBy: string | null }, by: string | undefined): void {
  if (by !== undefined && row.managedBy !== null && row.managedBy !== by) throw new Problem('managed-by-files', { noun, ref: row.name, owner: row.managedBy })
}
