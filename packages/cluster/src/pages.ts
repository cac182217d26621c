import type { Kubernetes } from './kubernetes.ts'

/** Of a list; the API server holds as many in memory for us. */
const pageSize = '500'

interface List<Item> { items?: Item[]; metadata?: { continue?: string } }

/**
 * All objects of a kind, page by page, as they are on the wire: moments are texts, and nothing is spent on making the client's own forms of what may be
 * tens of thousands. `path` is that of the kind in the whole cluster, such as `/api/v1/pods`.
 */
export async function* pagesOf<Item>(kubernetes: Kubernetes, path: string, query: Record<string, string>, signal: AbortSignal): AsyncGenerator<Item[]> {
  for (let next: string | undefined = ''; next !== undefined;) {
    const page = await kubernetes.request(signal, { method: 'GET', path, query: { ...query, limit: pageSize, ...(next && { continue: next }) } }) as List<Item> | null
    yield page?.items ?? []
    next = page?.metadata?.continue || undefined
  }
}
