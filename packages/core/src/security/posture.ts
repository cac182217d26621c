import { codeItems } from './code.ts'
import type { PostureInput, PostureItem } from './item.ts'
import { networkItems } from './network.ts'
import { peopleItems } from './people.ts'
import { podItems } from './pods.ts'
import { rightsItems } from './rights.ts'

/** How secure a hub is, item by item: always all items, in the same order. */
export function hubPosture(input: PostureInput): PostureItem[] {
  return [networkItems, podItems, peopleItems, rightsItems, codeItems].flatMap((judge) => judge(input))
}

/** The worst of all: one deviation is enough. */
export function postureState(items: readonly PostureItem[]): 'ok' | 'deviation' | 'unknown' {
  if (items.some(({ state }) => state === 'deviation')) return 'deviation'
  return items.some(({ state }) => state === 'unknown') ? 'unknown' : 'ok'
}

export const deviations = (items: readonly PostureItem[]): PostureItem[] => items.filter(({ state }) => state === 'deviation')
