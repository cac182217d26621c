import type { HubSpec } from '../hub/spec.ts'
import type { JsonObject } from '../json.ts'
import { pointerOf, valueAt } from '../json.ts'
import type { PodSecurityLevel } from './pod-security.ts'

export const postureStates = ['ok', 'deviation', 'unknown', 'notApplicable'] as const
export type PostureState = (typeof postureStates)[number]

/** One thing that a secure hub has, and how it is with this one. */
export interface PostureItem {
  /** For machines. */
  code: string
  state: PostureState
  /** What is so. */
  what: string
  /** What it protects from. */
  why: string
  /** How a deviation ends, or what is unknown becomes known; null where all is well. */
  mend: string | null
  /** Where in the spec it is decided, as a JSON pointer; null where the cluster decides. */
  field: string | null
  /** So dangerous that a change must confirm it. */
  confirm?: 'open-login' | 'open-metadata'
}

/** What is judged: a hub as it is wanted, and what was seen of its place. Of what was not seen, nobody knows. */
export interface PostureInput {
  spec: HubSpec
  /** As rendered, raw values in: they count as they win. */
  values: JsonObject
  cluster: { networkPolicies?: 'enforced' | 'not-enforced' | 'unknown' | undefined }
  /** The level that the namespace enforces; null for none. */
  podSecurity?: PodSecurityLevel | null | undefined
}

/** A value in force, and the field that decides it: the raw value where there is one, else the given typed field, else where a raw value would be. */
export function decided({ spec, values }: PostureInput, path: string, typed?: string): { value: unknown; field: string } {
  const keys = path.split('.')
  const isRaw = valueAt(spec.values, keys) !== undefined
  return { value: valueAt(values, keys) ?? undefined, field: isRaw || !typed ? pointerOf(['values', ...keys]) : typed }
}
