import { Problem } from '@hubfleet/core'
import type { Answer } from './jupyterhub-request.ts'

/** Without this header a list is cut silently at 200. */
export const paged = 'application/jupyterhub-pagination+json'

/** A part of a list. `next` is the offset of the next one. */
export interface Page<Item> { items: Item[]; next: number | null; total: number }

interface Model<Item> { items: Item[]; _pagination: { total: number; next: { offset: number } | null } }

export function requirePage<Item>(what: string, { status, json }: Answer): Page<Item> {
  const page = json as Model<Item> | null
  if (status !== 200 || !Array.isArray(page?.items) || !page._pagination) throw new Problem('hub-not-answering', { reason: `${what} answers ${status} without a page` })
  return { items: page.items, next: page._pagination.next?.offset ?? null, total: page._pagination.total }
}
