import type { CullingTimes } from '../demand/presence.ts'
import type { EstimateInput } from './input.ts'
import { defaultCulling } from './settings.ts'

/** Longest of all types of users that have any culling; null: some servers are never stopped. Minutes. */
export function longestCulling(input: EstimateInput): number | null {
  const all = input.users.map(({ culling }) => cullingOr(culling, input))
  return all.some((culling) => culling === null) ? null : Math.max(...all.map((culling) => culling!.timeoutSeconds)) / 60
}

/** The same with other culling, that of types with times of their own too. */
export const withCulling = (input: EstimateInput, change: (culling: CullingTimes | null) => CullingTimes | null): EstimateInput =>
  ({ ...input, culling: change(cullingOr(input.culling, {})), users: input.users.map((type) => (type.culling === undefined ? type : { ...type, culling: change(type.culling) })) })

/** Nobody idles for longer than so many minutes; who is stopped earlier stays so. */
export const culledWithin = (minutes: number) => (culling: CullingTimes | null): CullingTimes | null =>
  (culling && culling.timeoutSeconds <= minutes * 60 ? culling : { ...(culling ?? defaultCulling), timeoutSeconds: minutes * 60 })

const cullingOr = (culling: CullingTimes | null | undefined, { culling: all }: Pick<EstimateInput, 'culling'>): CullingTimes | null =>
  (culling !== undefined ? culling : all !== undefined ? all : defaultCulling)
