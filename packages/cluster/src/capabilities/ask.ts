import { isProblem } from '@hubfleet/core'
import type { Kubernetes } from '../kubernetes.ts'

/** What is at an address of the API: null where there is nothing, or nothing of that kind; undefined where we may not look. */
export async function ask(kubernetes: Kubernetes, path: string, signal: AbortSignal): Promise<object | null | undefined> {
  try {
    return await kubernetes.request(signal, { method: 'GET', path }) as object | null
  } catch (error) {
    if (isProblem(error) && error.code === 'cluster-denied') return undefined
    throw error
  }
}

/** The objects of a list: none where there is no such kind, null where we may not look. */
export async function askList<Item>(kubernetes: Kubernetes, path: string, signal: AbortSignal): Promise<Item[] | null> {
  const list = await ask(kubernetes, path, signal)
  return list === undefined ? null : ((list as { items?: Item[] } | null)?.items ?? [])
}
