import { NotFoundError, type Plan } from '@hubfleet/sdk'
import type { Kind } from './kinds.ts'
import type { FileDocument } from './read-files.ts'

/** One thing that is made, changed or deleted, with what the server says it does. */
export interface Change {
  action: 'create' | 'update' | 'delete'
  kind: Kind
  name: string
  /** Null where the server cannot say before: a hub in a cluster that these files make first. */
  plan: Plan | null
  /** The body of the call. */
  input: Record<string, unknown>
  /** The revision that the plan is about: it is refused when somebody changed it since. */
  ifMatch?: string
  document?: FileDocument
}

export interface PlanOptions { tenant: string; managedBy: string; prune: boolean; homes: 'keep' | 'delete' | undefined; confirm: string[] }

export const found = <T>(look: Promise<T>): Promise<T | null> => look.catch((error: unknown) => {
  if (error instanceof NotFoundError) return null
  throw error
})

export const changes = ({ diff, values, layers = [] }: Plan): boolean => diff.length + values.length + layers.length > 0

export const etag = (revision: number): string => `"r${revision}"`
