import { Problem } from '@hubfleet/core'

/*
 * What REST takes as headers and GraphQL as arguments.
 */

export const savePlanWords = 'Makes no change but a plan of it, by a dry run in the cluster: the operation ends with its id, and `plan apply` makes the change'

/** The revision that an ETag such as `"r12"` names; undefined for `*`, which asks for no certain one. Throws `invalid-request`. */
export function revisionOf(etag: string | null | undefined): number | undefined {
  if (etag === undefined || etag === null || etag === '*') return undefined
  const revision = etag.match(/^"?r(\d{1,9})"?$/)?.[1]
  if (!revision) throw invalid('if-match', 'This must be the ETag of one revision, such as "r12".')
  return Number(revision)
}

/** An idempotency key, bare or quoted as a Structured Field string. Throws `invalid-request`. */
export function idempotencyKeyOf(text: string | null | undefined): string | undefined {
  if (text === undefined || text === null) return undefined
  const key = /^"(?:[^"\\]|\\["\\])*"$/.test(text) ? text.slice(1, -1).replace(/\\(["\\])/g, '$1') : text
  if (key.length === 0 || key.length > 255 || key.includes('\u0000') || !key.isWellFormed()) throw invalid('idempotency-key', 'This must have 1 to 255 characters.')
  return key
}

/** `invalid-request` with one fault, at a header, parameter or argument. */
export function invalid(name: string, detail: string): Problem {
  return new Problem('invalid-request', { count: 1, first: `${name}: ${detail}` }, { errors: [{ pointer: `/${name}`, code: 'invalid', detail }] })
}
